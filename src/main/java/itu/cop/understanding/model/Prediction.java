package itu.cop.understanding.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** How likely each label is. */
public final class Prediction {
    /** The label of what is out of scope. */
    public static final String NONE = "none";

    /** Where all but nothing is left, chances are not blown up to certainty. */
    private static final double LEAST_REST = 0.1;

    private final List<String> labels;
    private final double[] chances;

    /** The array is not copied and not to be changed any more. */
    Prediction(List<String> labels, double[] chances) {
        this.labels = labels;
        this.chances = chances;
    }

    /** A label and its chance. */
    public record Guess(String label, double chance) {}

    /** The likeliest labels that pass, best first. */
    public List<Guess> best(int most, Predicate<String> which) {
        return IntStream.range(0, labels.size())
                .filter(k -> which.test(labels.get(k)))
                .mapToObj(k -> new Guess(labels.get(k), chances[k]))
                .sorted(Comparator.comparingDouble(Guess::chance).reversed())
                .limit(most)
                .toList();
    }

    /** The likeliest label of all. */
    public Guess top() {
        return best(1, _ -> true).getFirst();
    }

    /** The chance that one of these labels is right. */
    public double sum(Predicate<String> which) {
        return IntStream.range(0, labels.size())
                .filter(k -> which.test(labels.get(k)))
                .mapToDouble(k -> chances[k])
                .sum();
    }

    /** What remains likely once the risk gate has found no crisis. */
    public Prediction withoutCrises() {
        double rest = Math.max(1 - sum(Prediction::isCrisis), LEAST_REST);
        var others = best(labels.size(), label -> !isCrisis(label));
        return new Prediction(
                others.stream().map(Guess::label).toList(),
                others.stream().mapToDouble(one -> one.chance / rest).toArray());
    }

    /** The same with its differences made smaller (above 1) or larger. */
    Prediction soften(double temperature) {
        var soft = new double[chances.length];
        double sum = 0;
        for (int k = 0; k < soft.length; k++) {
            soft[k] = Math.pow(chances[k], 1 / temperature);
            sum += soft[k];
        }
        for (int k = 0; k < soft.length; k++) {
            soft[k] /= sum;
        }
        return new Prediction(labels, soft);
    }

    /** True for the labels that need care at once. */
    public static boolean isCrisis(String label) {
        return label.startsWith("crisis/");
    }
}
