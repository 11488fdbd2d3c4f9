package itu.cop.understanding.model;

import java.util.List;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/** Trains intent models with OpenNLP's quasi-Newton maximum entropy. */
public final class IntentTrainer {
    private static final int LEAST_TEXTS = 2;
    private static final int REMEMBERED_STEPS = 5;
    private static final int MOST_EVALUATIONS = 3000;

    private final int iterations;
    private final double l2;
    private final double evenness;

    /**
     * A way to train.
     *
     * @param iterations more fit closer
     * @param l2 a higher cost keeps weights small
     * @param evenness 0 expects labels as often as their lines, 1 all equally often
     */
    public IntentTrainer(int iterations, double l2, double evenness) {
        this.iterations = iterations;
        this.l2 = l2;
        this.evenness = evenness;
    }

    /** A training line, its text normalised. */
    public record Sample(String label, String text) {}

    /** A training line and what models see of it. */
    public record Line(Sample sample, Seen seen) {}

    /** A line and what a model that had not seen it made of it. */
    public record Held(Sample sample, Prediction prediction) {}

    /** Predictions for one fold, chosen by a fixed hash, by a model that has seen the others. */
    public List<Held> heldOut(List<Line> lines, int folds, int fold) {
        var model = fit(lines.stream().filter(one -> fold(one.sample, folds) != fold).toList());
        return lines.stream()
                .filter(one -> fold(one.sample, folds) == fold)
                .map(one -> new Held(one.sample, model.predict(one.seen)))
                .toList();
    }

    static int fold(Sample sample, int folds) {
        return Math.floorMod((sample.text.hashCode() * 0x9E3779B9) >>> 16, folds);
    }

    /** A model without calibration. */
    public IntentModel fit(List<Line> lines) {
        var vocabulary =
                Vocabulary.of(lines.stream().map(one -> one.seen.features()).toList(), LEAST_TEXTS);
        var labels = lines.stream().map(one -> one.sample.label).distinct().sorted().toList();
        var likelihood = new Likelihood(lines, labels, vocabulary);
        var found =
                new QNMinimizer(0, l2, iterations, REMEMBERED_STEPS, MOST_EVALUATIONS)
                        .minimize(likelihood);
        var weights = new float[found.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) found[i];
        }
        return new IntentModel(
                labels, vocabulary, weights, bias(lines, labels), IntentModel.Calibration.RAW);
    }

    private float[] bias(List<Line> lines, List<String> labels) {
        var bias = new float[labels.size()];
        for (int k = 0; k < bias.length; k++) {
            var label = labels.get(k);
            long count = lines.stream().filter(one -> one.sample.label.equals(label)).count();
            bias[k] = (float) (-evenness * Math.log((double) count));
        }
        return bias;
    }
}
