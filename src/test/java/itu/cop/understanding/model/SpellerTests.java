package itu.cop.understanding.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellerTests {
    private final Speller speller =
            new Speller(List.of("suicide", "again", "threatened", "help", "held", "my"));

    @Test
    void oneSlipIsMended() {
        assertThat(speller.correct("suicde suiciide suiside sucide agian"))
                .isEqualTo("suicide suicide suicide suicide again");
    }

    @Test
    void twoSlipsAreMendedInALongWordOnly() {
        assertThat(speller.correct("thretend")).isEqualTo("threatened");
        assertThat(speller.correct("agxxn")).isEqualTo("agxxn");
    }

    @Test
    void theCommonerWordWins() {
        assertThat(speller.correct("helf")).isEqualTo("help");
    }

    @Test
    void knownShortAndStrangeWordsStay() {
        assertThat(speller.correct("held mi h3lp qwertz")).isEqualTo("held mi h3lp qwertz");
        assertThat(speller.correct("")).isEmpty();
    }

    @Test
    void swappedLettersAreOneSlip() {
        assertThat(Speller.distance("agian", "again")).isEqualTo(1);
        assertThat(Speller.distance("", "abc")).isEqualTo(3);
        assertThat(Speller.distance("kitten", "sitting")).isEqualTo(3);
    }
}
