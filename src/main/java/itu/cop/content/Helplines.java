package itu.cop.content;

import java.time.Instant;
import java.util.List;

/** Chooses whom to show. */
public final class Helplines {
    private Helplines() {}

    /**
     * The lines to show, best first: open now, then hours not known, then closed; those that speak
     * the language first; child lines first unless the kinds say otherwise.
     *
     * @param kinds wanted, in order, as in {@link CrisisPath#referral()}; kinds no line has are
     *     skipped
     * @param urgent leave out confidence C
     * @return empty where the country has none that fits
     */
    public static List<Helpline> choose(
            Country country, String language, List<String> kinds, Instant now, boolean urgent) {
        return List.of();
    }
}
