package itu.cop.conversation;

import itu.cop.content.Severity;
import itu.cop.conversation.State.Crisis;
import itu.cop.conversation.State.Suspended;
import itu.cop.understanding.Understood;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs every crisis path. Comes before all else, whatever is going on. */
final class CrisisDialogue {
    /** How long after a crisis to keep to what matters. */
    static final Duration CAREFUL = Duration.ofDays(3);

    private final Lines lines;
    private final CrisisText text;
    private final CrisisAnswers answers;

    CrisisDialogue(Lines lines, CrisisText text, CrisisAnswers answers) {
        this.lines = lines;
        this.text = text;
        this.answers = answers;
    }

    /** Words that tell of danger. */
    Optional<Draft> danger(Scene scene) {
        return scene.said()
                .filter(said -> said.understood().severity().isCrisis())
                .map(said -> answerDanger(scene, said));
    }

    private Draft answerDanger(Scene scene, Event.Said said) {
        var understood = said.understood();
        var severity = scene.under13() ? Severity.URGENT : understood.severity();
        var alert = new Effect.Escalate(severity, understood.intent(), understood.clear());
        if (scene.held() && severity != Severity.URGENT) {
            var draft = Draft.silent(scene).effect(alert);
            draft.next.carefulUntil = scene.now().plus(CAREFUL);
            return draft;
        }
        if (!scene.held() && isMoreOfTheSame(scene, understood, severity)) {
            return answers.take(scene).orElseGet(() -> start(scene, said, severity)).effect(alert);
        }
        return start(scene, said, severity).effect(alert);
    }

    /** True while a question of this crisis is open, and for an answer that was typed as shown. */
    private static boolean isMoreOfTheSame(Scene scene, Understood understood, Severity severity) {
        var crisis = scene.state().crisis();
        var same =
                crisis != null
                        && crisis.intent().equals(understood.intent())
                        && severity.compareTo(crisis.severity()) <= 0;
        return CrisisAnswers.isOpen(scene) && (same || scene.choice("crisis:say:").isPresent());
    }

    private Draft start(Scene scene, Event.Said said, Severity found) {
        var understood = said.understood();
        var before = scene.state().crisis();
        var severity =
                CrisisAnswers.isOpen(scene) && before != null ? found.or(before.severity()) : found;
        var draft = open(scene, understood.intent(), severity);
        var path = scene.path(understood.intent());
        if (path.isEmpty()) {
            return draft.say(withoutPath(scene), List.of(scene.helpButton()));
        }
        text.first(draft, scene, path.get(), severity, understood.clear());
        if (said.relayed()) {
            text.relayed(draft, scene, path.get());
        } else if (understood.clear()) {
            text.question(draft, scene, path.get());
        } else {
            text.check(draft, scene, path.get());
        }
        text.country(draft, scene);
        return draft;
    }

    private Draft open(Scene scene, String intent, Severity severity) {
        var draft = new Draft(scene).crisis();
        draft.next.crisis = new Crisis(intent, severity, scene.now(), false);
        draft.next.carefulUntil = scene.now().plus(CAREFUL);
        draft.next.covered = false;
        if (!CrisisAnswers.isOpen(scene)) {
            draft.next.suspended = new Suspended(scene.state().pending(), scene.state().offered());
        }
        return draft;
    }

    private String withoutPath(Scene scene) {
        return scene.phrase("crisis.anytime")
                + "\n"
                + lines.help(scene)
                + "\n"
                + scene.phrase("crisis.bot-line");
    }

    /** The safe word brings help back, also after hiding. */
    Optional<Draft> safeWord(Scene scene) {
        if (!scene.hears("safe")) {
            return Optional.empty();
        }
        var crisis = scene.state().crisis();
        if (crisis == null || !scene.careful()) {
            return Optional.of(anyHelp(scene));
        }
        var draft = open(scene, crisis.intent(), crisis.severity());
        var path = scene.path(crisis.intent());
        if (path.isEmpty()) {
            return Optional.of(anyHelp(scene));
        }
        text.first(draft, scene, path.get(), crisis.severity(), true);
        text.question(draft, scene, path.get());
        text.country(draft, scene);
        return Optional.of(draft);
    }

    private Draft anyHelp(Scene scene) {
        var draft = new Draft(scene).crisis();
        draft.next.covered = false;
        draft.say(
                withoutPath(scene),
                List.of(scene.helpButton(), scene.option("hide", "button.hide")));
        draft.say(scene.phrase("crisis.tell-me"));
        text.country(draft, scene);
        return draft;
    }
}
