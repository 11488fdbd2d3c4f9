package itu.cop.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternLanguageTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "kill myself | i will kill myself now | true",
                "kill myself | kill or myself | false",
                "kill myself | skill myself | false",
                "kill myself | kill myselfie | false",
                "\"want to (die|be dead)\" | i want to be dead | true",
                "\"want to (die|be dead)\" | i want to die | true",
                "\"want to (die|be dead)\" | i want to be | false",
                "want to [really] die | want to really die | true",
                "want to [really] die | want to die | true",
                "want to [really] die | want to not die | false",
                "\"[so|very] sad\" | very sad | true",
                "took ... pills | took pills | true",
                "took ... pills | took a b c d pills | true",
                "took ... pills | took a b c d e pills | false",
                "took...pills | took all pills | true",
                "took … pills | took all pills | true",
                "cut* myself | cutting myself | true",
                "cut* myself | cut myself | true",
                "cut* myself | acute myself | false",
                "\"(cut*|hurt) (my (arm|leg)s|myself)\" | cutting my arm s | true",
                "\"i don't\" | i dont | true",
                "rn | right now | true",
                "U+R | ur | false",
                "💀 | im 💀 lol | true",
                "想死 | 我 想 死 了 | true",
                "a.b c | a b c | true",
            })
    void matchesWholeWords(String pattern, String text, boolean matches) {
        var index = new PatternIndex<String>();
        index.add("p", PatternLanguage.compile(pattern));
        assertThat(!index.find(text).isEmpty()).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "EMPTY",
            quoteCharacter = '"',
            value = {
                "\"\" | at 1: a word is missing",
                "\"a (b\" | at 5: \")\" is missing",
                "\"a [b\" | at 5: \"]\" is missing",
                "\"a b)\" | at 4: \")\" opens nothing",
                "\"a ]\" | at 3: \"]\" opens nothing",
                "\"a|\" | at 3: a word is missing",
                "\"a (|b)\" | at 4: a word is missing",
                "\"[a]\" | at 4: needs a word that must be there",
                "\"...\" | at 4: needs a word that must be there",
                "\"(a|[b])\" | at 8: needs a word that must be there",
                "\"a * b\" | at 3: \"*\" is not a word",
                "\"a*b c\" | at 1: \"a*b\" is not a word",
                "\"b ,\" | at 3: \",\" is not a word",
                "\"a ... b ... c ... d ... e ... f\" | at 27: more than 4 gaps",
            })
    void namesTheMistakeAndItsPlace(String pattern, String mistake) {
        var source = pattern == null ? "" : pattern;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatternLanguage.compile(source))
                .withMessage(mistake);
    }

    @Test
    void fourGapsAreAllowedAndAVeryLongPatternIsNot() {
        PatternLanguage.compile("a ... b ... c ... d ... e");
        PatternLanguage.compile("a".repeat(2000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatternLanguage.compile("a".repeat(2001)))
                .withMessageContaining("longer than 2000 characters");
    }

    @Test
    void tellsWhichWordsATextNeedsRarestFirst() {
        assertThat(PatternLanguage.compile("i (want|need) [so] ... death*").needs())
                .containsExactly(List.of("death*"), List.of("want", "need"), List.of("i"));
        assertThat(PatternLanguage.compile("(a bb|cab d)").needs())
                .containsExactly(List.of("bb", "cab"));
        assertThat(PatternLanguage.compile("(a|[b]) c").needs()).containsExactly(List.of("c"));
        assertThat(PatternLanguage.compile("rn*").needs()).containsExactly(List.of("now*"));
    }

    @Test
    void findsEveryPlaceOverlappingOnesToo() {
        var index = new PatternIndex<String>();
        index.add("p", PatternLanguage.compile("want ... die"));
        index.add("q", PatternLanguage.compile("die"));
        assertThat(index.find("want want die"))
                .extracting(hit -> hit.owner() + hit.from() + "-" + hit.to())
                .containsExactly("p0-13", "p5-13", "q10-13");
        assertThat(index.find("")).isEmpty();
    }

    @Test
    void cannotRunAway() {
        var index = new PatternIndex<String>();
        index.add("p", PatternLanguage.compile("a ... a ... a ... a ... b"));
        var text = "a ".repeat(2000) + "b b b b";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(index.find(text)).isNotEmpty());
    }
}
