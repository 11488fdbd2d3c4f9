package itu.cop.conversation;

import itu.cop.content.Intent;
import itu.cop.content.Language;
import itu.cop.content.Severity;
import itu.cop.understanding.Understood.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ways on where there is no answer: hello, the menu, guesses. Never a dead end. */
final class MenuDialogue {
    /** Timers that come back to somebody who chose it. */
    static final String CHECK_IN = "check-in-";

    private static final List<String> MENU =
            List.of(
                    "action/report",
                    "action/block",
                    "rights/overview",
                    "bot/quiz",
                    "bot/tip",
                    "bot/confidentiality",
                    "bot/helpline");
    private static final List<String> SMALL =
            List.of("greeting", "smalltalk", "thanks", "goodbye", "yes", "no", "insult");

    private final Lines lines;

    MenuDialogue(Lines lines) {
        this.lines = lines;
    }

    static List<Choice> menu(Scene scene) {
        return Draft.offers(scene, MENU);
    }

    /** Hello: somebody new is told what this is; after a crisis the talk stays calm. */
    Optional<Draft> hello(Scene scene) {
        var start = scene.command("start") || scene.asksFor("bot/greeting");
        if (start && !scene.state().introduced() && !scene.guarded()) {
            var draft = new Draft(scene).say(scene.phrase("intro"), menu(scene));
            draft.next.introduced = true;
            return Optional.of(draft);
        }
        if (scene.careful() && SMALL.stream().anyMatch(name -> scene.asksFor("bot/" + name))) {
            return Optional.of(new Draft(scene).say(scene.phrase("careful.here"), menu(scene)));
        }
        return Optional.empty();
    }

    Optional<Draft> showMenu(Scene scene) {
        return asksForMenu(scene) ? Optional.of(help(scene)) : Optional.empty();
    }

    private static boolean asksForMenu(Scene scene) {
        var command = scene.command("start") || scene.command("help");
        return command || scene.chose("menu") || scene.hears("menu") || scene.asksFor("bot/help");
    }

    private static Draft help(Scene scene) {
        var says = scene.find("bot/help").map(intent -> intent.answer(Intent.Door.ME).validate());
        return new Draft(scene).say(says.orElseGet(() -> scene.phrase("menu.says")), menu(scene));
    }

    /** Voice notes, pictures and files: nothing of them is opened, so there are ways to tap. */
    Optional<Draft> unopened(Scene scene) {
        if (!(scene.event() instanceof Event.Unopened(var kind))) {
            return Optional.empty();
        }
        var key =
                switch (kind) {
                    case VOICE -> "unopened.voice";
                    case PICTURE -> "unopened.picture";
                    case FILE, OTHER -> "unopened.file";
                };
        var draft = new Draft(scene).sensitive();
        draft.say(scene.phrase(key) + "\n\n" + lines.help(scene), menu(scene));
        return Optional.of(draft.keep());
    }

    /** Asked for by a timer: neutral, whoever reads it. */
    Optional<Draft> due(Scene scene) {
        if (!(scene.event() instanceof Event.Due(var timer))) {
            return Optional.empty();
        }
        return Optional.of(
                scene.held() || !timer.startsWith(CHECK_IN)
                        ? Draft.silent(scene)
                        : new Draft(scene).keep().alone().say(scene.phrase("check-in")));
    }

    /** Two or three guesses to tap. */
    Optional<Draft> guess(Scene scene) {
        var guesses = guesses(scene);
        var unsure = scene.said().filter(said -> is(said, Outcome.DID_YOU_MEAN)).isPresent();
        if (!unsure || guesses.isEmpty() || scene.choice().isPresent()) {
            return Optional.empty();
        }
        var choices = new ArrayList<>(guesses);
        choices.add(scene.option("menu", "guess.other"));
        return Optional.of(new Draft(scene).say(scene.phrase("guess"), choices));
    }

    private static boolean is(Event.Said said, Outcome outcome) {
        return said.understood().outcome() == outcome;
    }

    private static List<Choice> guesses(Scene scene) {
        return scene.said().stream()
                .flatMap(said -> Draft.offers(scene, said.understood().guesses()).stream())
                .toList();
    }

    /** What is left: an honest word, and always a way on. */
    Optional<Draft> fallback(Scene scene) {
        var said = scene.said();
        if (said.isPresent() && is(said.get(), Outcome.NOT_READY)) {
            return Optional.of(Draft.silent(scene).effect(new Effect.AwaitModels()));
        }
        if (said.isPresent() && said.get().relayed()) {
            return Optional.of(relayed(scene));
        }
        return Optional.of(said.isEmpty() ? help(scene) : miss(scene));
    }

    private static Draft relayed(Scene scene) {
        var ids = List.of("risk/stranger-contact", "risk/scams", "action/report", "bot/helpline");
        return new Draft(scene)
                .sensitive()
                .say(scene.phrase("relayed.what"), Draft.offers(scene, ids))
                .button(scene.menuButton());
    }

    private static Draft miss(Scene scene) {
        var draft = new Draft(scene);
        int misses = scene.state().misses() + 1;
        draft.next.misses = misses;
        var platform = scene.said().map(said -> said.understood().platform()).orElse(null);
        if (platform != null && scene.find(Language::platforms, platform).isPresent()) {
            return draft.say(scene.phrase("miss.platform"), sections(scene, platform));
        }
        if (scene.language().intents().isEmpty()) {
            return draft.say(scene.phrase("language.for-now"), menu(scene))
                    .button(scene.helpButton());
        }
        if (misses == 1) {
            return draft.say(scene.phrase("miss.first"), menu(scene));
        }
        var ways = Stream.of(guesses(scene), last(scene), menu(scene)).flatMap(List::stream);
        var choices = ways.distinct().limit(Draft.MOST_CHOICES - 1L).toList();
        return draft.say(scene.phrase(misses == 2 ? "miss.second" : "miss.more"), choices)
                .button(scene.helpButton());
    }

    private static List<Choice> last(Scene scene) {
        var topic = scene.state().topic();
        return topic == null ? List.of() : Draft.offers(scene, List.of(topic.intent()));
    }

    private static List<Choice> sections(Scene scene, String platform) {
        return Stream.of("report", "block", "private", "recover", "location")
                .map(key -> scene.option("platform:" + platform + ":" + key, "button." + key))
                .toList();
    }

    /** True when the words were worrying: then help is one tap away. */
    static boolean worries(Scene scene) {
        return scene.severity() == Severity.WATCH;
    }
}
