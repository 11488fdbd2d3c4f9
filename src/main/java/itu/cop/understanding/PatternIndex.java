package itu.cop.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Many patterns at once: only those whose words occur in a text are tried on it. */
final class PatternIndex<T> {
    private static final int MOST_HITS = 50;

    private final Map<String, List<Entry<T>>> byWord = new HashMap<>();
    private final Map<String, List<Entry<T>>> byStart = new HashMap<>();
    private int longestStart;

    /** Where a pattern of this owner matches: from the first letter to after the last. */
    record Hit<T>(T owner, int from, int to) {
        boolean overlaps(Hit<?> other) {
            return from < other.to && other.from < to;
        }
    }

    private record Entry<T>(T owner, PatternLanguage.Compiled pattern) {}

    void add(T owner, PatternLanguage.Compiled pattern) {
        for (var key : pattern.keys()) {
            var word = key.replace("*", "");
            if (key.endsWith("*")) {
                longestStart = Math.max(longestStart, word.length());
            }
            (key.endsWith("*") ? byStart : byWord)
                    .computeIfAbsent(word, _ -> new ArrayList<>())
                    .add(new Entry<>(owner, pattern));
        }
    }

    /** All places where any pattern matches a normalised text, overlapping ones too. */
    List<Hit<T>> find(String text) {
        var hits = new ArrayList<Hit<T>>();
        for (var entry : candidates(text)) {
            var matcher = entry.pattern.expression().matcher(text + " ");
            int from = 0;
            while (hits.size() < MOST_HITS && from <= text.length() && matcher.find(from)) {
                hits.add(new Hit<>(entry.owner, matcher.start(), matcher.end() - 1));
                from = matcher.start() + 1;
            }
        }
        return hits;
    }

    private Set<Entry<T>> candidates(String text) {
        var found = new LinkedHashSet<Entry<T>>();
        for (var word : text.split(" ", -1)) {
            found.addAll(byWord.getOrDefault(word, List.of()));
            for (int end = 1; end <= Math.min(longestStart, word.length()); end++) {
                found.addAll(byStart.getOrDefault(word.substring(0, end), List.of()));
            }
        }
        return found;
    }
}
