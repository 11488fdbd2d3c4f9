package itu.cop.understanding.model;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained model of one language: linear over tf-idf features, with calibrated probabilities.
 * Immutable, so it serves any number of threads.
 */
public final class IntentModel {
    private static final int FORMAT = 1;

    private final List<String> labels;
    private final Vocabulary vocabulary;
    private final float[] weights;
    private final Calibration calibration;

    /**
     * Learned from predictions for texts that were held out.
     *
     * @param temperature softens the raw scores
     * @param answer sure enough to answer
     * @param guess sure enough to ask "did you mean"
     * @param serious from this chance of a crisis on it counts as one
     * @param watch from this chance of a crisis on a caring line is added
     */
    public record Calibration(
            double temperature, double answer, double guess, double serious, double watch) {
        static final Calibration RAW = new Calibration(1, 0, 0, 1, 1);
    }

    /** Weights: for each feature of the vocabulary one number a label. */
    IntentModel(
            List<String> labels, Vocabulary vocabulary, float[] weights, Calibration calibration) {
        this.labels = List.copyOf(labels);
        this.vocabulary = vocabulary;
        this.weights = weights;
        this.calibration = calibration;
    }

    IntentModel with(Calibration other) {
        return new IntentModel(labels, vocabulary, weights, other);
    }

    /** How far its numbers can be trusted. */
    public Calibration calibration() {
        return calibration;
    }

    /** Everything it can predict. */
    public List<String> labels() {
        return labels;
    }

    /** How likely each label is for a normalised text. */
    public Prediction predict(String text) {
        var vector = vocabulary.vector(Features.of(text));
        var scores = new double[labels.size()];
        for (int i = 0; i < vector.size(); i++) {
            int row = vector.index(i) * scores.length;
            float value = vector.value(i);
            for (int k = 0; k < scores.length; k++) {
                scores[k] += value * weights[row + k];
            }
        }
        return new Prediction(labels, softmax(scores));
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

    /** Writes it whole to a file of its own. */
    public void write(Path file) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(FORMAT);
            out.writeInt(labels.size());
            for (var label : labels) {
                out.writeUTF(label);
            }
            out.writeDouble(calibration.temperature);
            out.writeDouble(calibration.answer);
            out.writeDouble(calibration.guess);
            out.writeDouble(calibration.serious);
            out.writeDouble(calibration.watch);
            vocabulary.write(out);
            var bytes = ByteBuffer.allocate(weights.length * Float.BYTES);
            bytes.asFloatBuffer().put(weights);
            out.write(bytes.array());
        }
    }

    /** Reads what {@link #write} wrote. */
    public static IntentModel read(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("unknown format of " + file.getFileName());
            }
            var labels = new ArrayList<String>();
            for (int left = in.readInt(); left > 0; left--) {
                labels.add(in.readUTF());
            }
            var calibration =
                    new Calibration(
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble());
            var vocabulary = Vocabulary.read(in);
            var weights = new float[vocabulary.size() * labels.size()];
            var bytes = ByteBuffer.wrap(in.readNBytes(weights.length * Float.BYTES));
            bytes.asFloatBuffer().get(weights);
            return new IntentModel(labels, vocabulary, weights, calibration);
        }
    }
}
