package itu.cop.conversation;

import itu.cop.content.Intent;
import itu.cop.content.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks how an answer landed: whether it helped or, when there is reason to, how they are. */
final class WellbeingCheck {
    private static final String PENDING = "check";
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MANY = 3;

    /** After these, how they are is always asked. */
    private static final List<String> ALWAYS =
            List.of("risk/image-leaked", "risk/deepfake", "risk/nudes-pressure");

    private final Lines lines;

    WellbeingCheck(Lines lines) {
        this.lines = lines;
    }

    /** The one question after an answer. */
    void ask(Draft draft, Scene scene, Intent intent, boolean watch) {
        var worries = watch ? worries(scene) : scene.state().worries();
        draft.next.worries = worries;
        var heavy = watch && (worries.size() >= MANY || scene.mentions("heavy"));
        if (heavy || ALWAYS.contains(intent.id())) {
            draft.say(
                    scene.phrase("check.ask"),
                    List.of(
                            scene.option("check:yes", "check.okay"),
                            scene.option("check:no", "check.not-really"),
                            scene.option("check:unsaid", "crisis.unsaid")));
            draft.next.pending = PENDING;
        } else if (scene.state().introduced() && !scene.guarded()) {
            draft.say(
                    scene.phrase("helped.ask"),
                    List.of(scene.option("help:yes", "yes"), scene.option("help:no", "no")));
            draft.next.pending = "helped";
        }
    }

    private static List<Instant> worries(Scene scene) {
        var since = scene.now().minus(DAY);
        var recent = new ArrayList<Instant>();
        scene.state().worries().stream().filter(since::isBefore).forEach(recent::add);
        if (scene.said().isPresent()) {
            recent.add(scene.now());
        }
        return recent;
    }

    Optional<Draft> take(Scene scene) {
        var how = scene.choice("check:");
        var asked = scene.state().pending().equals(PENDING) && scene.choice().isEmpty();
        var unclear = asked && scene.said().isPresent() && scene.intent().isEmpty();
        if (how.isPresent() || unclear) {
            return Optional.of(how.orElse("unsaid").equals("yes") ? okay(scene) : notOkay(scene));
        }
        return scene.choice("help:").map(id -> id.equals("yes") ? okay(scene) : noHelp(scene));
    }

    private static Draft okay(Scene scene) {
        return new Draft(scene).say(scene.phrase("helped.yes"), MenuDialogue.menu(scene));
    }

    /** Lines at once; when they said so themselves, a human is to look as well. */
    private Draft notOkay(Scene scene) {
        var draft = new Draft(scene).sensitive();
        var topic = scene.state().topic();
        if (scene.chose("check:no")) {
            var intent = topic == null ? "bot/helpline" : topic.intent();
            draft.effect(new Effect.Escalate(Severity.WATCH, intent, true));
        }
        return draft.say(
                scene.phrase("check.not-okay") + "\n\n" + lines.help(scene),
                Draft.offers(
                        scene,
                        List.of("bot/helpline", "bot/country", "wellbeing/telling-an-adult")));
    }

    private static Draft noHelp(Scene scene) {
        var topic = scene.state().topic();
        var choices = new ArrayList<Choice>();
        if (topic != null) {
            choices.add(scene.option("simpler", "button.simpler"));
            scene.find(topic.intent())
                    .map(intent -> Draft.offers(scene, intent.buttons()))
                    .ifPresent(choices::addAll);
        }
        var some = choices.stream().limit(Draft.MOST_CHOICES - 2L);
        return new Draft(scene)
                .say(scene.phrase("helped.no"), some.toList())
                .button(scene.helpButton())
                .button(scene.menuButton());
    }
}
