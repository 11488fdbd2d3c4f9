package itu.cop.understanding.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Long rows of numbers in a model's file. */
final class Floats {
    private Floats() {}

    static void write(float[] numbers, DataOutputStream out) throws IOException {
        var bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        out.writeInt(numbers.length);
        out.write(bytes.array());
    }

    static float[] read(DataInputStream in) throws IOException {
        var numbers = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(numbers.length * Float.BYTES)).asFloatBuffer().get(numbers);
        return numbers;
    }
}
