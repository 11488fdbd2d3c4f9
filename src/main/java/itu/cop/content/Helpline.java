package itu.cop.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to call or write to. Fields are null where the source says nothing; nothing is ever
 * guessed.
 *
 * @param name as its own people call it
 * @param phone as printed in the source
 * @param text SMS or messenger, as printed
 * @param chat a web chat or address
 * @param email an address to write to
 * @param url its site
 * @param hours as printed; null means "hours not known"
 * @param open the same in a form that can be computed with; null where it could not be read
 * @param languages English names, as printed
 * @param kinds what it is for: child, crisis, women, missing …
 * @param region set when it serves only a part of the country
 * @param confidence A (own directory), B (dated), C (old or weak, never in an urgent answer)
 * @param source where the facts were read
 * @param checkedOn when the source was last seen or changed; null when it is undated
 */
public record Helpline(
        String name,
        @Nullable String phone,
        @Nullable String text,
        @Nullable String chat,
        @Nullable String email,
        @Nullable String url,
        @Nullable String hours,
        @Nullable OpeningHours open,
        List<String> languages,
        List<String> kinds,
        @Nullable String region,
        @Nullable String note,
        Confidence confidence,
        String source,
        @Nullable LocalDate checkedOn) {
    public Helpline {
        languages = List.copyOf(languages);
        kinds = List.copyOf(kinds);
    }

    /** How far the facts can be trusted. D is not shipped. */
    public enum Confidence {
        A,
        B,
        C
    }
}
