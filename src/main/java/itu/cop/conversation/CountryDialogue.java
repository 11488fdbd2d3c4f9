package itu.cop.conversation;

import itu.cop.content.Country;
import itu.cop.person.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where somebody is, and the lines that listen there. Asked only when it is needed. */
final class CountryDialogue {
    private static final String PENDING = "country";
    private static final int LIKELY = 6;

    private final Lines lines;

    CountryDialogue(Lines lines) {
        this.lines = lines;
    }

    Optional<Draft> take(Scene scene) {
        var code = scene.choice("country:");
        if (code.isPresent()) {
            return Optional.of(chosen(scene, code.get()));
        }
        var asked = scene.state().pending().equals(PENDING) || scene.command(PENDING);
        var named = told(scene, asked);
        if (named.isPresent()) {
            return named.map(country -> set(scene, country));
        }
        if (asked && refuses(scene)) {
            return Optional.of(refuse(scene));
        }
        if (wantsLines(scene)) {
            return Optional.of(help(scene));
        }
        return asksToChange(scene) ? Optional.of(ask(scene)) : Optional.empty();
    }

    private static Optional<Country> told(Scene scene, boolean asked) {
        var about = asked || asksToChange(scene) || wantsLines(scene) || isOnlyAName(scene);
        return about && scene.choice().isEmpty() ? named(scene, asked) : Optional.empty();
    }

    private static boolean wantsLines(Scene scene) {
        return scene.asksFor("bot/helpline") || scene.chose("helpline");
    }

    private static boolean asksToChange(Scene scene) {
        return scene.asksFor("bot/country") || scene.command(PENDING);
    }

    private static boolean refuses(Scene scene) {
        return scene.hears("no") || scene.hears("unclear");
    }

    private static boolean isOnlyAName(Scene scene) {
        return scene.content().countries().values().stream()
                .anyMatch(country -> scene.words().equals(Scene.plain(country.name())));
    }

    private Draft chosen(Scene scene, String code) {
        return switch (code) {
            case "none" -> refuse(scene);
            case "other" ->
                    new Draft(scene).ask(PENDING, scene.phrase("country.write-it"), none(scene));
            default ->
                    scene.content()
                            .country(code)
                            .map(c -> set(scene, c))
                            .orElseGet(() -> ask(scene));
        };
    }

    private Draft set(Scene scene, Country country) {
        var there = scene.in(country.code());
        return new Draft(there)
                .sensitive()
                .remember(new Fact.Country(country.code()))
                .say(lines.help(there), List.of(scene.menuButton()));
    }

    private Draft refuse(Scene scene) {
        var draft =
                new Draft(scene).say(scene.phrase("country.refused"), List.of(scene.menuButton()));
        draft.next.countryRefused = true;
        return draft;
    }

    private static Draft ask(Scene scene) {
        return new Draft(scene).ask(PENDING, scene.phrase("country.ask"), choices(scene));
    }

    /** Lines where they are; where that is not known, the ways that work anywhere come first. */
    private Draft help(Scene scene) {
        var known = lines.country(scene).isPresent();
        var draft = new Draft(scene).sensitive();
        draft.say(
                lines.help(scene),
                List.of(
                        scene.option(
                                known ? "country:other" : "menu",
                                known ? "country.change" : "menu")));
        if (!known && !scene.state().countryRefused()) {
            draft.ask(PENDING, scene.phrase("country.ask"), choices(scene));
        } else if (!known) {
            draft.button(scene.option("country:other", "country.choose"));
        }
        return draft;
    }

    private static List<Choice> none(Scene scene) {
        return List.of(scene.option("country:none", "country.rather-not"));
    }

    /** Likely countries as buttons, another one, and none. */
    static List<Choice> choices(Scene scene) {
        var tag = scene.language().tag();
        var choices = new ArrayList<Choice>();
        likely(scene)
                .limit(LIKELY)
                .map(country -> new Choice("country:" + country.code(), name(country, tag)))
                .forEach(choices::add);
        choices.add(scene.option("country:other", "country.other"));
        choices.addAll(none(scene));
        return choices;
    }

    // which are likely is written by those who know the language, never guessed from a person
    private static Stream<Country> likely(Scene scene) {
        var named =
                scene.language().words().getOrDefault("likely-countries", List.of()).stream()
                        .flatMap(code -> scene.content().country(code).stream());
        var others =
                scene.content().countries().values().stream()
                        .sorted(Comparator.comparing(Country::name));
        return Stream.concat(named, others).distinct();
    }

    /** The name of a country in a language. */
    static String name(Country country, String tag) {
        var name = region(country).getDisplayCountry(Locale.forLanguageTag(tag));
        return tag.equals("en") || name.isEmpty() ? country.name() : name;
    }

    private static Locale region(Country country) {
        return Locale.of("", country.code().toUpperCase(Locale.ROOT));
    }

    /** The country that the text names; as an answer to the question, also by its code. */
    static Optional<Country> named(Scene scene, boolean asked) {
        var all = scene.content().countries().values();
        var byCode = all.stream().filter(country -> asked && isCode(scene, country)).findFirst();
        return byCode.or(() ->
                all.stream()
                        .filter(country -> longest(scene, country) > 0)
                        .max(Comparator.comparingInt(country -> longest(scene, country))));
    }

    private static boolean isCode(Scene scene, Country country) {
        var words = scene.words();
        var text = words.startsWith("/") ? words.substring(words.indexOf(' ') + 1) : words;
        return text.equals(country.code()) && !refuses(scene) && !scene.hears("yes");
    }

    /** The longest of its names in the text: "Niger" is no part of "Nigeria", but "Guinea" is. */
    private static int longest(Scene scene, Country country) {
        var names = Stream.of(country.name(), name(country, scene.language().tag()));
        var words = scene.language().words().getOrDefault("country-" + country.code(), List.of());
        return Stream.concat(names, words.stream())
                .map(Scene::plain)
                .filter(scene::contains)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
