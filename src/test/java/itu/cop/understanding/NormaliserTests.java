package itu.cop.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTests {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "I'm NOT ok | im not ok",
                "don’t don´t don`t | dont dont dont",
                "café naïve Ångström | cafe naive angstrom",
                "ｆｕｌｌ ｗｉｄｔｈ | full width",
                "𝓀𝒾𝓁𝓁 | kill",
                "ᴋɪʟʟ | kill",
                "zero\u200bwidth \u202eturned\u202c soft\u00adhyphen | zerowidth turned softhyphen",
                "wait... what?! (really) | wait what really",
                "#help @you | help you",
                "smørrebrød | smorrebrod",
            })
    void oneFormForEachCharacter(String raw, String plain) {
        assertThat(Normaliser.normalise(raw)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kіll mуself | kill myself",
                "ѕuісіde | suicide",
                "kιll | kill",
                "привeт | привeт",
                "где мой дом | где мои дом",
                "ελλάδα | ελλαδα",
                "kшll | kшll",
            })
    void lookAlikesAreReadAsLatinOnlyInWordsThatAreLatin(String raw, String plain) {
        assertThat(Normaliser.normalise(raw)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k1ll | kill",
                "su1c1de | suicide",
                "n00ds | noods",
                "h3r th4t d5g r7s a8c | her that dsg rts abc",
                "im 13 | im 13",
                "code9 cd9 ps5 | code9 cd9 ps5",
                "5pm 16yo | 5pm 16yo",
                "a1b2c | aib2c",
                "a92b | a92b",
                "a12b | a12b",
                "101 | 101",
            })
    void digitsBetweenLettersAreLetters(String raw, String plain) {
        assertThat(Normaliser.normalise(raw)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k.m.s | kms",
                "k-m-s | kms",
                "K.Y.S. | kys",
                "s_u_i_c_i_d_e | suicide",
                "e.g | e g",
                "un-alive | un alive",
                "and/or | and or",
                "k m s | k m s",
            })
    void lettersSpelledOutWithSignsMakeAWord(String raw, String plain) {
        assertThat(Normaliser.normalise(raw)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soooo sad | soo sad",
                "good | good",
                "plsssss | please",
                "1000000 | 1000000",
                "immmma go | im going to go",
            })
    void longRunsAreCutToTwo(String raw, String plain) {
        assertThat(Normaliser.normalise(raw)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "u r mean | you are mean",
                "idk wanna go rn | i dont know want to go right now",
                "want 2 die 2nite | want to die tonight",
                "i have 2 cats | i have 2 cats",
                "2 | 2",
                "b4 tmrw | before tomorrow",
                "R u ok | are you ok",
            })
    void shortFormsAreWrittenOut(String raw, String plain) {
        assertThat(Normaliser.normalise(raw)).isEqualTo(plain);
    }

    @Test
    void whatAShortFormExpandsToHoldsNoShortForm() {
        NormaliserWords.SHORT_FORMS.forEach((form, expanded) ->
                assertThat(Normaliser.normalise(expanded)).as(form).isEqualTo(expanded));
    }

    @Test
    void emojiAreWords() {
        assertThat(Normaliser.normalise("im dead💀💀lol ☂️")).isEqualTo("im dead 💀 💀 lol ☂");
        assertThat(Normaliser.normalise("👍🏽")).isEqualTo("👍");
    }

    @Test
    void nullBytesControlsAndBrokenPairsAreLeftOut() {
        assertThat(Normaliser.normalise("ki\0ll")).isEqualTo("kill");
        assertThat(Normaliser.normalise("a\ud83db")).isEqualTo("a b");
        assertThat(Normaliser.normalise("x\u0007y\u007fz")).isEqualTo("xyz");
        assertThat(Normaliser.normalise("\ue000 \u2028ok")).isEqualTo("ok");
        assertThat(Normaliser.normalise("")).isEmpty();
        assertThat(Normaliser.normalise(" so \t many\nspaces ")).isEqualTo("so many spaces");
    }

    @Test
    void arabicLettersHaveOneForm() {
        assertThat(Normaliser.normalise("أُرِيدُ إلى مَدْرَسَةٌ ـ آخر"))
                .isEqualTo("اريد الي مدرسه اخر");
        assertThat(Normaliser.normalise("٣")).isEqualTo("3");
    }

    @Test
    void chineseIsReadCharacterByCharacter() {
        assertThat(Normaliser.normalise("我想死。")).isEqualTo("我 想 死");
    }

    @Test
    void koreanAndHindiKeepTheirLetters() {
        assertThat(Normaliser.normalise("안녕")).isEqualTo("안녕");
        assertThat(Normaliser.normalise("मदद करो")).isEqualTo("मदद करो");
    }

    @Test
    void ofALongTextTheHeadAndTheTailAreKept() {
        var text = "kill myself " + "word ".repeat(2000) + "the end";
        var plain = Normaliser.normalise(text);
        assertThat(plain).startsWith("kill myself word").endsWith("word the end");
        assertThat(plain.length()).isBetween(4000, Normaliser.LIMIT);
        assertThat(Normaliser.normalise("a".repeat(4096))).isEqualTo("aa");
        assertThat(Normaliser.normalise("ab".repeat(1_000_000)).length()).isEqualTo(4096);
    }

    @Test
    void whatGrowsIsCutBetweenWords() {
        var plain = Normaliser.normalise("rn ".repeat(1000));
        assertThat(plain.length()).isBetween(4000, Normaliser.LIMIT);
        assertThat(Arrays.stream(plain.split(" ")).distinct()).containsExactly("right", "now");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k!ll | kill",
                "r@pe | rape",
                "$uicide | suicide",
                "ki11 | kill",
                "5uicid3 | suicide",
                "k m s | kms",
                "i want to s u i c i d e | i want to suicide",
                "un-alive | unalive",
                "su.ici.de | suicide",
                "kill my self | kill myself",
                "diiiie | die",
                "killlll myseeeelf | kill myself",
                "suuuuicide nowww | suicide now",
            })
    void disguisesAreReadInOtherWays(String raw, String reading) {
        assertThat(Normaliser.variants(raw)).contains(reading);
    }

    @Test
    void aChineseCharacterIsAWordInEveryReading() {
        assertThat(Normaliser.variants("我 想 死")).containsExactly("我 想 死");
        assertThat(Normaliser.variants("我想死")).containsExactly("我 想 死");
    }

    @Test
    void thePlainFormIsTheFirstReading() {
        assertThat(Normaliser.variants("Hello you")).containsExactly("hello you");
        assertThat(Normaliser.variants("sooo")).containsExactly("soo", "so");
        assertThat(Normaliser.variants("aaaa bbbb cccc dddd").getFirst()).isEqualTo("aa bb cc dd");
        assertThat(Normaliser.variants("aaaa bbbb cccc dddd"))
                .hasSize(8)
                .contains("a bb c d", "aa b cc dd");
        assertThat(Normaliser.variants("hey!you")).containsExactly("hey you", "heyiyou");
        assertThat(Normaliser.variants("so (what) - ever")).containsExactly("so what ever");
    }
}
