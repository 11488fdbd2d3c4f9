package itu.cop.understanding.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The sentence vectors of all training lines: what is a new text near to, crises or the rest? */
final class Seeds {
    private static final int NEAREST = 4;

    private final int crises;
    private final int size;

    /** One row a dimension, crises first: so a whole row is one fast loop. */
    private final float[] columns;

    private Seeds(int crises, int size, float[] columns) {
        this.crises = crises;
        this.size = size;
        this.columns = columns;
    }

    /** Sentence vectors of crises and of the rest. */
    static Seeds of(List<float[]> crises, List<float[]> rest) {
        int size = crises.size() + rest.size();
        int width =
                size == 0
                        ? 0
                        : crises.isEmpty() ? rest.getFirst().length : crises.getFirst().length;
        var columns = new float[size * width];
        for (int i = 0; i < size; i++) {
            var one = i < crises.size() ? crises.get(i) : rest.get(i - crises.size());
            for (int d = 0; d < width; d++) {
                columns[d * size + i] = one[d];
            }
        }
        return new Seeds(crises.size(), size, columns);
    }

    /** How much nearer the nearest crises are than the nearest of the rest. */
    double lean(float[] sentence) {
        if (columns.length == 0 || sentence.length == 0) {
            return 0;
        }
        var near = new float[size];
        for (int d = 0; d < sentence.length; d++) {
            add(near, d * size, sentence[d]);
        }
        return nearest(near, 0, crises) - nearest(near, crises, size);
    }

    private void add(float[] near, int from, float value) {
        for (int i = 0; i < near.length; i++) {
            near[i] += value * columns[from + i];
        }
    }

    private static double nearest(float[] near, int from, int to) {
        var best = new float[NEAREST];
        for (int i = from; i < to; i++) {
            float one = near[i];
            for (int k = 0; k < NEAREST && one > 0; k++) {
                if (one > best[k]) {
                    float less = best[k];
                    best[k] = one;
                    one = less;
                }
            }
        }
        return (best[0] + best[1] + best[2] + best[3]) / NEAREST;
    }

    void write(DataOutputStream out) throws IOException {
        var bytes = ByteBuffer.allocate(columns.length * Float.BYTES);
        bytes.asFloatBuffer().put(columns);
        out.writeInt(crises);
        out.writeInt(size);
        out.writeInt(columns.length);
        out.write(bytes.array());
    }

    static Seeds read(DataInputStream in) throws IOException {
        int crises = in.readInt();
        int size = in.readInt();
        var columns = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(columns.length * Float.BYTES)).asFloatBuffer().get(columns);
        return new Seeds(crises, size, columns);
    }
}
