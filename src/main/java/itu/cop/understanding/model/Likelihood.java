package itu.cop.understanding.model;

import itu.cop.understanding.model.IntentTrainer.Line;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.quasinewton.Function;

/**
 * How badly weights explain the training lines, for OpenNLP's quasi-Newton minimiser. OpenNLP's own
 * function takes minutes with sentence vectors; this one works on plain arrays, row by row.
 */
final class Likelihood implements Function {
    private static final int PARTS = 2;

    private final int labels;
    private final int[][] features;
    private final float[][] values;
    private final int[] gold;
    private final int dimension;

    /** Of the last place: chances less what is right, line by line. */
    private final float[][] errors;

    private double[] place = {};
    private double loss;

    Likelihood(List<Line> lines, List<String> labels, Vocabulary vocabulary) {
        this.labels = labels.size();
        features = new int[lines.size()][];
        values = new float[lines.size()][];
        gold = new int[lines.size()];
        int sentence = lines.getFirst().seen().sentence().length;
        for (int i = 0; i < gold.length; i++) {
            var line = lines.get(i);
            gold[i] = labels.indexOf(line.sample().label());
            add(i, vocabulary.vector(line.seen().features()), line.seen(), vocabulary.size());
        }
        dimension = (vocabulary.size() + sentence) * this.labels;
        errors = new float[gold.length][this.labels];
    }

    private void add(int line, Vocabulary.Vector vector, Seen seen, int first) {
        var sentence = seen.sentence();
        int words = vector.size();
        features[line] = new int[words + sentence.length];
        values[line] = new float[words + sentence.length];
        for (int i = 0; i < features[line].length; i++) {
            features[line][i] = i < words ? vector.index(i) : first + i - words;
            values[line][i] = i < words ? vector.value(i) : sentence[i - words];
        }
    }

    @Override
    public int getDimension() {
        return dimension;
    }

    @Override
    public double valueAt(double[] weights) {
        if (!Arrays.equals(weights, place)) {
            var plain = new float[dimension];
            for (int i = 0; i < dimension; i++) {
                plain[i] = (float) weights[i];
            }
            loss = parts().mapToDouble(part -> loss(part, plain)).sum();
            place = weights.clone();
        }
        return loss;
    }

    @Override
    public double[] gradientAt(double[] weights) {
        valueAt(weights);
        var parts = parts().mapToObj(this::gradient).toList();
        var gradient = new double[dimension];
        for (var part : parts) {
            for (int i = 0; i < dimension; i++) {
                gradient[i] += part[i];
            }
        }
        return gradient;
    }

    private static IntStream parts() {
        return IntStream.range(0, PARTS).parallel();
    }

    private double loss(int part, float[] weights) {
        double sum = 0;
        for (int line = part; line < gold.length; line += PARTS) {
            var scores = errors[line];
            Arrays.fill(scores, 0);
            int[] rows = features[line];
            float[] by = values[line];
            int i = 0;
            for (; i + 3 < rows.length; i += 4) {
                pull(scores, weights, rows, by, i);
            }
            for (; i < rows.length; i++) {
                pull(scores, weights, rows[i] * labels, by[i]);
            }
            sum -= logChances(scores, gold[line]);
        }
        return sum;
    }

    /** Four features at once, which takes half the time. */
    private static void pull(float[] scores, float[] weights, int[] rows, float[] by, int at) {
        int size = scores.length;
        int a = rows[at] * size;
        int b = rows[at + 1] * size;
        int c = rows[at + 2] * size;
        int d = rows[at + 3] * size;
        float va = by[at];
        float vb = by[at + 1];
        float vc = by[at + 2];
        float vd = by[at + 3];
        for (int k = 0; k < size; k++) {
            scores[k] +=
                    va * weights[a + k]
                            + vb * weights[b + k]
                            + vc * weights[c + k]
                            + vd * weights[d + k];
        }
    }

    private static void pull(float[] scores, float[] weights, int row, float value) {
        for (int k = 0; k < scores.length; k++) {
            scores[k] += value * weights[row + k];
        }
    }

    private float[] gradient(int part) {
        var gradient = new float[dimension];
        for (int line = part; line < gold.length; line += PARTS) {
            for (int i = 0; i < features[line].length; i++) {
                push(errors[line], gradient, features[line][i] * labels, values[line][i]);
            }
        }
        return gradient;
    }

    private static void push(float[] errors, float[] gradient, int row, float value) {
        for (int k = 0; k < errors.length; k++) {
            gradient[row + k] += value * errors[k];
        }
    }

    /** Turns scores into chances less what is right, and tells the logarithm of the right one. */
    private static double logChances(float[] scores, int right) {
        float top = scores[0];
        for (float score : scores) {
            top = Math.max(top, score);
        }
        float own = scores[right] - top;
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = (float) Math.exp(scores[k] - top);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= (float) sum;
        }
        scores[right] -= 1;
        return own - Math.log(sum);
    }
}
