package itu.cop.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The small language of risk patterns: {@code kill myself} these words side by side, {@code (a|b
 * c)} one of these, {@code [really]} may be there, {@code ...} up to four words, {@code cut*} the
 * start of a word. Compiles to expressions that cannot run away: gaps are bounded and few.
 */
final class PatternLanguage {
    private static final int MOST_GAPS = 4;
    private static final int LONGEST = 2000;
    private static final String STOPS = " ()[]|";

    private final String source;
    private final UnaryOperator<String> plain;
    private int at;
    private int gaps;

    private PatternLanguage(String source, UnaryOperator<String> plain) {
        this.source = source;
        this.plain = plain;
    }

    /** A pattern that can be read. Its expression is built when a text first asks for it. */
    static final class Compiled {
        private final String source;
        private final List<List<String>> needs;
        private volatile @Nullable Pattern expression;

        private Compiled(String source, List<List<String>> needs) {
            this.source = source;
            this.needs = List.copyOf(needs);
        }

        /** Match it against a normalised text with a space after it. */
        Pattern expression() {
            var built = expression;
            if (built == null) {
                built = Pattern.compile(source);
                expression = built;
            }
            return built;
        }

        /**
         * Groups of words; a text that matches holds at least one word of every group. The rarest
         * group comes first; {@code cut*} stands for the start of a word.
         */
        List<List<String>> needs() {
            return needs;
        }
    }

    /** Compiles, or throws with the position and what to do. */
    static Compiled compile(String source) {
        return compile(source, Normaliser::normalise);
    }

    /** The same for many that share their words: {@code plain} may remember what it normalised. */
    static Compiled compile(String source, UnaryOperator<String> plain) {
        var language = new PatternLanguage(source.replace("…", "..."), plain);
        var part = language.alternatives();
        if (language.at < language.source.length()) {
            throw language.mistake("\"" + language.source.charAt(language.at) + "\" opens nothing");
        }
        if (part.needs.isEmpty()) {
            throw language.mistake("needs a word that must be there");
        }
        if (source.length() > LONGEST) {
            throw language.mistake("longer than " + LONGEST + " characters; make it two");
        }
        var needs = new ArrayList<>(part.needs);
        needs.sort(Comparator.comparingInt(Part::worth).reversed());
        return new Compiled("(?<![^ ])" + part.expression, needs);
    }

    /** What may go wrong is named with its position, starting at 1. */
    private IllegalArgumentException mistake(String what) {
        return new IllegalArgumentException("at " + (at + 1) + ": " + what);
    }

    /** A part of an expression; without needs where it may match nothing. */
    private record Part(String expression, List<List<String>> needs) {
        /** How well a group narrows down: the length of its shortest word. */
        static int worth(List<String> words) {
            int shortest = words.isEmpty() ? 0 : Integer.MAX_VALUE;
            for (var word : words) {
                shortest = Math.min(shortest, word.length());
            }
            return shortest;
        }
    }

    private Part alternatives() {
        var first = sequence();
        if (!source.startsWith("|", at)) {
            return new Part("(?:" + first.expression + ")", first.needs);
        }
        var expressions = new ArrayList<>(List.of(first.expression));
        var words = new ArrayList<>(rarest(first));
        var open = first.needs.isEmpty();
        while (take("|")) {
            var part = sequence();
            expressions.add(part.expression);
            words.addAll(rarest(part));
            open |= part.needs.isEmpty();
        }
        var expression = "(?:" + String.join("|", expressions) + ")";
        return new Part(expression, open ? List.of() : List.of(words));
    }

    private static List<String> rarest(Part part) {
        if (part.needs.size() == 1) {
            return part.needs.getFirst();
        }
        return part.needs.stream().max(Comparator.comparingInt(Part::worth)).orElse(List.of());
    }

    private Part sequence() {
        var expression = new StringBuilder();
        var needs = new ArrayList<List<String>>();
        spaces();
        int start = at;
        while (at < source.length() && "|)]".indexOf(source.charAt(at)) < 0) {
            var part = element();
            expression.append(part.expression);
            needs.addAll(part.needs);
            spaces();
        }
        if (at == start) {
            throw mistake("a word is missing");
        }
        return new Part(expression.toString(), needs);
    }

    private Part element() {
        if (take("...")) {
            if (++gaps > MOST_GAPS) {
                at -= "...".length();
                throw mistake("more than " + MOST_GAPS + " gaps");
            }
            return new Part("(?:[^ ]+ ){0,4}?", List.of());
        }
        if (take("(")) {
            var inner = alternatives();
            close(")");
            return inner;
        }
        if (take("[")) {
            var inner = alternatives();
            close("]");
            return new Part(inner.expression + "?", List.of());
        }
        return word();
    }

    private void close(String bracket) {
        if (!take(bracket)) {
            throw mistake("\"" + bracket + "\" is missing");
        }
    }

    private Part word() {
        int start = at;
        while (at < source.length()
                && STOPS.indexOf(source.charAt(at)) < 0
                && !source.startsWith("...", at)) {
            at++;
        }
        var raw = source.substring(start, at);
        var prefix = raw.endsWith("*");
        var text = plain.apply(raw);
        if (text.isEmpty() || raw.substring(0, raw.length() - 1).contains("*")) {
            at = start;
            throw mistake("\"" + raw + "\" is not a word");
        }
        // a normalised text holds no sign that an expression would read as its own
        var expression = text + (prefix ? "[^ ]* " : " ");
        return new Part(expression, List.of(List.of(key(text, prefix))));
    }

    private static String key(String text, boolean prefix) {
        var last = text.substring(text.lastIndexOf(' ') + 1);
        return prefix ? last + "*" : last;
    }

    private void spaces() {
        while (source.startsWith(" ", at)) {
            at++;
        }
    }

    private boolean take(String sign) {
        var there = source.startsWith(sign, at);
        at += there ? sign.length() : 0;
        return there;
    }
}
