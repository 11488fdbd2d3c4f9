package itu.cop.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Words: where they end, which letters they are made of, what short forms stand for. */
final class NormaliserWords {
    /** What a short form expands to holds no short form. */
    static final Map<String, String> SHORT_FORMS =
            table(
                    """
                    u=you|ur=your|r=are|rn=right now|tn=tonight|tonite=tonight|2nite=tonight
                    2night=tonight|tmrw=tomorrow|tmr=tomorrow|tmw=tomorrow|2moro=tomorrow
                    2morrow=tomorrow|tomoz=tomorrow|2day=today|idk=i dont know|idc=i dont care
                    idek=i dont even know|wanna=want to|wana=want to|wnna=want to
                    gonna=going to|gona=going to|gunna=going to|finna=going to|tryna=trying to
                    gotta=got to|hafta=have to|outta=out of|kinda=kind of|imma=im going to
                    ima=im going to|lemme=let me|gimme=give me|dunno=dont know|cuz=because
                    coz=because|cus=because|bc=because|bcs=because|bcuz=because|becuz=because
                    pls=please|plz=please|plis=please|b4=before|ppl=people|thx=thanks
                    tysm=thanks|ty=thanks|abt=about|smth=something|sth=something|sm1=someone
                    some1=someone|any1=anyone|ne1=anyone|every1=everyone|msg=message
                    msgs=messages|gr8=great|m8=mate|l8r=later|l8=late|h8=hate|h8s=hates
                    meself=myself|urself=yourself|tht=that|dat=that|wat=what|wut=what|wht=what
                    hv=have|dnt=dont|w8=wait|4ever=forever|4eva=forever
                    """);

    private static final Set<String> BEFORE_TO =
            Set.of("want", "need", "going", "trying", "used", "ready", "how", "love", "like");

    private NormaliserWords() {}

    /** True only for a word of one script that no rule here changes. */
    static boolean isPlain(String word) {
        int plain = 0;
        while (plain < word.length()
                && NormaliserLetters.isSteady(word.charAt(plain))
                && word.charAt(plain) < 0x80 == word.charAt(0) < 0x80) {
            plain++;
        }
        return plain > 0
                && plain == word.length()
                && !NormaliserLetters.isStretched(word)
                && !SHORT_FORMS.containsKey(word);
    }

    /** What a word stands for after the word before it, or null. */
    static @Nullable String expand(String word, String before) {
        return word.equals("2") && BEFORE_TO.contains(before) ? "to" : SHORT_FORMS.get(word);
    }

    /** The words of a cleaned text; letters spelled out one by one make one word. */
    static List<String> split(String clean, boolean bold) {
        var words = new ArrayList<String>();
        for (var chunk : clean.split(" ", -1)) {
            var parts = parts(bold ? glued(chunk) : chunk);
            if (parts.size() >= 3 && parts.stream().allMatch(NormaliserWords::isOneLetter)) {
                words.add(String.join("", parts));
            } else {
                words.addAll(parts);
            }
        }
        return bold ? spelledOut(words) : words;
    }

    private static List<String> parts(String chunk) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        int letter;
        for (int i = 0; i < chunk.length(); i += Character.charCount(letter)) {
            letter = chunk.codePointAt(i);
            if (isPartOfWord(letter)) {
                part.appendCodePoint(letter);
            } else {
                end(part, parts);
            }
        }
        end(part, parts);
        return parts;
    }

    private static void end(StringBuilder part, List<String> parts) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }

    private static boolean isPartOfWord(int letter) {
        return Character.isLetterOrDigit(letter)
                || Character.getType(letter) == Character.NON_SPACING_MARK
                || Character.getType(letter) == Character.COMBINING_SPACING_MARK
                || Character.getType(letter) == Character.OTHER_SYMBOL;
    }

    /** A letter that stands alone, as in a word spelled out; a Chinese character is a word. */
    private static boolean isOneLetter(String word) {
        return word.length() == 1
                && Character.isLetter(word.charAt(0))
                && !Character.isIdeographic(word.charAt(0));
    }

    /**
     * {@code k!ll} to {@code kill}, {@code un-alive} to {@code unalive}, {@code $ad} to {@code
     * sad}.
     */
    private static String glued(String chunk) {
        var glued = new StringBuilder();
        for (int i = 0; i < chunk.length(); i++) {
            glued.append(glued(chunk, i));
        }
        return glued.toString();
    }

    private static String glued(String chunk, int i) {
        var letter = chunk.charAt(i);
        if (isPartOfWord(letter) || Character.isSurrogate(letter)) {
            return String.valueOf(letter);
        }
        var before = isAt(chunk, i - 1, Character::isLetterOrDigit);
        var after = isAt(chunk, i + 1, NormaliserWords::isPartOfWord);
        if (after && isLetterInDisguise(letter, before)) {
            return String.valueOf((char) NormaliserLetters.ofSign(letter));
        }
        return before && after ? "" : " ";
    }

    private static boolean isLetterInDisguise(char sign, boolean inside) {
        return NormaliserLetters.ofSign(sign) != 0 && (inside || sign == '$');
    }

    private static boolean isAt(String chunk, int i, IntPredicate kind) {
        return i >= 0 && i < chunk.length() && kind.test(chunk.charAt(i));
    }

    private static List<String> spelledOut(List<String> words) {
        var joined = new ArrayList<String>();
        for (int i = 0; i < words.size(); ) {
            int end = i;
            while (end < words.size() && isOneLetter(words.get(end))) {
                end++;
            }
            if (end - i >= 3) {
                joined.add(String.join("", words.subList(i, end)));
                i = end;
            } else {
                joined.add(words.get(i++));
            }
        }
        return joined;
    }

    /** A Latin word with Cyrillic or Greek look-alikes in it, all in Latin. */
    static String inOneScript(String word) {
        if (isAscii(word) || word.codePoints().noneMatch(NormaliserWords::isLatin)) {
            return word;
        }
        var latin = new StringBuilder();
        word.codePoints().forEach(letter -> latin.appendCodePoint(NormaliserLetters.twin(letter)));
        var pure =
                latin.codePoints().filter(Character::isLetter).allMatch(NormaliserWords::isLatin);
        return pure ? latin.toString() : word;
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLatin(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    /** Digits between letters read as letters; a bold reading takes those at the ends too. */
    static String digitsToLetters(String word, boolean bold, char one) {
        var ends = bold && readsAsWord(word);
        var read = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            int end = endOfDigits(word, i);
            var inside = i > 0 && end < word.length();
            if (end > i && (ends || inside)) {
                replace(read, i, end, one);
            }
            i = end;
        }
        return read.toString();
    }

    private static boolean readsAsWord(String word) {
        return word.length() >= 4 && word.chars().filter(Character::isLetter).count() >= 2;
    }

    private static int endOfDigits(String word, int from) {
        int end = from;
        while (end < word.length() && isDigit(word.charAt(end))) {
            end++;
        }
        return end;
    }

    private static void replace(StringBuilder word, int from, int to, char one) {
        for (int i = from; i < to; i++) {
            if (NormaliserLetters.ofDigit(word.charAt(i), one) == word.charAt(i)) {
                return;
            }
        }
        for (int i = from; i < to; i++) {
            word.setCharAt(i, (char) NormaliserLetters.ofDigit(word.charAt(i), one));
        }
    }

    private static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }

    private static Map<String, String> table(String text) {
        var map = new HashMap<String, String>();
        for (var entry : text.strip().split("[|\n]", -1)) {
            var sides = entry.split("=", 2);
            map.put(sides[0], sides[1]);
        }
        return Map.copyOf(map);
    }
}
