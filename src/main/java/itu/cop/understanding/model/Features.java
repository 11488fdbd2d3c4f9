package itu.cop.understanding.model;

import java.util.Arrays;

/**
 * What a model sees of a normalised text: words, pairs of words, and pieces of 2 to 4 letters
 * inside a word, each as a 64-bit hash.
 */
final class Features {
    private static final int SHORTEST_PIECE = 2;
    private static final int LONGEST_PIECE = 4;
    private static final long WORD = 0x9E3779B97F4A7C15L;
    private static final long PAIR = 0xC2B2AE3D27D4EB4FL;
    private static final long PIECE = 0x165667B19E3779F9L;
    private static final long PRIME = 0x100000001B3L;

    private long[] keys = new long[128];
    private int size;

    private Features() {}

    /** The features of a text, sorted; one that occurs twice is there twice. */
    static long[] of(String text) {
        var features = new Features();
        var before = "<";
        for (var word : text.split(" ", -1)) {
            if (!word.isEmpty()) {
                features.add(hash(WORD, word, 0, word.length()));
                features.pair(before, word);
                features.pieces(word);
                before = word;
            }
        }
        features.pair(before, ">");
        var found = Arrays.copyOf(features.keys, features.size);
        Arrays.sort(found);
        return found;
    }

    private void pair(String first, String second) {
        var seed = hash(PAIR, first, 0, first.length());
        add(hash(seed * PRIME, second, 0, second.length()));
    }

    private void pieces(String word) {
        if (!Character.isLetter(word.codePointAt(0))
                || Character.isIdeographic(word.codePointAt(0))) {
            return;
        }
        var padded = "_" + word + "_";
        for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
            for (int from = 0; from + length <= padded.length(); from++) {
                add(hash(PIECE, padded, from, from + length));
            }
        }
    }

    private void add(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = key;
    }

    private static long hash(long seed, String text, int from, int to) {
        long hash = seed;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash ^= hash >>> 32;
        return hash * WORD;
    }
}
