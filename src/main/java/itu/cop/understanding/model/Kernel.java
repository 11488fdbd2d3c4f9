package itu.cop.understanding.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A support vector machine over sentence vectors with a Gaussian kernel: a text weighs as the
 * training lines near it do. Trained by dual coordinate descent (Hsieh et al., ICML 2008) on a
 * kernel matrix held in memory; LIBSVM needed minutes for what takes seconds here.
 */
final class Kernel {
    /** Chosen with {@link #SLACK} on the development set of crisis lines. */
    private static final double GAMMA = 3;

    private static final double SLACK = 10;

    /** Stands for the offset: a line that all others share. */
    private static final float ALIKE = 1;

    private static final int PASSES = 60;
    private static final double TOLERANCE = 0.01;
    private static final float STEPS = 65_535;

    private final float[] weights;
    private final Near vectors;
    private final double offset;

    private Kernel(float[] weights, Near vectors) {
        this.weights = weights;
        this.vectors = vectors;
        double sum = 0;
        for (float weight : weights) {
            sum += weight * ALIKE;
        }
        this.offset = sum;
    }

    /** Vectors of length 1, one row a dimension: so a whole row is one fast loop. */
    private static final class Near {
        private final int size;
        private final float[] columns;

        Near(int size, float[] columns) {
            this.size = size;
            this.columns = columns;
        }

        static Near of(List<float[]> vectors) {
            int size = vectors.size();
            int width = size == 0 ? 0 : vectors.getFirst().length;
            var columns = new float[size * width];
            for (int i = 0; i < size; i++) {
                var vector = vectors.get(i);
                float scale = (float) (1 / length(vector));
                for (int d = 0; d < width; d++) {
                    columns[d * size + i] = vector[d] * scale;
                }
            }
            return new Near(size, columns);
        }

        /** The kernel of a vector with each of these. */
        float[] to(float[] vector) {
            var near = new float[size];
            float scale = (float) (1 / length(vector));
            for (int d = 0; d < vector.length; d++) {
                add(near, d * size, vector[d] * scale);
            }
            for (int i = 0; i < size; i++) {
                near[i] = (float) Math.exp(2 * GAMMA * (near[i] - 1));
            }
            return near;
        }

        private void add(float[] near, int from, float value) {
            for (int i = 0; i < near.length; i++) {
                near[i] += value * columns[from + i];
            }
        }

        private static double length(float[] vector) {
            double square = 1e-12;
            for (float value : vector) {
                square += value * value;
            }
            return Math.sqrt(square);
        }
    }

    /** Learns to tell the sentence vectors of crises from the rest; both may be empty. */
    static Kernel train(List<float[]> crises, List<float[]> rest) {
        if (crises.isEmpty() || rest.isEmpty() || crises.getFirst().length == 0) {
            return new Kernel(new float[0], Near.of(List.of()));
        }
        var all = Stream.concat(crises.stream(), rest.stream()).toList();
        var weights = weights(matrix(all), crises.size());
        var support = IntStream.range(0, all.size()).filter(i -> weights[i] != 0).toArray();
        var kept = new float[support.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = weights[support[i]];
        }
        return new Kernel(kept, Near.of(Arrays.stream(support).mapToObj(all::get).toList()));
    }

    /** The kernel of all pairs, in steps, because it is large. */
    private static char[][] matrix(List<float[]> all) {
        var near = Near.of(all);
        return all.parallelStream().map(one -> steps(near.to(one))).toArray(char[][]::new);
    }

    private static char[] steps(float[] near) {
        var row = new char[near.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = (char) Math.round(Math.min(1, near[i]) * STEPS);
        }
        return row;
    }

    /** The first are crises; both sides cost the same, however many lines each has. */
    private static float[] weights(char[][] matrix, int crises) {
        int size = matrix.length;
        var weights = new float[size];
        var sums = new float[size];
        var order = shuffled(size);
        for (int pass = 0; pass < PASSES; pass++) {
            double most = 0;
            for (int i : order) {
                float side = i < crises ? 1 : -1;
                double cost = SLACK * size / 2 / (i < crises ? crises : size - crises);
                double now = side * weights[i];
                double next = now + (1 - side * sums[i]) / (1 + ALIKE);
                float step = (float) (side * (Math.clamp(next, 0, cost) - now));
                if (step != 0) {
                    weights[i] += step;
                    add(sums, matrix[i], step);
                    most = Math.max(most, Math.abs(step));
                }
            }
            if (most < TOLERANCE) {
                break;
            }
        }
        return weights;
    }

    /** Always the same order, so that the same lines make the same model. */
    private static int[] shuffled(int size) {
        var order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(size));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void add(float[] sums, char[] row, float step) {
        float scale = step / STEPS;
        float same = step * ALIKE;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += scale * row[i] + same;
        }
    }

    /** Above 0 the nearer to crises, below to the rest; 0 where there is nothing to compare. */
    double lean(float[] sentence) {
        if (weights.length == 0 || sentence.length == 0) {
            return 0;
        }
        var near = vectors.to(sentence);
        double sum = offset;
        for (int i = 0; i < near.length; i++) {
            sum += weights[i] * near[i];
        }
        return sum;
    }

    void write(DataOutputStream out) throws IOException {
        Floats.write(weights, out);
        Floats.write(vectors.columns, out);
    }

    static Kernel read(DataInputStream in) throws IOException {
        var weights = Floats.read(in);
        return new Kernel(weights, new Near(weights.length, Floats.read(in)));
    }
}
