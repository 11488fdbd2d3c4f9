package itu.cop.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** How likely each label is. */
final class Prediction {
    private final List<String> labels;
    private final double[] chances;

    /** The array is not copied and not to be changed any more. */
    Prediction(List<String> labels, double[] chances) {
        this.labels = labels;
        this.chances = chances;
    }

    /** A label and its chance. */
    record Guess(String label, double chance) {}

    /** The likeliest labels that pass, best first. */
    List<Guess> best(int most, Predicate<String> which) {
        return IntStream.range(0, labels.size())
                .filter(k -> which.test(labels.get(k)))
                .mapToObj(k -> new Guess(labels.get(k), chances[k]))
                .sorted(Comparator.comparingDouble(Guess::chance).reversed())
                .limit(most)
                .toList();
    }

    /** The likeliest label of all. */
    Guess top() {
        return best(1, _ -> true).getFirst();
    }

    /** The chance that one of these labels is right. */
    double sum(Predicate<String> which) {
        return IntStream.range(0, labels.size())
                .filter(k -> which.test(labels.get(k)))
                .mapToDouble(k -> chances[k])
                .sum();
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

    static boolean isCrisis(String label) {
        return label.startsWith("crisis/");
    }
}
