package itu.cop.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many patterns at once: only those whose words occur in a text are tried on it. */
final class PatternIndex<T> {
    private static final int MOST_HITS = 50;

    private final List<Entry<T>> entries = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<BitSet> entriesByNumber = new ArrayList<>();
    private int longestStart;

    /** Where a pattern of this owner matches: from the first letter to after the last. */
    record Hit<T>(T owner, int from, int to) {
        boolean overlaps(Hit<?> other) {
            return from < other.to && other.from < to;
        }
    }

    /** A pattern; of every group of words one has to be in the text. */
    private record Entry<T>(T owner, PatternLanguage.Compiled pattern, List<BitSet> groups) {}

    /** Adds what can be read; returns the rest with its position and the reason. */
    List<String> add(T owner, String id, List<String> sources) {
        var problems = new ArrayList<String>();
        for (var source : sources) {
            try {
                add(owner, PatternLanguage.compile(source));
            } catch (IllegalArgumentException mistake) {
                problems.add(id + ": \"" + source + "\" " + mistake.getMessage());
            }
        }
        return problems;
    }

    void add(T owner, PatternLanguage.Compiled pattern) {
        var groups = pattern.needs().stream().map(this::number).toList();
        groups.getFirst().stream()
                .forEach(number -> entriesByNumber.get(number).set(entries.size()));
        entries.add(new Entry<>(owner, pattern, groups));
    }

    private BitSet number(List<String> keys) {
        var group = new BitSet();
        for (var key : keys) {
            group.set(numbers.computeIfAbsent(key, _ -> numbers.size()));
            if (entriesByNumber.size() < numbers.size()) {
                entriesByNumber.add(new BitSet());
            }
            if (key.endsWith("*")) {
                longestStart = Math.max(longestStart, key.length() - 1);
            }
        }
        return group;
    }

    /** All places where any pattern matches a normalised text, overlapping ones too. */
    List<Hit<T>> find(String text) {
        var there = numbers(text);
        var candidates = new BitSet();
        there.stream().forEach(number -> candidates.or(entriesByNumber.get(number)));
        var hits = new ArrayList<Hit<T>>();
        candidates.stream()
                .mapToObj(entries::get)
                .filter(entry -> entry.groups.stream().allMatch(there::intersects))
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

    /** The known words of a text, and their beginnings as patterns write them. */
    private BitSet numbers(String text) {
        var there = new BitSet();
        for (var word : text.split(" ", -1)) {
            add(word, there);
            for (int end = 1; end <= Math.min(longestStart, word.length()); end++) {
                add(word.substring(0, end) + "*", there);
            }
        }
        return there;
    }

    private void add(String key, BitSet there) {
        var number = numbers.get(key);
        if (number != null) {
            there.set(number);
        }
    }
}
