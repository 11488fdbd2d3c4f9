package itu.cop.understanding;

import itu.cop.content.Gate;
import itu.cop.content.Severity;
import itu.cop.understanding.PatternIndex.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Looks for danger in a text before anything else does: reviewed patterns, joined by a model. */
final class RiskGate {
    /** What a figure of speech leaves behind, so that the words around it do not meet. */
    private static final String GAP = "_";

    private static final int FRAGMENT = 6;
    private static final int ENOUGH_TO_JUDGE = 3;

    /** Of two crises the one whose harm comes sooner and is harder to undo. */
    private static final List<String> SOONEST =
            List.of(
                    ("suicide medical sexual-abuse harming-others abuse-at-home sextortion"
                                    + " exploitation forced-marriage grooming threatened self-harm"
                                    + " runaway friend-at-risk")
                            .split(" "));

    /** Urgent although only passed on, when a raiser (a time, a place) is with them. */
    private static final Set<String> THREATS =
            Set.of("crisis/threatened", "crisis/sextortion", "crisis/harming-others");

    private final PatternIndex<Gate.Pattern> patterns = new PatternIndex<>();
    private final PatternIndex<Gate.Pattern> exceptions = new PatternIndex<>();
    private final PatternIndex<Gate.Raiser> raisers = new PatternIndex<>();
    private final PatternIndex<Gate.Harmless> harmless = new PatternIndex<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * What the gate makes of a text.
     *
     * @param intent a {@code crisis/} intent exactly when the severity is a crisis
     * @param clear a pattern found it: the words are clear
     */
    record Finding(@Nullable String intent, Severity severity, boolean clear) {
        static final Finding NOTHING = new Finding(null, Severity.NONE, false);

        /** What counts when looking failed. */
        static final Finding UNKNOWN = new Finding(null, Severity.WATCH, false);
    }

    /**
     * What a model suspects.
     *
     * @param intent the likeliest crisis
     * @param severity how worrying that is
     */
    record Hunch(String intent, Severity severity) {
        static final Hunch NOTHING = new Hunch(Understood.NONE, Severity.NONE);

        private Found found(boolean raised) {
            return new Found(intent, raised ? Severity.URGENT : severity, false, raised);
        }
    }

    /** What a model adds to the patterns. */
    @FunctionalInterface
    interface Model {
        /** What it suspects of a normalised text. */
        Hunch hunch(String text);

        /** Whether it finds a normalised text harmless, so that words in doubt mean no danger. */
        default boolean clears(String text) {
            return false;
        }

        /** The text with its misspelt words mended. */
        default String correct(String text) {
            return text;
        }
    }

    /** A pattern that cannot be read is left out and named in {@link #problems}. */
    RiskGate(Gate gate) {
        var known = new HashMap<String, String>();
        UnaryOperator<String> plain = word -> known.computeIfAbsent(word, Normaliser::normalise);
        for (var pattern : gate.patterns()) {
            problems.addAll(patterns.add(pattern, pattern.id(), pattern.any(), plain));
            problems.addAll(exceptions.add(pattern, pattern.id(), pattern.unless(), plain));
        }
        for (var raiser : gate.raisers()) {
            problems.addAll(raisers.add(raiser, raiser.id(), raiser.any(), plain));
        }
        for (var figure : gate.harmless()) {
            problems.addAll(harmless.add(figure, figure.id(), figure.any(), plain));
        }
    }

    /** Patterns that cannot be read: id, pattern, position and reason. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Looks at every way to read a text, and at what it says together with what came before. */
    Finding look(Utterance said, Model model) {
        return look(said, Normaliser.readings(said.text(), model::correct), model);
    }

    /** Looks at all the ways to read a text. */
    Finding look(Utterance said, Set<String> readings, Model model) {
        var found = new ArrayList<Found>();
        var recent = withoutFigures(Normaliser.normalise(said.recent()));
        for (var variant : readings) {
            var text = withoutFigures(variant);
            byModel(text, model, found);
            byPatterns(text, model, found);
            if (!recent.isEmpty()) {
                together(recent, text, model, found);
                togetherByModel(recent, text, model, found);
            }
        }
        return worst(found, said.relayed());
    }

    private record Found(String intent, Severity severity, boolean clear, boolean raised) {
        /** Of passed on words only a threat with a time is urgent. */
        Severity severity(boolean relayed) {
            var capped = relayed && !(raised && THREATS.contains(intent));
            return capped && severity == Severity.URGENT ? Severity.SERIOUS : severity;
        }

        int order() {
            int place = SOONEST.indexOf(intent.substring(intent.indexOf('/') + 1));
            return place < 0 ? SOONEST.size() : place;
        }
    }

    /** What people have reviewed: a model may clear only what they marked as in doubt. */
    private void byPatterns(String text, Model model, List<Found> found) {
        for (var hit : hits(text)) {
            decide(hit.owner(), text, model, found);
        }
    }

    private void decide(Gate.Pattern pattern, String text, Model model, List<Found> found) {
        if (!pattern.alone() && model.clears(spoken(text))) {
            found.add(new Found(pattern.intent(), Severity.WATCH, false, false));
        } else {
            add(pattern, raised(pattern.intent(), text), found);
        }
    }

    private static String spoken(String text) {
        return text.replace(GAP, "").replaceAll(" +", " ").strip();
    }

    private static void add(Gate.Pattern pattern, boolean raised, List<Found> found) {
        var crisis = pattern.intent().startsWith("crisis/");
        var said = crisis ? pattern.severity().or(Severity.SERIOUS) : Severity.WATCH;
        var severity = crisis && raised ? Severity.URGENT : said;
        found.add(new Found(pattern.intent(), severity, crisis, raised));
    }

    private boolean raised(String intent, String text) {
        return raisers.find(text).stream().anyMatch(hit -> hit.owner().intent().equals(intent));
    }

    private void byModel(String text, Model model, List<Found> found) {
        var rest = spoken(text);
        if (!rest.equals(text) && words(rest) < ENOUGH_TO_JUDGE) {
            return;
        }
        var hunch = model.hunch(rest);
        var raised = hunch.severity.isCrisis() && raised(hunch.intent, text);
        found.add(hunch.found(raised));
    }

    /** What only both texts say: a pattern across the seam, or a raiser of what was said before. */
    private void together(String recent, String text, Model model, List<Found> found) {
        var joined = recent + " " + text;
        for (var hit : hits(joined)) {
            if (hit.from() < recent.length() && hit.to() > recent.length() + 1) {
                decide(hit.owner(), joined, model, found);
            } else if (hit.to() <= recent.length() && raised(hit.owner().intent(), text)) {
                add(hit.owner(), true, found);
            }
        }
    }

    private void togetherByModel(String recent, String text, Model model, List<Found> found) {
        if (words(text) > FRAGMENT) {
            return;
        }
        var both = model.hunch(spoken(recent + " " + text));
        if (both.severity.compareTo(model.hunch(recent).severity) > 0) {
            found.add(both.found(false));
        }
    }

    /** Hits that no exception voids: one that overlaps them, or one that touches no hit at all. */
    private List<Hit<Gate.Pattern>> hits(String text) {
        var hits = patterns.find(text);
        if (hits.isEmpty()) {
            return hits;
        }
        var voids = exceptions.find(text);
        return hits.stream()
                .filter(hit -> voids.stream().noneMatch(exception -> isVoid(hit, exception, hits)))
                .toList();
    }

    private static boolean isVoid(
            Hit<Gate.Pattern> hit, Hit<Gate.Pattern> exception, List<Hit<Gate.Pattern>> hits) {
        return hit.owner().id().equals(exception.owner().id())
                && (hit.overlaps(exception)
                        || hits.stream()
                                .filter(other -> other.owner().id().equals(hit.owner().id()))
                                .noneMatch(exception::overlaps));
    }

    private String withoutFigures(String text) {
        return harmless.blanked(text, GAP.charAt(0)).replaceAll(GAP + "+", GAP).strip();
    }

    private static int words(String text) {
        return text.isEmpty() ? 0 : text.split(" ", -1).length;
    }

    private static Finding worst(List<Found> found, boolean relayed) {
        var severity =
                found.stream()
                        .map(one -> one.severity(relayed))
                        .reduce(Severity.NONE, Severity::or);
        if (!severity.isCrisis()) {
            return new Finding(null, severity, false);
        }
        var first =
                found.stream()
                        .filter(one -> one.severity.isCrisis())
                        .min(
                                Comparator.comparing((Found one) -> !one.clear)
                                        .thenComparingInt(Found::order))
                        .orElseThrow();
        return new Finding(first.intent, severity, first.clear);
    }
}
