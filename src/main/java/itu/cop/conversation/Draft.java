package itu.cop.conversation;

import itu.cop.content.Language;
import itu.cop.conversation.Reply.Message;
import itu.cop.person.AgeBand;
import itu.cop.person.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A reply being written. It starts from the state of before, with the last question and its buttons
 * taken away: they belong to one turn only.
 */
final class Draft {
    /** More buttons under one bubble are not readable. */
    static final int MOST_CHOICES = 8;

    State.Edit next;
    private final Scene scene;
    private final List<Bubble> bubbles = new ArrayList<>();
    private final List<Choice> offered = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private boolean sensitive;
    private boolean crisis;
    private boolean alone;

    Draft(Scene scene) {
        this.scene = scene;
        this.next = new State.Edit(scene.state());
        next.pending = "";
        next.offered = List.of();
        next.misses = 0;
    }

    /** No words at all; the state stays as it was. */
    static Draft silent(Scene scene) {
        return new Draft(scene).keep().alone();
    }

    Draft say(String text) {
        return say(text, List.of());
    }

    /** Says a bubble with buttons. */
    Draft say(String text, List<Choice> choices) {
        var most = choices.stream().distinct().limit(MOST_CHOICES).toList();
        bubbles.add(new Bubble(text, new ArrayList<>(most)));
        offered.addAll(most);
        return this;
    }

    /** Says the question of this turn: typed numbers count its buttons. */
    Draft ask(String pending, String text, List<Choice> choices) {
        var before = List.copyOf(offered);
        offered.clear();
        say(text, choices);
        offered.addAll(before);
        next.pending = pending;
        return this;
    }

    /** Adds a button to the last bubble, in place of the last one where there are too many. */
    Draft button(Choice choice) {
        if (bubbles.isEmpty() || offers(choice.id())) {
            return this;
        }
        var last = bubbles.getLast().choices();
        if (last.size() >= MOST_CHOICES) {
            offered.remove(last.removeLast());
        }
        last.add(choice);
        offered.add(choice);
        return this;
    }

    Draft effect(Effect effect) {
        effects.add(effect);
        return this;
    }

    Draft remember(Fact fact) {
        return effect(new Effect.Remember(fact));
    }

    /** The question of before stays open. */
    Draft keep() {
        next.pending = scene.state().pending();
        next.misses = scene.state().misses();
        offered.addAll(scene.state().offered());
        return this;
    }

    /** Nothing is remembered any more. */
    Draft forget() {
        next = new State.Edit(State.fresh());
        return alone();
    }

    Draft sensitive() {
        sensitive = true;
        return this;
    }

    Draft crisis() {
        crisis = true;
        return sensitive();
    }

    /** Nothing is to be added to it. */
    Draft alone() {
        alone = true;
        return this;
    }

    boolean isCrisis() {
        return crisis;
    }

    boolean isAlone() {
        return alone || bubbles.isEmpty();
    }

    boolean offers(String id) {
        return bubbles.stream()
                .flatMap(bubble -> bubble.choices().stream())
                .anyMatch(choice -> choice.id().equals(id));
    }

    /** Brings back a question that was interrupted, with its buttons. */
    Draft restore(String pending, List<Choice> choices) {
        next.pending = pending;
        offered.addAll(0, choices);
        return this;
    }

    /** Buttons for intents, quizzes and tips; what is not for this person now is left out. */
    static List<Choice> offers(Scene scene, List<String> ids) {
        return ids.stream()
                .filter(id -> fits(scene, id))
                .map(id -> offer(scene, id))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean fits(Scene scene, String id) {
        var play = !scene.careful() && !scene.under13();
        return switch (id) {
            // nobody is on duty, so no person is offered
            case "bot/human", "bot/yes", "bot/no" -> false;
            case "bot/quiz", "bot/tip" -> play;
            case "bot/subscribe" -> play && scene.person().age() != AgeBand.ADULT;
            default -> play || !id.matches("(quiz|tip):.*");
        };
    }

    private static Optional<Choice> offer(Scene scene, String id) {
        if (id.equals("bot/helpline")) {
            return Optional.of(scene.helpButton());
        }
        if (id.startsWith("quiz:")) {
            return scene.find(Language::quizzes, id.substring(5))
                    .map(quiz -> new Choice(id, quiz.title()));
        }
        if (id.startsWith("tip:")) {
            return scene.find(Language::tips, id.substring(4))
                    .map(theme -> new Choice(id, theme.title()));
        }
        return scene.find(id).map(intent -> new Choice("answer:" + id, intent.title()));
    }

    Reply reply() {
        next.offered = List.copyOf(new LinkedHashSet<>(offered));
        var calm = scene.guarded() || crisis;
        var messages = bubbles.stream().map(bubble -> message(bubble, calm)).toList();
        return new Reply(messages, next.done(), effects);
    }

    private Message message(Bubble bubble, boolean calm) {
        var text = calm ? bubble.text().replace('!', '.') : bubble.text();
        return new Message(text, bubble.choices(), sensitive, crisis);
    }

    private record Bubble(String text, List<Choice> choices) {}
}
