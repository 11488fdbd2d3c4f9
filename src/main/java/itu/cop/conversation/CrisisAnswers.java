package itu.cop.conversation;

import itu.cop.content.CrisisPath;
import itu.cop.content.CrisisPath.Answer;
import itu.cop.content.Severity;
import itu.cop.conversation.State.Crisis;
import itu.cop.person.Fact;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes the answers to what a crisis path asked. An unclear answer counts as the less safe one. */
final class CrisisAnswers {
    /** The questions that a crisis can leave open. */
    static final String QUESTION = "crisis:question";

    static final String CHECK = "crisis:check";
    static final String RELAYED = "crisis:relayed";
    static final String LATER = "crisis:later";

    private static final String AREA = "crisis/";
    private static final int SHORT = 4;

    private final Lines lines;
    private final CrisisText text;

    CrisisAnswers(Lines lines, CrisisText text) {
        this.lines = lines;
        this.text = text;
    }

    /** True while a question that tells how safe they are waits for an answer. */
    static boolean isOpen(Scene scene) {
        var open = List.of(QUESTION, CHECK, RELAYED).contains(scene.state().pending());
        return open && scene.guarded() && scene.state().crisis() != null;
    }

    /** Buttons of a crisis, and what is said while one of its questions is open. */
    Optional<Draft> take(Scene scene) {
        var chosen = scene.choice("crisis:");
        if (chosen.isPresent()) {
            return pressed(scene, chosen.get().split(":", -1));
        }
        if (!isOpen(scene) || scene.command().isPresent()) {
            return Optional.empty();
        }
        var crisis = scene.state().crisis();
        var path = crisis == null ? Optional.<CrisisPath>empty() : scene.path(crisis.intent());
        var country = scene.choice("country:");
        if (country.isPresent()) {
            return path.map(found -> country(scene, found, country.get()));
        }
        return path.filter(found ->
                        scene.said().isPresent() && scene.choice().isEmpty() && !scene.held())
                .map(found -> said(scene, found));
    }

    private Optional<Draft> pressed(Scene scene, String[] id) {
        if (id.length < 3) {
            return Optional.empty();
        }
        return scene.path(AREA + id[1]).flatMap(path -> pressed(scene, path, id));
    }

    private Optional<Draft> pressed(Scene scene, CrisisPath path, String[] id) {
        return switch (id[0]) {
            case "say" -> answer(path, id[2]).map(answer -> react(scene, path, answer));
            case "later" -> Optional.of(later(scene, path, id[2].equals("yes")));
            case "words" -> Optional.of(words(scene, path));
            case "relayed" -> Optional.of(ask(scene, relayed(scene, path, id[2])));
            default -> small(scene, path, id[0]);
        };
    }

    private static Optional<Answer> answer(CrisisPath path, String id) {
        return path.question().answers().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    private Optional<Draft> small(Scene scene, CrisisPath path, String verb) {
        return switch (verb) {
            case "unsaid" -> Optional.of(unclear(scene, path));
            case "no" -> Optional.of(deny(scene));
            case "call" -> Optional.of(again(scene, path, text.withoutCalling(scene, path)));
            case "check" -> Optional.of(ask(scene, path));
            default -> Optional.empty();
        };
    }

    private static CrisisPath relayed(Scene scene, CrisisPath path, String whose) {
        return whose.equals("friend") ? scene.path("crisis/friend-at-risk").orElse(path) : path;
    }

    private Draft said(Scene scene, CrisisPath path) {
        var named = CountryDialogue.named(scene, false);
        if (named.isPresent() && lines.country(scene).isEmpty() && isShort(scene)) {
            return local(scene, path, named.get().code());
        }
        if (scene.hears("not-meant")) {
            return deny(scene);
        }
        if (scene.asksFor("bot/helpline") || scene.asksFor("bot/human")) {
            return again(scene, path, text.local(scene, path));
        }
        return typedAnswer(scene, path)
                .filter(answer -> scene.state().pending().equals(QUESTION))
                .map(answer -> react(scene, path, answer))
                .orElseGet(() -> unclear(scene, path));
    }

    // a country in a longer text may be somebody else's
    private static boolean isShort(Scene scene) {
        return scene.words().split(" ", -1).length <= SHORT;
    }

    /** A typed yes or no; where it fits several answers, the least safe of them. */
    private static Optional<Answer> typedAnswer(Scene scene, CrisisPath path) {
        var list = scene.hears("yes") ? "yes" : scene.hears("no") ? "no" : "";
        return path.question().answers().stream()
                .filter(answer -> scene.lists(Scene.plain(answer.label()).split(" ", 2)[0], list))
                .max(Comparator.comparing(CrisisAnswers::weight));
    }

    private static Severity weight(Answer answer) {
        return answer.severity() == null ? Severity.NONE : answer.severity();
    }

    private Draft unclear(Scene scene, CrisisPath path) {
        if (!scene.state().pending().equals(QUESTION)) {
            return ask(scene, path);
        }
        return answer(path, path.question().unclear())
                .map(answer -> react(scene, path, answer))
                .orElseGet(() -> ask(scene, path));
    }

    private Draft react(Scene scene, CrisisPath path, Answer answer) {
        var raised = scene.under13() ? Severity.URGENT : weight(answer);
        var draft = stay(scene, path, raised);
        if (answer.severity() != null) {
            draft.effect(new Effect.Escalate(raised, path.id(), true));
        }
        text.reaction(draft, scene, path, answer, raised);
        text.end(draft, scene, path);
        return draft;
    }

    /** Goes on with a crisis, which keeps its highest severity. */
    private static Draft stay(Scene scene, CrisisPath path, Severity raised) {
        var draft = new Draft(scene).crisis();
        var before = scene.state().crisis();
        var least = raised.or(path.severity());
        var severity = before == null ? least : least.or(before.severity());
        var since = before == null ? scene.now() : before.since();
        draft.next.crisis = new Crisis(path.id(), severity, since, false);
        draft.next.carefulUntil = scene.now().plus(CrisisDialogue.CAREFUL);
        draft.next.covered = false;
        return draft;
    }

    private Draft ask(Scene scene, CrisisPath path) {
        var draft = stay(scene, path, path.severity());
        text.question(draft, scene, path);
        return draft;
    }

    /** Says something in between, and asks again what was asked. */
    private Draft again(Scene scene, CrisisPath path, String between) {
        var draft = stay(scene, path, path.severity()).say(between);
        askAgain(draft, scene, path);
        return draft;
    }

    private void askAgain(Draft draft, Scene scene, CrisisPath path) {
        if (!isOpen(scene)) {
            draft.button(scene.helpButton());
            return;
        }
        switch (scene.state().pending()) {
            case CHECK -> text.check(draft, scene, path);
            case RELAYED -> text.relayed(draft, scene, path);
            default -> text.question(draft, scene, path);
        }
    }

    /** The writer says that it is none: what was interrupted goes on, the case stays open. */
    private static Draft deny(Scene scene) {
        var draft = new Draft(scene).crisis().effect(new Effect.WriterSaysNo());
        var crisis = scene.state().crisis();
        if (crisis != null) {
            draft.next.crisis =
                    new Crisis(crisis.intent(), crisis.severity(), crisis.since(), true);
        }
        var before = scene.state().suspended();
        var offered = before == null ? List.<Choice>of() : before.offered();
        var asked = PlayDialogue.interrupted(scene, before);
        draft.say(scene.phrase("crisis.denied"), asked.isEmpty() ? offered : List.of());
        asked.ifPresent(question -> draft.say(question, offered));
        draft.button(scene.helpButton());
        draft.restore(before == null ? "" : before.pending(), offered);
        draft.next.suspended = null;
        return draft;
    }

    private static Draft later(Scene scene, CrisisPath path, boolean agreed) {
        var draft = stay(scene, path, path.severity());
        if (!agreed) {
            return draft.say(scene.phrase("crisis.later-no"), List.of(scene.helpButton()));
        }
        draft.remember(new Fact.Consent(Fact.Purpose.FOLLOW_UP, true));
        int count = 0;
        for (var after : path.followUp()) {
            count++;
            draft.effect(new Effect.Remind(MenuDialogue.CHECK_IN + count, after));
        }
        return draft.say(scene.phrase("crisis.later-yes"), List.of(scene.helpButton()));
    }

    private Draft words(Scene scene, CrisisPath path) {
        var copy = scene.phrase("crisis.words-lead") + "\n" + Lines.bullets(path.words());
        return again(scene, path, copy);
    }

    private Draft country(Scene scene, CrisisPath path, String code) {
        if (scene.content().country(code).isPresent()) {
            return local(scene, path, code);
        }
        var refused = code.equals("none");
        var draft =
                again(scene, path, scene.phrase(refused ? "country.refused" : "country.write-it"));
        draft.next.countryRefused |= refused;
        return draft;
    }

    private Draft local(Scene scene, CrisisPath path, String code) {
        var there = scene.in(code);
        return again(there, path, text.local(there, path)).remember(new Fact.Country(code));
    }
}
