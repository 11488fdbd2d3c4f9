package itu.cop.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody has to look up about helplines: before a launch, and from time to time. */
public final class HelplineReview {
    private static final int FRESH_DAYS = 180;

    private HelplineReview() {}

    /**
     * Lines to print: the countries that cannot launch for want of a child line, then the helplines
     * that were checked too long ago or at an unknown time, and how many there are of both.
     */
    public static List<String> of(Collection<Country> countries, LocalDate today) {
        var sorted = countries.stream().sorted(Comparator.comparing(Country::code)).toList();
        var blocked = sorted.stream().filter(country -> !Helplines.hasChildLine(country)).toList();
        var lines = new ArrayList<String>();
        lines.add("Launch blockers (no child line of confidence A or B):");
        blocked.forEach(country -> lines.add("  " + title(country)));
        lines.add("Helplines to check again (older than " + FRESH_DAYS + " days, or undated):");
        int stale = 0;
        for (var country : sorted) {
            var old = country.helplines().stream().filter(line -> isOld(line, today)).toList();
            stale += old.size();
            if (!old.isEmpty()) {
                lines.add("  " + title(country));
                old.forEach(line -> lines.add("    " + facts(line)));
            }
        }
        lines.add(blocked.size() + " launch blockers, " + stale + " helplines to check again");
        return lines;
    }

    private static boolean isOld(Helpline line, LocalDate today) {
        var checked = line.checkedOn();
        return checked == null || checked.isBefore(today.minusDays(FRESH_DAYS));
    }

    private static String title(Country country) {
        return country.code() + " " + country.name();
    }

    private static String facts(Helpline line) {
        var checked = line.checkedOn();
        return String.join(
                ", ",
                line.name(),
                line.confidence().name(),
                checked == null ? "undated" : checked.toString());
    }
}
