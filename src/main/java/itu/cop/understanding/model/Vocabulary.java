package itu.cop.understanding.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** The features a model knows and how rare each is. */
final class Vocabulary {
    private final long[] keys;
    private final float[] rarity;
    private final int[] slots;

    private Vocabulary(long[] keys, float[] rarity) {
        this.keys = keys;
        this.rarity = rarity;
        this.slots = new int[Integer.highestOneBit(Math.max(4, keys.length)) * 4];
        for (int index = 0; index < keys.length; index++) {
            int slot = slot(keys[index]);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = index + 1;
        }
    }

    /** Counts the features of many texts; those of fewer texts than the least are left out. */
    static Vocabulary of(List<long[]> texts, int least) {
        var counts = new HashMap<Long, Integer>();
        for (var text : texts) {
            Arrays.stream(text).distinct().forEach(key -> counts.merge(key, 1, Integer::sum));
        }
        var keys =
                counts.entrySet().stream()
                        .filter(count -> count.getValue() >= least)
                        .mapToLong(count -> count.getKey())
                        .sorted()
                        .toArray();
        var rarity = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            double in = counts.getOrDefault(keys[i], 0);
            rarity[i] = (float) (Math.log((1 + texts.size()) / (1 + in)) + 1);
        }
        return new Vocabulary(keys, rarity);
    }

    int size() {
        return keys.length;
    }

    /** The known features of a text, weighted by how rare they are; of length 1. */
    Vector vector(long[] features) {
        var indexes = new int[features.length];
        var values = new float[features.length];
        int size = 0;
        double square = 0;
        for (int i = 0; i < features.length; ) {
            int end = i + 1;
            while (end < features.length && features[end] == features[i]) {
                end++;
            }
            int index = index(features[i]);
            if (index >= 0) {
                indexes[size] = index;
                values[size] = (float) ((1 + Math.log(end - i)) * rarity[index]);
                square += values[size] * values[size];
                size++;
            }
            i = end;
        }
        return new Vector(indexes, values, size, square);
    }

    /** A sparse vector. */
    static final class Vector {
        private final int[] indexes;
        private final float[] values;
        private final int size;
        private final float scale;

        private Vector(int[] indexes, float[] values, int size, double square) {
            this.indexes = indexes;
            this.values = values;
            this.size = size;
            this.scale = (float) (1 / Math.sqrt(Math.max(square, 1e-9)));
        }

        int size() {
            return size;
        }

        int index(int place) {
            return indexes[place];
        }

        float value(int place) {
            return values[place] * scale;
        }
    }

    private int index(long key) {
        int slot = slot(key);
        while (slots[slot] != 0) {
            if (keys[slots[slot] - 1] == key) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    private int slot(long key) {
        return (int) (key ^ key >>> 32) & slots.length - 1;
    }

    void write(DataOutputStream out) throws IOException {
        var bytes = ByteBuffer.allocate(keys.length * (Long.BYTES + Float.BYTES));
        bytes.asLongBuffer().put(keys);
        bytes.position(keys.length * Long.BYTES).asFloatBuffer().put(rarity);
        out.writeInt(keys.length);
        out.write(bytes.array());
    }

    static Vocabulary read(DataInputStream in) throws IOException {
        var keys = new long[in.readInt()];
        var rarity = new float[keys.length];
        var bytes = ByteBuffer.wrap(in.readNBytes(keys.length * (Long.BYTES + Float.BYTES)));
        bytes.asLongBuffer().get(keys);
        bytes.position(keys.length * Long.BYTES).asFloatBuffer().get(rarity);
        return new Vocabulary(keys, rarity);
    }
}
