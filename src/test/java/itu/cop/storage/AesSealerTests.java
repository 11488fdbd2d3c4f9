package itu.cop.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AesSealerTests {
    private static final byte[] PLAIN = "somebody".getBytes(UTF_8);

    private final Sealer sealer = TestDatabase.sealer(1);

    @Test
    void opensWhatItSealed() {
        var sealed = sealer.seal(PLAIN);

        assertThat(new String(sealed, UTF_8)).doesNotContain("somebody");
        assertThat(sealer.open(sealed)).isEqualTo(PLAIN);
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(sealer.seal(PLAIN)).isNotEqualTo(sealer.seal(PLAIN));
    }

    @Test
    void refusesWhatWasChangedInAnyByte() {
        var sealed = sealer.seal(PLAIN);
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatIllegalArgumentException().isThrownBy(() -> sealer.open(changed));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.open(new byte[31]));
    }

    @Test
    void opensWithAnEarlierKeyAfterARotation() {
        var old = sealer.seal(PLAIN);
        var rotated = TestDatabase.sealer(2, 1);

        assertThat(rotated.open(old)).isEqualTo(PLAIN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestDatabase.sealer(2).open(old))
                .withMessage("sealed with no known key");
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.open(rotated.seal(PLAIN)));
    }

    @Test
    void fingerprintsAreStableAndOfOnePurpose() {
        var print = sealer.fingerprint("peer", PLAIN);

        assertThat(print).hasSize(32).isEqualTo(TestDatabase.sealer(1).fingerprint("peer", PLAIN));
        assertThat(print).isNotEqualTo(sealer.fingerprint("other", PLAIN));
        assertThat(print).isNotEqualTo(TestDatabase.sealer(2).fingerprint("peer", PLAIN));
    }

    @Test
    void givesEarlierFingerprintsNewestFirstAndEachKeyOnce() {
        assertThat(TestDatabase.sealer(3, 2, 3, 1).earlierFingerprints("peer", PLAIN))
                .containsExactly(
                        TestDatabase.sealer(2).fingerprint("peer", PLAIN),
                        TestDatabase.sealer(1).fingerprint("peer", PLAIN));
    }
}
