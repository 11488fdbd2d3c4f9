package itu.cop.understanding.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained model: linear over tf-idf features and sentence vectors, with calibrated probabilities.
 * Immutable, so it serves any number of threads.
 */
public final class IntentModel {
    private static final int FORMAT = 2;

    private final List<String> labels;
    private final Vocabulary vocabulary;
    private final float[] weights;
    private final float[] bias;
    private final Calibration calibration;

    /**
     * Learned from predictions for texts that were held out.
     *
     * @param temperature softens the raw scores
     * @param answer sure enough to answer
     * @param guess sure enough to ask "did you mean"
     */
    public record Calibration(double temperature, double answer, double guess) {
        static final Calibration RAW = new Calibration(1, 0, 0);
    }

    /**
     * Weights: for each feature of the vocabulary, then for each number of the sentence vector, one
     * number a label. The bias is one number a label.
     */
    IntentModel(
            List<String> labels,
            Vocabulary vocabulary,
            float[] weights,
            float[] bias,
            Calibration calibration) {
        this.labels = List.copyOf(labels);
        this.vocabulary = vocabulary;
        this.weights = weights;
        this.bias = bias;
        this.calibration = calibration;
    }

    IntentModel with(Calibration other) {
        return new IntentModel(labels, vocabulary, weights, bias, other);
    }

    /** How far its numbers can be trusted. */
    public Calibration calibration() {
        return calibration;
    }

    /** Everything it can predict. */
    public List<String> labels() {
        return labels;
    }

    /** How likely each label is for a text; it was seen as the training lines were. */
    public Prediction predict(Seen seen) {
        var scores = new double[labels.size()];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = bias[k];
        }
        var vector = vocabulary.vector(seen.features());
        for (int i = 0; i < vector.size(); i++) {
            add(scores, vector.index(i), vector.value(i));
        }
        var sentence = seen.sentence();
        for (int i = 0; i < sentence.length; i++) {
            add(scores, vocabulary.size() + i, sentence[i]);
        }
        return new Prediction(labels, softmax(scores));
    }

    private void add(double[] scores, int feature, float value) {
        int row = feature * scores.length;
        for (int k = 0; k < scores.length; k++) {
            scores[k] += value * weights[row + k];
        }
    }

    private double[] softmax(double[] scores) {
        double top = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            top = Math.max(top, score);
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp((scores[k] - top) / calibration.temperature);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(labels.size());
        for (var label : labels) {
            out.writeUTF(label);
        }
        out.writeDouble(calibration.temperature);
        out.writeDouble(calibration.answer);
        out.writeDouble(calibration.guess);
        vocabulary.write(out);
        Floats.write(bias, out);
        Floats.write(weights, out);
    }

    static IntentModel read(DataInputStream in) throws IOException {
        if (in.readInt() != FORMAT) {
            throw new IOException("unknown format");
        }
        var labels = new ArrayList<String>();
        for (int left = in.readInt(); left > 0; left--) {
            labels.add(in.readUTF());
        }
        var calibration = new Calibration(in.readDouble(), in.readDouble(), in.readDouble());
        var vocabulary = Vocabulary.read(in);
        var bias = Floats.read(in);
        return new IntentModel(labels, vocabulary, Floats.read(in), bias, calibration);
    }
}
