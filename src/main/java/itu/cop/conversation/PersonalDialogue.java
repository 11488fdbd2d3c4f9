package itu.cop.conversation;

import itu.cop.person.AgeBand;
import itu.cop.person.Fact;
import itu.cop.person.Fact.Purpose;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people decide about themselves: hiding, stopping, their data, age and language. */
final class PersonalDialogue {
    private static final Pattern NUMBER = Pattern.compile("\\b(\\d{1,2})\\b");
    private static final Map<String, AgeBand> BANDS =
            Map.of(
                    "under-13", AgeBand.UNDER_13,
                    "13-15", AgeBand.FROM_13_TO_15,
                    "16-18", AgeBand.FROM_16_TO_18,
                    "adult", AgeBand.ADULT,
                    "not-said", AgeBand.NOT_SAID);
    private static final List<String> AGES =
            List.of("under-13", "13-15", "16-18", "adult", "not-said");

    private final Lines lines;

    PersonalDialogue(Lines lines) {
        this.lines = lines;
    }

    /** Somebody is looking: both sides go, one neutral line stays. */
    Optional<Draft> hide(Scene scene) {
        var asked = scene.hears("hide") || scene.chose("hide") || scene.asksFor("bot/hide");
        if (!asked && !scene.command("hide") && !scene.command("wipe")) {
            return Optional.empty();
        }
        var draft =
                new Draft(scene).alone().effect(new Effect.Wipe()).say(scene.phrase("hide.done"));
        draft.next.covered = true;
        draft.next.topic = null;
        draft.next.suspended = null;
        return Optional.of(draft);
    }

    /** Stops what it names, at once. "Make it stop" is none of these words. */
    Optional<Draft> stop(Scene scene) {
        var asked = scene.hears("stop") || scene.chose("stop") || scene.asksFor("bot/unsubscribe");
        if (!asked && !scene.command("stop")) {
            return Optional.empty();
        }
        var draft = new Draft(scene).keep();
        List.of(Purpose.TIPS, Purpose.BROADCASTS)
                .forEach(purpose -> draft.remember(new Fact.Consent(purpose, false)));
        draft.say(scene.phrase("stop.done"), List.of(scene.helpButton(), scene.menuButton()));
        draft.next.stopped = true;
        draft.next.game = null;
        return Optional.of(draft);
    }

    /** Erases or shows what is kept, each in two steps. */
    Optional<Draft> data(Scene scene) {
        var step = scene.choice("data:");
        if (step.isPresent()) {
            return dataStep(scene, step.get());
        }
        if (scene.command("forget") || scene.hears("forget") || scene.asksFor("bot/delete-data")) {
            return Optional.of(askToErase(scene));
        }
        return scene.command("mydata") || scene.hears("mydata")
                ? Optional.of(counts(scene))
                : Optional.empty();
    }

    private static Draft askToErase(Scene scene) {
        var yes = scene.option("data:erase:yes", "data.erase-yes");
        var no = scene.option("data:erase:no", "data.erase-no");
        return new Draft(scene).ask("data", scene.phrase("data.erase"), List.of(yes, no));
    }

    private static Draft counts(Scene scene) {
        var yes = scene.option("data:words:yes", "data.words-yes");
        var no = scene.option("data:words:no", "data.words-no");
        return new Draft(scene)
                .effect(new Effect.Export(false))
                .ask("data", scene.phrase("data.counts"), List.of(yes, no));
    }

    private static Optional<Draft> dataStep(Scene scene, String step) {
        var draft = new Draft(scene);
        switch (step) {
            case "erase:yes" ->
                    draft.forget().effect(new Effect.Erase()).say(scene.phrase("data.erased"));
            case "words:yes" ->
                    draft.sensitive()
                            .effect(new Effect.Export(true))
                            .say(scene.phrase("data.words"), List.of(scene.menuButton()));
            case "erase:no", "words:no" ->
                    draft.say(scene.phrase("data.kept"), List.of(scene.menuButton()));
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(draft);
    }

    /** Asks for the age, once. */
    static void askAge(Draft draft, Scene scene, String pending) {
        var choices = AGES.stream().map(age -> scene.option("age:" + age, "age." + age)).toList();
        draft.ask(pending, scene.phrase("age.ask"), choices);
        draft.next.ageAsked = true;
    }

    /** Takes the age, by button or in words. */
    Optional<Draft> age(Scene scene) {
        var chosen = scene.choice("age:");
        if (chosen.isPresent()) {
            return Optional.ofNullable(BANDS.get(chosen.get())).map(band -> told(scene, band));
        }
        var asked = scene.state().pending().startsWith("age");
        if (asked && scene.hears("unclear")) {
            return Optional.of(told(scene, AgeBand.NOT_SAID));
        }
        if (!scene.asksFor("bot/age") && !(asked && scene.words().length() <= 25)) {
            return Optional.empty();
        }
        return years(scene).map(years -> told(scene, band(years)));
    }

    private static Optional<Integer> years(Scene scene) {
        var number = NUMBER.matcher(scene.words());
        return number.find() ? Optional.of(Integer.valueOf(number.group(1))) : Optional.empty();
    }

    private static AgeBand band(int years) {
        if (years < 13) {
            return AgeBand.UNDER_13;
        }
        if (years <= 15) {
            return AgeBand.FROM_13_TO_15;
        }
        return years <= 18 ? AgeBand.FROM_16_TO_18 : AgeBand.ADULT;
    }

    private Draft told(Scene scene, AgeBand band) {
        var draft = new Draft(scene).remember(new Fact.Age(band));
        draft.next.ageAsked = true;
        switch (band) {
            case UNDER_13 -> under13(draft, scene);
            case ADULT -> draft.say(scene.phrase("age.thanks-adult"), menu(scene, "bot/adult"));
            case NOT_SAID -> draft.say(scene.phrase("age.thanks-not-said"), menu(scene, "bot/tip"));
            case FROM_13_TO_15, FROM_16_TO_18 -> teen(draft, scene);
        }
        return draft;
    }

    private static void teen(Draft draft, Scene scene) {
        if (scene.state().pending().equals(PlayDialogue.AGE_FIRST)) {
            PlayDialogue.askToSubscribe(draft, scene);
        } else {
            draft.say(scene.phrase("age.thanks"), menu(scene, "bot/quiz"));
        }
    }

    private static List<Choice> menu(Scene scene, String more) {
        return Draft.offers(scene, List.of("bot/help", more, "bot/helpline"));
    }

    /** Age closes no door to help; what is made for older ones stays off. */
    private void under13(Draft draft, Scene scene) {
        List.of(Purpose.TIPS, Purpose.BROADCASTS)
                .forEach(purpose -> draft.remember(new Fact.Consent(purpose, false)));
        draft.sensitive();
        draft.say(
                scene.phrase("age.thanks-under-13") + "\n" + lines.help(scene),
                Draft.offers(scene, List.of("bot/help", "bot/helpline")));
        draft.next.game = null;
    }

    /** Changes the language. */
    Optional<Draft> language(Scene scene) {
        var chosen = scene.choice("lang:").or(() -> namedLanguage(scene));
        if (chosen.isPresent() && scene.content().languages().containsKey(chosen.get())) {
            var there = scene.speaking(chosen.get());
            var hello = there.phrase("language.done");
            return Optional.of(
                    new Draft(there)
                            .remember(new Fact.Language(chosen.get()))
                            .say(hello, List.of(there.menuButton(), there.helpButton())));
        }
        var asked = scene.asksFor("bot/language") || scene.command("language");
        return asked || chosen.isPresent() ? Optional.of(askLanguage(scene)) : Optional.empty();
    }

    private static Optional<String> namedLanguage(Scene scene) {
        var asked =
                scene.asksFor("bot/language")
                        || scene.command("language")
                        || scene.state().pending().equals("language");
        return scene.content().languages().values().stream()
                .filter(language -> asked && scene.choice().isEmpty())
                .filter(language ->
                        scene.contains(Scene.plain(language.nativeName()))
                                || scene.contains(english(language.tag())))
                .map(language -> language.tag())
                .findFirst();
    }

    private static String english(String tag) {
        return Scene.plain(Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH));
    }

    private static Draft askLanguage(Scene scene) {
        var choices =
                scene.content().languages().values().stream()
                        .map(each -> new Choice("lang:" + each.tag(), each.nativeName()))
                        .sorted(Comparator.comparing(Choice::label))
                        .toList();
        return new Draft(scene).ask("language", scene.phrase("language.ask"), choices);
    }
}
