package itu.cop.conversation;

import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.content.Helplines;
import itu.cop.person.AgeBand;
import itu.cop.person.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** An ordered list of dialogues, crisis first; the first that takes a turn answers it. */
@Component
public class Conversation {
    private final Supplier<Content> content;
    private final List<Dialogue> dialogues;

    @Autowired
    Conversation(ContentFolder folder) {
        this(folder::current, Helplines::choose);
    }

    Conversation(Supplier<Content> content, Lines.Chooser chooser) {
        this.content = content;
        var lines = new Lines(chooser);
        this.dialogues = Stream.of(safety(lines), rest(lines)).flatMap(List::stream).toList();
    }

    /** What always works, also while a human holds the chat. */
    private static List<Dialogue> safety(Lines lines) {
        var text = new CrisisText(lines);
        var answers = new CrisisAnswers(lines, text);
        var crisis = new CrisisDialogue(lines, text, answers);
        var personal = new PersonalDialogue(lines);
        return List.of(
                crisis::danger,
                Conversation::edited,
                crisis::safeWord,
                personal::hide,
                personal::stop,
                personal::data,
                answers::take);
    }

    private static List<Dialogue> rest(Lines lines) {
        var personal = new PersonalDialogue(lines);
        var play = new PlayDialogue();
        var check = new WellbeingCheck(lines);
        var menu = new MenuDialogue(lines);
        return List.of(
                menu::due,
                Conversation::humanSpeaks,
                menu::unopened,
                play::quiz,
                personal::age,
                new CountryDialogue(lines)::take,
                personal::language,
                menu::hello,
                menu::showMenu,
                play::offer,
                play::subscribe,
                check::take,
                new AnswerDialogue(check)::take,
                menu::guess,
                menu::fallback);
    }

    /** The answer to a turn. Pure: the same turn gives the same reply. */
    public Reply reply(Turn turn) {
        var scene = new Scene(content.get(), turn);
        var draft =
                dialogues.stream()
                        .map(dialogue -> dialogue.take(scene))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseGet(() -> Draft.silent(scene));
        rememberLanguage(scene, draft);
        if (!draft.isAlone() && !draft.isCrisis()) {
            finish(scene, draft);
        }
        return draft.reply();
    }

    /** What they write in is what they read: buttons come without words to tell it by. */
    private static void rememberLanguage(Scene scene, Draft draft) {
        var tag = scene.language().tag();
        if (scene.said().filter(said -> !said.relayed()).isPresent()
                && !tag.equals(scene.person().language())) {
            draft.remember(new Fact.Language(tag));
        }
    }

    /** An earlier text was changed, and tells of no danger. */
    private static Optional<Draft> edited(Scene scene) {
        return scene.said().filter(Event.Said::edited).map(said -> Draft.silent(scene));
    }

    /** While a human holds the chat the bot is silent, but for its buttons. */
    private static Optional<Draft> humanSpeaks(Scene scene) {
        return scene.held() && !(scene.event() instanceof Event.Pressed)
                ? Optional.of(Draft.silent(scene))
                : Optional.empty();
    }

    /** What belongs to every reply: the quiz that waits, help at hand, who the bot is. */
    private static void finish(Scene scene, Draft draft) {
        helpAtHand(scene, draft);
        if (!draft.next.introduced) {
            draft.say(scene.phrase("intro"));
            draft.next.introduced = true;
        }
        if (isAgeDue(scene, draft)) {
            PersonalDialogue.askAge(draft, scene, "age");
        }
    }

    private static void helpAtHand(Scene scene, Draft draft) {
        var interrupted = draft.next.game != null && !draft.next.pending.equals("quiz");
        if (interrupted && !scene.careful()) {
            draft.button(scene.option("quiz:go-on", "quiz.go-on"));
        }
        if ((scene.guarded() && !draft.next.covered) || MenuDialogue.worries(scene)) {
            draft.button(scene.helpButton());
        }
    }

    private static boolean isAgeDue(Scene scene, Draft draft) {
        var unknown = scene.person().age() == AgeBand.NOT_SAID && !draft.next.ageAsked;
        return unknown && draft.next.pending.isEmpty() && !scene.guarded();
    }

    /** One thing a conversation can do: a new one is one class and one line above. */
    @FunctionalInterface
    interface Dialogue {
        /** The answer, or empty when this turn is for another dialogue. */
        Optional<Draft> take(Scene scene);
    }
}
