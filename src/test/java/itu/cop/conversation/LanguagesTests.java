package itu.cop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Content;
import itu.cop.content.Gate;
import itu.cop.content.Intent.Door;
import itu.cop.content.Language;
import itu.cop.content.Severity;
import itu.cop.understanding.Understood;
import itu.cop.understanding.Understood.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A language of which only the crisis paths and the bot's own words are there. */
class LanguagesTests {
    private final Talk talk = new Talk(content());

    private static Content content() {
        var small = SmallContent.content();
        var english = small.source();
        var phrases = new HashMap<String, String>();
        english.phrases().forEach((key, phrase) -> phrases.put(key, "FR " + phrase));
        var french =
                new Language(
                        "fr",
                        "français",
                        false,
                        phrases,
                        english.words(),
                        Map.of(),
                        english.crises(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        new Gate(List.of(), List.of(), List.of()),
                        List.of());
        return new Content("test", Map.of("en", english, "fr", french), small.countries());
    }

    private static Understood french(String intent, Severity severity, Outcome outcome) {
        return new Understood(
                "fr", intent, 0.9, severity, true, outcome, List.of(), false, Door.ME, null);
    }

    @Test
    void aCrisisIsAnsweredInTheLanguageItIsWrittenInAndSoIsEveryButtonAfterIt() {
        talk.hears("x", french("crisis/suicide", Severity.SERIOUS, Outcome.CRISIS));
        assertThat(talk.text(0)).contains("FR I'm a bot");

        assertThat(talk.language).isEqualTo("fr");
        talk.taps("FR I don't want to say");
        assertThat(talk.text()).contains("FR Okay");
    }

    @Test
    void anAnswerThatNobodyHasTranslatedIsGivenInEnglishAndSaysSo() {
        talk.hears("x", french("risk/scams", Severity.NONE, Outcome.ANSWER));

        assertThat(talk.text(0)).isEqualTo("FR " + Talk.phrase("language.untranslated"));
        assertThat(talk.text(1)).doesNotContain("FR");
    }

    @Test
    void whatIsNotUnderstoodIsToldWhatIsSpokenAndThatDangerMayBeWrittenInAnyLanguage() {
        talk.hears("x", french(Understood.NONE, Severity.NONE, Outcome.NONE));

        assertThat(talk.text(0)).isEqualTo("FR " + Talk.phrase("language.for-now"));
        assertThat(talk.buttons()).isNotEmpty();
    }

    @Test
    void wordsThatWereForwardedChangeNoLanguage() {
        var event =
                new Event.Said(
                        "x", french(Understood.NONE, Severity.NONE, Outcome.NONE), true, false);
        talk.happens(event);

        assertThat(talk.language).isEqualTo("en");
    }
}
