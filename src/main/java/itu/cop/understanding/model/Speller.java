package itu.cop.understanding.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.LongStream;

/**
 * Mends misspelt words: one slip in a word (a letter too much, missing, wrong or two in the wrong
 * order), two in a long one. Finds candidates by the letters they leave out alike.
 */
final class Speller {
    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    private static final int LONGEST = 24;

    /** The rank of a word takes the lower bits, the hash of a piece of it the upper ones. */
    private static final int RANK_BITS = 20;

    private final List<String> words;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final long[] ranksByPiece;

    /** Words by importance: of two that are as near, the earlier is taken. */
    Speller(List<String> all) {
        words = all.stream().distinct().limit(1 << RANK_BITS).toList();
        for (int rank = 0; rank < words.size(); rank++) {
            ranks.put(words.get(rank), rank);
        }
        var pieces = LongStream.builder();
        for (int rank = 0; rank < words.size(); rank++) {
            int length = words.get(rank).length();
            if (length >= SHORTEST - 1 && length <= LONGEST) {
                for (int piece : pieces(words.get(rank))) {
                    pieces.add(key(piece) + rank);
                }
            }
        }
        ranksByPiece = distinct(pieces.build().toArray());
    }

    private static long key(int piece) {
        return (long) piece << RANK_BITS;
    }

    private static long[] distinct(long[] keys) {
        Arrays.sort(keys);
        int size = 0;
        for (long key : keys) {
            if (size == 0 || keys[size - 1] != key) {
                keys[size++] = key;
            }
        }
        return Arrays.copyOf(keys, size);
    }

    /** The text with its unknown words mended where that is possible. */
    String correct(String text) {
        var mended = new StringJoiner(" ");
        for (var word : text.split(" ", -1)) {
            mended.add(isMendable(word) ? nearest(word) : word);
        }
        return mended.toString();
    }

    private boolean isMendable(String word) {
        return word.length() >= SHORTEST
                && word.length() <= LONGEST
                && !ranks.containsKey(word)
                && word.chars().allMatch(Character::isLetter);
    }

    private String nearest(String word) {
        int most = word.length() >= LONG ? 2 : 1;
        int best = -1;
        int least = most + 1;
        for (int rank : candidates(word)) {
            int slips = distance(word, words.get(rank));
            if (slips < least || (slips == least && rank < best)) {
                least = slips;
                best = rank;
            }
        }
        return best < 0 ? word : words.get(best);
    }

    /** The ranks of known words that share a piece with this one. */
    private Set<Integer> candidates(String word) {
        var candidates = new HashSet<Integer>();
        for (int piece : pieces(word)) {
            long key = key(piece);
            int at = Arrays.binarySearch(ranksByPiece, key);
            for (int i = at < 0 ? -at - 1 : at;
                    i < ranksByPiece.length && ranksByPiece[i] >> RANK_BITS == key >> RANK_BITS;
                    i++) {
                candidates.add((int) (ranksByPiece[i] - key));
            }
        }
        return candidates;
    }

    /** Hashes of the word and of the word with one letter left out; of a long one two. */
    private static int[] pieces(String word) {
        int length = word.length();
        int pairs = length >= LONG ? length * (length - 1) / 2 : 0;
        var pieces = new int[1 + length + pairs];
        pieces[0] = word.hashCode();
        int size = 1;
        for (int first = 0; first < length; first++) {
            pieces[size++] = hash(word, first, first);
            for (int second = first + 1; second < length && pairs > 0; second++) {
                pieces[size++] = hash(word, first, second);
            }
        }
        return pieces;
    }

    /** The hash of a word without two of its letters. */
    private static int hash(String word, int first, int second) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            if (i != first && i != second) {
                hash = 31 * hash + word.charAt(i);
            }
        }
        return hash;
    }

    /** Slips between two words, neighbours in the wrong order counted as one. */
    static int distance(String from, String to) {
        var rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 ? j : j == 0 ? i : cell(from, to, i, j, rows);
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int cell(String from, String to, int i, int j, int[][] rows) {
        int other = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least =
                Math.min(rows[i - 1][j - 1] + other, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        var swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
