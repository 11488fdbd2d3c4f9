package itu.cop.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Content;
import itu.cop.content.Intent.Door;
import itu.cop.content.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuesTests {
    private final Cues cues = new Cues(SmallContent.content("1"));

    @ParameterizedTest
    @CsvSource({
        "someone made a fake account of me, ME",
        "my friend is being bullied online, FRIEND",
        "how can i help her, FRIEND",
        "my friend posted a photo of me, ME",
        "i posted a photo of my friends without asking, DID_IT",
        "i was really mean to a girl in class, DID_IT",
        "my son is being bullied, ADULT",
        "im a teacher and need advice, ADULT",
        "as a parent what can i do, ADULT",
    })
    void tellWhoAsks(String text, Door door) {
        assertThat(Cues.door(text)).isEqualTo(door);
    }

    @ParameterizedTest
    @CsvSource({
        "how do i block on insta, instagram",
        "instagram help, instagram",
        "big problem,",
        "instagrammer,",
    })
    void nameThePlatform(String text, String platform) {
        assertThat(cues.platform(text).orElse(null)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({
        "so, true",
        "i took, true",
        "i took?, false",
        "my friend and i were talking and, true",
        "my friend and i were talking today, false",
        "'', false",
    })
    void tellThatMoreMayFollow(String text, boolean more) {
        assertThat(Cues.breaksOff(text, Normaliser.normalise(text))).isEqualTo(more);
    }

    @Test
    void theScriptTellsTheLanguageIfItIsSpokenHere() {
        var english = SmallContent.content("1").source();
        var spoken =
                new Cues(
                        new Content(
                                "1",
                                Map.of(
                                        "en", english,
                                        "ru", named(english, "ru", "Русский"),
                                        "fr", named(english, "fr", "Français")),
                                Map.of()));
        assertThat(spoken.language("привет ok", "en", null)).isEqualTo("ru");
        assertThat(spoken.language("hello", "ru", null)).isEqualTo("en");
        assertThat(spoken.language("bonjour", "fr", null)).isEqualTo("fr");
        assertThat(spoken.language("💀", "fr", null)).isEqualTo("fr");
        assertThat(spoken.language("你好", "fr", null)).isEqualTo("fr");
        assertThat(spoken.language("你好", "zh", null)).isEqualTo("en");
    }

    private static Language named(Language like, String tag, String nativeName) {
        return new Language(
                tag,
                nativeName,
                false,
                Map.of(),
                Map.of(),
                like.intents(),
                like.crises(),
                like.noneExamples(),
                like.lookalikes(),
                Map.of(),
                Map.of(),
                Map.of(),
                like.gate(),
                like.checks());
    }
}
