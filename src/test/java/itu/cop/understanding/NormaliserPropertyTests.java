package itu.cop.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** Apart from the examples, which run again for every mutant. */
class NormaliserPropertyTests {
    @Property
    void normalisingTwiceChangesNothing(@ForAll @StringLength(max = 60) String text) {
        var once = Normaliser.normalise(text);
        assertThat(Normaliser.normalise(once)).isEqualTo(once);
    }

    @Property(tries = 300)
    void theResultIsBounded(@ForAll @StringLength(max = 9000) String text) {
        assertThat(Normaliser.normalise(text).length()).isLessThanOrEqualTo(Normaliser.LIMIT);
    }

    /** The first reading always goes the long way. */
    @Property
    void wordsThatNeedNothingComeOutAsTheLongWayWouldLeaveThem(@ForAll @From("words") String text) {
        assertThat(Normaliser.normalise(text)).isEqualTo(Normaliser.variants(text).getFirst());
    }

    @Provide
    Arbitrary<String> words() {
        var letters = Arbitraries.strings().withChars("aeuoirn йёаеоц ةىاءلأ 2我").ofMaxLength(12);
        var shortForms = Arbitraries.of(NormaliserWords.SHORT_FORMS.keySet());
        return Arbitraries.oneOf(letters, shortForms)
                .list()
                .ofMaxSize(5)
                .map(all -> String.join(" ", all));
    }

    @Property
    void readingsAreFewAndStartWithThePlainForm(@ForAll @StringLength(max = 60) String text) {
        var variants = Normaliser.variants(text);
        assertThat(variants).hasSizeBetween(1, 12).doesNotHaveDuplicates();
        assertThat(variants.getFirst()).isEqualTo(Normaliser.normalise(text));
    }
}
