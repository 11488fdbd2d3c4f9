package itu.cop.content;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Chooses whom to show. */
public final class Helplines {
    private static final String CHILD = "child";

    private Helplines() {}

    /**
     * The lines to show, best first: by kind in the order wanted; then open now, hours not known,
     * closed; then those that speak the language; then those that serve the whole country; then the
     * better source.
     *
     * @param kinds wanted, in order, as in {@link CrisisPath#referral()}; kinds no line has are
     *     skipped; empty: child lines first, then all others
     * @param urgent leave out confidence C
     * @return empty where the country has none that fits
     */
    public static List<Helpline> choose(
            Country country, String language, List<String> kinds, Instant now, boolean urgent) {
        return country.helplines().stream()
                .filter(line -> !urgent || line.confidence() != Helpline.Confidence.C)
                .filter(line -> kinds.isEmpty() || line.kinds().stream().anyMatch(kinds::contains))
                .sorted(
                        Comparator.comparingInt((Helpline line) -> rank(line, kinds))
                                .thenComparing(line -> openness(line, now))
                                .thenComparingInt(line -> speaks(line, language) ? 0 : 1)
                                .thenComparingInt(line -> line.region() == null ? 0 : 1)
                                .thenComparing(Helpline::confidence))
                .toList();
    }

    /** True when the country has a child line whose facts may be used in an urgent answer. */
    public static boolean hasChildLine(Country country) {
        return country.helplines().stream()
                .anyMatch(line ->
                        line.kinds().contains(CHILD) && line.confidence() != Helpline.Confidence.C);
    }

    /** Whether the line answers now; not known where its hours are not. */
    public static Openness openness(Helpline line, Instant now) {
        var hours = line.open();
        if (hours == null) {
            return Openness.NOT_KNOWN;
        }
        return hours.isOpen(now) ? Openness.OPEN : Openness.CLOSED;
    }

    private static int rank(Helpline line, List<String> kinds) {
        if (kinds.isEmpty()) {
            return line.kinds().contains(CHILD) ? 0 : 1;
        }
        return line.kinds().stream()
                .mapToInt(kinds::indexOf)
                .filter(index -> index >= 0)
                .min()
                .orElse(kinds.size());
    }

    private static boolean speaks(Helpline line, String language) {
        var name = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
        return line.languages().stream().anyMatch(spoken -> spoken.startsWith(name));
    }

    /** Whether somebody answers, best first. */
    public enum Openness {
        OPEN,
        NOT_KNOWN,
        CLOSED
    }
}
