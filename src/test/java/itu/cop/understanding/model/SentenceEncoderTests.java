package itu.cop.understanding.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SentenceEncoderTests {
    private final SentenceEncoder encoder = SentenceEncoder.english();

    @Test
    void likeMeaningLiesNear() {
        var nobody = encoder.encode("i dont want to be alive any more");
        assertThat(likeness(nobody, encoder.encode("there is no reason to go on living")))
                .isGreaterThan(likeness(nobody, encoder.encode("which pizza tastes best")) + 0.1);
    }

    @Test
    void vectorsHaveLengthOne() {
        var vector = encoder.encode("hello");
        assertThat(likeness(vector, vector)).isCloseTo(1, within(1e-4));
    }

    @Test
    void anythingCanBeEncoded() {
        assertThat(encoder.encode("")).hasSameSizeAs(encoder.encode("💀 你好 привет"));
        assertThat(encoder.encode("very ".repeat(5000))).isNotEmpty();
        assertThat(encoder.encode("x".repeat(5000))).isNotEmpty();
    }

    @Test
    void theVocabularyHoldsWholeWords() {
        assertThat(encoder.words().limit(5000)).contains("the", "school").doesNotContain("##s");
    }

    private static double likeness(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
