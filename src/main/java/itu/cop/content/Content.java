package itu.cop.content;

import java.util.Map;
import java.util.Optional;

/**
 * All of {@code intents/}, read once. Tests build a small one by hand.
 *
 * @param version a hash of every file: changes when any file does
 * @param languages by BCP 47 tag; {@code en} is always there
 * @param countries by ISO 3166 code in lower case
 */
public record Content(
        String version, Map<String, Language> languages, Map<String, Country> countries) {
    /** The language that neutral facts (severity, article, route) are read from. */
    public static final String SOURCE_LANGUAGE = "en";

    public Content {
        languages = Map.copyOf(languages);
        countries = Map.copyOf(countries);
    }

    /** This language, or the source language where there is none. */
    public Language in(String tag) {
        var language = languages.get(tag);
        return language == null ? source() : language;
    }

    /** English. */
    public Language source() {
        return java.util.Objects.requireNonNull(languages.get(SOURCE_LANGUAGE));
    }

    /** The country of this code. */
    public Optional<Country> country(String code) {
        return Optional.ofNullable(countries.get(code));
    }
}
