package itu.cop.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Many patterns at once: only those whose words occur in a text are tried on it. */
final class PatternIndex<T> {
    private static final int MOST_HITS = 50;

    private final List<Entry<T>> entries = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> entriesByNumber = new ArrayList<>();
    private int longestStart;

    /** Where a pattern of this owner matches: from the first letter to after the last. */
    record Hit<T>(T owner, int from, int to) {
        boolean overlaps(Hit<?> other) {
            return from < other.to && other.from < to;
        }
    }

    /** A pattern; of every group of words one has to be in the text. */
    private record Entry<T>(T owner, PatternLanguage.Compiled pattern, List<int[]> groups) {}

    /** Adds what can be read; returns the rest with its position and the reason. */
    List<String> add(T owner, String id, List<String> sources, UnaryOperator<String> plain) {
        var problems = new ArrayList<String>();
        for (var source : sources) {
            try {
                add(owner, PatternLanguage.compile(source, plain));
            } catch (IllegalArgumentException mistake) {
                problems.add(id + ": \"" + source + "\" " + mistake.getMessage());
            }
        }
        return problems;
    }

    void add(T owner, PatternLanguage.Compiled pattern) {
        var groups = pattern.needs().stream().map(this::numbers).toList();
        for (int number : groups.getFirst()) {
            entriesByNumber.get(number).add(entries.size());
        }
        entries.add(new Entry<>(owner, pattern, groups));
    }

    private int[] numbers(List<String> keys) {
        var group = new int[keys.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = number(keys.get(i));
        }
        return group;
    }

    private int number(String key) {
        var known = numbers.putIfAbsent(key, numbers.size());
        if (known != null) {
            return known;
        }
        entriesByNumber.add(new ArrayList<>(1));
        if (key.endsWith("*")) {
            longestStart = Math.max(longestStart, key.length() - 1);
        }
        return entriesByNumber.size() - 1;
    }

    /** The text with this letter in place of each one that a pattern matches. */
    String blanked(String text, char blank) {
        var rest = new StringBuilder(text);
        for (var hit : find(text)) {
            for (int i = hit.from; i < hit.to; i++) {
                rest.setCharAt(i, blank);
            }
        }
        return rest.toString();
    }

    /** All places where any pattern matches a normalised text, overlapping ones too. */
    List<Hit<T>> find(String text) {
        var there = numbers(text);
        var candidates = new BitSet();
        there.stream().forEach(number -> entriesByNumber.get(number).forEach(candidates::set));
        var hits = new ArrayList<Hit<T>>();
        candidates.stream()
                .mapToObj(entries::get)
                .filter(entry -> entry.groups.stream().allMatch(group -> meets(group, there)))
                .forEach(entry -> find(entry, text, hits));
        return hits;
    }

    private static boolean meets(int[] group, BitSet there) {
        for (int number : group) {
            if (there.get(number)) {
                return true;
            }
        }
        return false;
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
