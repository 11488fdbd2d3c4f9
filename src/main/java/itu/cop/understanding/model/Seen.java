package itu.cop.understanding.model;

/** What models see of a text: its features, and its sentence vector where there is an encoder. */
public final class Seen {
    /** How much the sentence weighs beside the words, which are of length 1. */
    private static final float WEIGHT = 1.5f;

    private static final float[] NOTHING = {};

    private final long[] features;
    private final float[] sentence;

    private Seen(long[] features, float[] sentence) {
        this.features = features;
        this.sentence = sentence;
    }

    /** Words alone. */
    public static Seen of(String text) {
        return new Seen(Features.of(text), NOTHING);
    }

    /** Words and sentence. */
    public static Seen of(String text, SentenceEncoder encoder) {
        var sentence = encoder.encode(text);
        for (int i = 0; i < sentence.length; i++) {
            sentence[i] *= WEIGHT;
        }
        return new Seen(Features.of(text), sentence);
    }

    long[] features() {
        return features;
    }

    /** Not to be changed. */
    float[] sentence() {
        return sentence;
    }
}
