package itu.cop.understanding;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Single characters: one form for each, and which stand for others. */
final class NormaliserLetters {
    private static final Map<Integer, Character> TWINS =
            pairs(
                    "аеорсухіјѕԁһӏвнкмтгпьѵԛԝ",
                    "aeopcyxijsdhlbhkmtrnbvqw",
                    "αβεηικνορτυχωγ",
                    "abenikvoptuxwy");
    private static final Map<Integer, Character> PLAIN =
            pairs(
                    "ıøłđħŧəɪʟɴʀʏʙɢʜᴀᴄᴅᴇꜰᴊᴋᴍᴏᴘꜱᴛᴜᴠᴡᴢ",
                    "ioldhteilnrybghacdefjkmopstuvwz",
                    "ىةٱکی",
                    "يهاكي");
    private static final Map<Integer, Character> DIGITS = pairs("034578", "oeastb");
    private static final Map<Integer, Character> SIGNS = pairs("@$!|€+", "asiiet");

    /** Letters of the commonest alphabets that {@link #clean} leaves as they are. */
    private static final BitSet STEADY = steady("az", "ая", "ءي");

    private enum Kind {
        DROP,
        SPACE,
        ALONE,
        DIGIT,
        LETTER
    }

    private NormaliserLetters() {}

    /** Lower case, one form for each character, accents, apostrophes and the invisible left out. */
    static String clean(String raw) {
        var text = raw.replace('\u00b4', '\'').replace('`', '\'');
        text = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        text = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var kept = new StringBuilder(text.length());
        int letter;
        for (int i = 0; i < text.length(); i += Character.charCount(letter)) {
            letter = text.codePointAt(i);
            keep(letter, kept);
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /** True only for a letter that {@link #clean} leaves as it is, whatever stands beside it. */
    static boolean isSteady(char letter) {
        return STEADY.get(letter);
    }

    private static BitSet steady(String... fromTo) {
        var steady = new BitSet();
        for (var alphabet : fromTo) {
            for (int letter = alphabet.charAt(0); letter <= alphabet.charAt(1); letter++) {
                var alone = Character.toString(letter);
                steady.set(letter, Character.isLetter(letter) && clean(alone).equals(alone));
            }
        }
        return steady;
    }

    /** The Latin letter that this Cyrillic or Greek one looks like, or the letter itself. */
    static int twin(int letter) {
        return look(TWINS, letter, letter);
    }

    /** The letter a digit stands for, or the digit itself; {@code one} is what 1 stands for. */
    static int ofDigit(int digit, char one) {
        return digit == '1' ? one : look(DIGITS, digit, digit);
    }

    /** The letter a sign inside a word stands for, or 0. */
    static int ofSign(int sign) {
        return look(SIGNS, sign, 0);
    }

    /** True with a letter three times or more in a row. */
    static boolean isStretched(String word) {
        for (int i = 2; i < word.length(); i++) {
            var letter = word.charAt(i);
            if (letter == word.charAt(i - 1)
                    && letter == word.charAt(i - 2)
                    && Character.isLetter(letter)) {
                return true;
            }
        }
        return false;
    }

    /** Runs of three or more of one letter cut to this many. */
    static String squeeze(String word, int most) {
        if (!isStretched(word)) {
            return word;
        }
        var squeezed = new StringBuilder();
        for (int i = 0; i < word.length(); ) {
            int end = i + 1;
            while (end < word.length() && word.charAt(end) == word.charAt(i)) {
                end++;
            }
            var long3 = end - i >= 3 && Character.isLetter(word.charAt(i));
            squeezed.append(word, i, long3 ? i + most : end);
            i = end;
        }
        return squeezed.toString();
    }

    private static void keep(int letter, StringBuilder to) {
        switch (kind(letter)) {
            case DROP -> {}
            case SPACE -> to.append(' ');
            case ALONE -> to.append(' ').appendCodePoint(letter).append(' ');
            case DIGIT -> to.append(Character.digit(letter, 10));
            case LETTER -> to.appendCodePoint(look(PLAIN, letter, letter));
        }
    }

    private static Kind kind(int letter) {
        if (Character.isWhitespace(letter)) {
            return Kind.SPACE;
        }
        if (isAccent(letter) || isApostrophe(letter)) {
            return Kind.DROP;
        }
        return switch (Character.getType(letter)) {
            case Character.FORMAT, Character.CONTROL, Character.ENCLOSING_MARK -> Kind.DROP;
            case Character.SPACE_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SURROGATE ->
                    Kind.SPACE;
            case Character.OTHER_SYMBOL -> Kind.ALONE;
            case Character.DECIMAL_DIGIT_NUMBER -> Kind.DIGIT;
            default -> Character.isIdeographic(letter) ? Kind.ALONE : Kind.LETTER;
        };
    }

    /** Marks on Latin, Greek, Cyrillic, Hebrew and Arabic letters, and variation selectors. */
    private static boolean isAccent(int letter) {
        return within(letter, 0x300, 0x36f)
                || within(letter, 0x591, 0x5c7)
                || within(letter, 0x64b, 0x65f)
                || letter == 0x670
                || letter == 0x640
                || within(letter, 0xfe00, 0xfe0f)
                || within(letter, 0xe0100, 0xe01ef)
                || within(letter, 0x1f3fb, 0x1f3ff);
    }

    private static boolean isApostrophe(int letter) {
        return letter == '\'' || letter == 0x2019 || letter == 0x2018 || letter == 0x2bc;
    }

    private static boolean within(int letter, int from, int to) {
        return letter >= from && letter <= to;
    }

    private static int look(Map<Integer, Character> map, int letter, int otherwise) {
        if (letter >= 'a' && letter <= 'z') {
            return otherwise;
        }
        var other = map.get(letter);
        return other == null ? otherwise : other;
    }

    private static Map<Integer, Character> pairs(String... fromTo) {
        var map = new HashMap<Integer, Character>();
        for (int i = 0; i < fromTo.length; i += 2) {
            var from = fromTo[i].codePoints().toArray();
            for (int k = 0; k < from.length; k++) {
                map.put(from[k], fromTo[i + 1].charAt(k));
            }
        }
        return Map.copyOf(map);
    }
}
