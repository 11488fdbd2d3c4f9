package itu.cop.understanding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Brings a text into one plain form: lower case words with single spaces between them. Patterns and
 * models see nothing else. Never throws; the result is at most {@link #LIMIT} long, and normalising
 * it again changes nothing.
 */
final class Normaliser {
    /** The longest text that is looked at: of a longer one the head and the tail. */
    static final int LIMIT = 4096;

    private static final int MOST_STRETCHED = 3;

    private Normaliser() {}

    /** The plain form. */
    static String normalise(String raw) {
        return isPlain(raw)
                ? raw
                : fold(NormaliserLetters.clean(bound(raw)), new Reading(false, 'i', 0));
    }

    /** A quick look that spares most words the long way; what it lets pass would not change. */
    private static boolean isPlain(String raw) {
        int start = 0;
        for (int end = 0; end <= raw.length() && start >= 0; end++) {
            if (end == raw.length() || raw.charAt(end) == ' ') {
                start = NormaliserWords.isPlain(raw.substring(start, end)) ? end + 1 : -1;
            }
        }
        return start > 0 && raw.length() <= LIMIT;
    }

    /**
     * The plain form first, then other ways to read a disguised text: {@code k!ll}, {@code ki11},
     * {@code k m s}, {@code diiie}. At most 12.
     */
    static List<String> variants(String raw) {
        var clean = NormaliserLetters.clean(bound(raw));
        var found = new LinkedHashSet<String>();
        int last = (1 << Math.min(MOST_STRETCHED, stretched(clean))) - 1;
        for (int mask = 0; mask <= last; mask++) {
            found.add(fold(clean, new Reading(false, 'i', mask)));
        }
        for (int mask : new int[] {0, last}) {
            found.add(fold(clean, new Reading(true, 'i', mask)));
            found.add(fold(clean, new Reading(true, 'l', mask)));
        }
        return List.copyOf(found);
    }

    /** The same, and each with its misspelt words mended. */
    static Set<String> readings(String raw, UnaryOperator<String> mend) {
        var readings = new LinkedHashSet<>(variants(raw));
        for (var reading : List.copyOf(readings)) {
            readings.add(mend.apply(reading));
        }
        return readings;
    }

    /**
     * How to read what can be read in several ways.
     *
     * @param bold signs and separators inside words count as letters or nothing
     * @param one what the digit 1 stands for
     * @param mask which of the stretched words keep one letter of a run; the others keep two
     */
    private record Reading(boolean bold, char one, int mask) {}

    private static String fold(String clean, Reading reading) {
        var words = new ArrayList<String>();
        int stretched = 0;
        for (var word : NormaliserWords.split(clean, reading.bold)) {
            int most = 2 - (reading.mask >> stretched & 1);
            if (NormaliserLetters.isStretched(word)) {
                stretched = Math.min(stretched + 1, MOST_STRETCHED - 1);
            }
            addWord(word, most, reading, words);
        }
        var text = String.join(" ", words);
        return boundWords(reading.bold ? text.replace("my self", "myself") : text);
    }

    private static void addWord(String raw, int most, Reading reading, List<String> to) {
        var before = to.isEmpty() ? "" : to.getLast();
        var word = NormaliserWords.inOneScript(raw);
        var letters = NormaliserWords.digitsToLetters(word, reading.bold, reading.one);
        var kept = NormaliserLetters.squeeze(letters, most);
        var candidates = new ArrayList<>(List.of(word, letters, kept));
        if (NormaliserLetters.isStretched(letters)) {
            candidates.add(NormaliserLetters.squeeze(letters, 1));
        }
        for (var candidate : candidates) {
            var expanded = NormaliserWords.expand(candidate, before);
            if (expanded != null) {
                to.addAll(List.of(expanded.split(" ", -1)));
                return;
            }
        }
        to.add(kept);
    }

    private static int stretched(String clean) {
        return (int)
                NormaliserWords.split(clean, false).stream()
                        .filter(NormaliserLetters::isStretched)
                        .count();
    }

    private static String bound(String raw) {
        return raw.length() <= LIMIT
                ? raw
                : raw.substring(0, LIMIT / 2) + ' ' + raw.substring(raw.length() - LIMIT / 2 + 1);
    }

    /** As {@link #bound}, between words where there are words. */
    private static String boundWords(String text) {
        if (text.length() <= LIMIT) {
            return text;
        }
        int head = text.lastIndexOf(' ', LIMIT / 2);
        int tail = text.indexOf(' ', text.length() - LIMIT / 2);
        return head < 0 || tail < 0 ? bound(text) : text.substring(0, head) + text.substring(tail);
    }
}
