package itu.cop.understanding.model;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Cuts a text into the word pieces that a BERT encoder knows. */
final class WordPieces {
    private static final int MOST = 96;
    private static final int LONGEST_WORD = 40;
    private static final String INSIDE = "##";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int start;
    private final int end;
    private final int unknown;

    /** Reads the vocabulary of a {@code tokenizer.json}. */
    WordPieces(InputStream tokenizer) throws IOException {
        try (tokenizer) {
            var vocabulary = JsonMapper.shared().readTree(tokenizer).path("model").path("vocab");
            vocabulary
                    .properties()
                    .forEach(one -> numbers.put(one.getKey(), one.getValue().asInt()));
        }
        start = number("[CLS]");
        end = number("[SEP]");
        unknown = number("[UNK]");
    }

    private int number(String piece) throws IOException {
        var number = numbers.get(piece);
        if (number == null) {
            throw new IOException("the vocabulary lacks " + piece);
        }
        return number;
    }

    /** Whole words of the vocabulary, the commonest first. */
    Stream<String> words() {
        return numbers.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(word -> word.codePoints().allMatch(Character::isLetter));
    }

    /** The numbers of the pieces, with the signs for start and end. */
    long[] cut(String text) {
        var pieces = new long[MOST];
        pieces[0] = start;
        int size = 1;
        for (var word : plain(text).split(" +", -1)) {
            size = word.isEmpty() ? size : cut(word, pieces, size);
        }
        pieces[size] = end;
        return Arrays.copyOf(pieces, size + 1);
    }

    private static String plain(String text) {
        var spaced = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                .forEach(letter -> {
                    var alone =
                            !Character.isLetterOrDigit(letter) || Character.isIdeographic(letter);
                    if (Character.isWhitespace(letter)) {
                        spaced.append(' ');
                    } else if (alone) {
                        spaced.append(' ').appendCodePoint(letter).append(' ');
                    } else {
                        spaced.appendCodePoint(letter);
                    }
                });
        return spaced.toString().strip();
    }

    /** The longest piece first; a word that cannot be cut whole is unknown. */
    private int cut(String word, long[] pieces, int size) {
        int next = size;
        int from = 0;
        while (from < word.length() && next < MOST - 1) {
            int to = end(word, from);
            if (to == from) {
                pieces[size] = unknown;
                return size + 1;
            }
            pieces[next++] = Objects.requireNonNull(numbers.get(piece(word, from, to)));
            from = to;
        }
        return size < MOST - 1 ? next : size;
    }

    /** Where the longest known piece ends that begins here; here, when there is none. */
    private int end(String word, int from) {
        int to = Math.min(word.length(), LONGEST_WORD);
        while (to > from && !numbers.containsKey(piece(word, from, to))) {
            to--;
        }
        return to;
    }

    private static String piece(String word, int from, int to) {
        return (from > 0 ? INSIDE : "") + word.substring(from, to);
    }
}
