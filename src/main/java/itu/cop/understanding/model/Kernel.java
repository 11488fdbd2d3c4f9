package itu.cop.understanding.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * A support vector machine over sentence vectors with a Gaussian kernel: a text weighs as the
 * training lines near it do. Trained by LIBSVM (Chang and Lin 2011), read from flat arrays here.
 */
final class Kernel {
    /** Chosen with {@link #SLACK} on the development set of crisis lines. */
    private static final double GAMMA = 3;

    private static final double SLACK = 10;
    private static final double TOLERANCE = 0.01;
    private static final double CACHE_MEGABYTES = 1000;

    private final double offset;
    private final int size;
    private final float[] weights;

    /** One row a dimension, a column a support vector: so a whole row is one fast loop. */
    private final float[] columns;

    private Kernel(double offset, float[] weights, float[] columns) {
        this.offset = offset;
        this.size = weights.length;
        this.weights = weights;
        this.columns = columns;
    }

    /** Learns to tell the sentence vectors of crises from the rest; both may be empty. */
    static Kernel train(List<float[]> crises, List<float[]> rest) {
        if (crises.isEmpty() || rest.isEmpty() || crises.getFirst().length == 0) {
            return new Kernel(0, new float[0], new float[0]);
        }
        var problem = new svm_problem();
        problem.l = crises.size() + rest.size();
        problem.x = new svm_node[problem.l][];
        problem.y = new double[problem.l];
        for (int i = 0; i < problem.l; i++) {
            boolean crisis = i < crises.size();
            problem.x[i] = nodes(crisis ? crises.get(i) : rest.get(i - crises.size()));
            problem.y[i] = crisis ? 1 : -1;
        }
        svm.svm_set_print_string_function(_ -> {});
        var model = svm.svm_train(problem, parameters((double) crises.size() / problem.l));
        return of(model, crises.getFirst().length);
    }

    /** Both sides weigh the same, however many lines each has. */
    private static svm_parameter parameters(double crises) {
        var parameters = new svm_parameter();
        parameters.svm_type = svm_parameter.C_SVC;
        parameters.kernel_type = svm_parameter.RBF;
        parameters.gamma = GAMMA;
        parameters.C = SLACK;
        parameters.eps = TOLERANCE;
        parameters.cache_size = CACHE_MEGABYTES;
        parameters.shrinking = 1;
        parameters.nr_weight = 2;
        parameters.weight_label = new int[] {1, -1};
        parameters.weight = new double[] {0.5 / crises, 0.5 / (1 - crises)};
        return parameters;
    }

    private static svm_node[] nodes(float[] sentence) {
        double length = length(sentence);
        var nodes = new svm_node[sentence.length];
        for (int d = 0; d < nodes.length; d++) {
            nodes[d] = new svm_node();
            nodes[d].index = d + 1;
            nodes[d].value = sentence[d] / length;
        }
        return nodes;
    }

    private static Kernel of(svm_model model, int width) {
        var columns = new float[model.l * width];
        var weights = new float[model.l];
        int sign = model.label[0] == 1 ? 1 : -1;
        for (int i = 0; i < model.l; i++) {
            weights[i] = (float) (sign * model.sv_coef[0][i]);
            for (int d = 0; d < width; d++) {
                columns[d * model.l + i] = (float) model.SV[i][d].value;
            }
        }
        return new Kernel(-sign * model.rho[0], weights, columns);
    }

    private static double length(float[] sentence) {
        double square = 1e-12;
        for (float value : sentence) {
            square += value * value;
        }
        return Math.sqrt(square);
    }

    /** Above 0 the nearer to crises, below to the rest; 0 where there is nothing to compare. */
    double lean(float[] sentence) {
        if (size == 0 || sentence.length == 0) {
            return 0;
        }
        var near = new float[size];
        double length = length(sentence);
        for (int d = 0; d < sentence.length; d++) {
            add(near, d * size, (float) (sentence[d] / length));
        }
        double sum = offset;
        for (int i = 0; i < size; i++) {
            sum += weights[i] * Math.exp(2 * GAMMA * (near[i] - 1));
        }
        return sum;
    }

    private void add(float[] near, int from, float value) {
        for (int i = 0; i < near.length; i++) {
            near[i] += value * columns[from + i];
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(offset);
        write(out, weights);
        write(out, columns);
    }

    static Kernel read(DataInputStream in) throws IOException {
        return new Kernel(in.readDouble(), floats(in), floats(in));
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    private static float[] floats(DataInputStream in) throws IOException {
        var values = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(values.length * Float.BYTES)).asFloatBuffer().get(values);
        return values;
    }
}
