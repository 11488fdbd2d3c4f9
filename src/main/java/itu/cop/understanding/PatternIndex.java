package itu.cop.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Many patterns at once: only those whose words occur in a text are tried on it. */
final class PatternIndex<T> {
    private static final int MOST_HITS = 50;

    private final List<Entry<T>> entries = new ArrayList<>();
    private final Map<String, BitSet> byKey = new HashMap<>();
    private int longestStart;

    /** Where a pattern of this owner matches: from the first letter to after the last. */
    record Hit<T>(T owner, int from, int to) {
        boolean overlaps(Hit<?> other) {
            return from < other.to && other.from < to;
        }
    }

    private record Entry<T>(T owner, PatternLanguage.Compiled pattern) {}

    void add(T owner, PatternLanguage.Compiled pattern) {
        for (var key : pattern.needs().getFirst()) {
            byKey.computeIfAbsent(key, _ -> new BitSet()).set(entries.size());
        }
        pattern.needs().stream()
                .flatMap(List::stream)
                .filter(key -> key.endsWith("*"))
                .forEach(key -> longestStart = Math.max(longestStart, key.length() - 1));
        entries.add(new Entry<>(owner, pattern));
    }

    /** All places where any pattern matches a normalised text, overlapping ones too. */
    List<Hit<T>> find(String text) {
        var hits = new ArrayList<Hit<T>>();
        var there = keys(text);
        var candidates = new BitSet();
        there.forEach(key -> candidates.or(byKey.getOrDefault(key, new BitSet())));
        candidates.stream()
                .mapToObj(entries::get)
                .filter(entry -> mayMatch(entry, there))
                .forEach(entry -> find(entry, text, hits));
        return hits;
    }

    private static <T> void find(Entry<T> entry, String text, List<Hit<T>> hits) {
        var matcher = entry.pattern.expression().matcher(text + " ");
        int from = 0;
        while (hits.size() < MOST_HITS && from <= text.length() && matcher.find(from)) {
            hits.add(new Hit<>(entry.owner, matcher.start(), matcher.end() - 1));
            from = matcher.start() + 1;
        }
    }

    private static boolean mayMatch(Entry<?> entry, Set<String> there) {
        return entry.pattern.needs().stream()
                .noneMatch(group -> Collections.disjoint(there, group));
    }

    /** The words of a text, and their beginnings as patterns write them. */
    private Set<String> keys(String text) {
        var keys = new HashSet<String>();
        for (var word : text.split(" ", -1)) {
            keys.add(word);
            for (int end = 1; end <= Math.min(longestStart, word.length()); end++) {
                keys.add(word.substring(0, end) + "*");
            }
        }
        return keys;
    }
}
