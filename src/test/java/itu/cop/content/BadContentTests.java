package itu.cop.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake an author can make is named with its file, its line and what to do. */
class BadContentTests {
    @TempDir Path folder;

    @BeforeEach
    void startsFromGoodFiles() throws IOException {
        write(
                "en/language.yaml",
                "native-name: English\nright-to-left: false\nwords:\n  stop: [stop]\nphrases:\n  menu: Menu\n");
        write("en/bot/greeting.yaml", bot("Hello"));
        write("en/none.yaml", "examples:\n" + examples("nothing"));
        assertThat(ContentFolder.read(folder).source().intents()).containsOnlyKeys("bot/greeting");
    }

    @Test
    void namesAnUnknownKey() throws IOException {
        write("en/bot/greeting.yaml", bot("Hello") + "colour: blue\n");
        rejects("unknown key \"colour\"", "en/bot/greeting.yaml:36");
    }

    @Test
    void namesAMissingPart() throws IOException {
        write("en/bot/greeting.yaml", bot("Hello").replace("title: Hi\n", ""));
        rejects("add \"title\"", "en/bot/greeting.yaml:1");
    }

    @Test
    void namesAnExampleThatStandsTwice() throws IOException {
        write("en/bot/greeting.yaml", bot("Hello").replace("voice29 line", "Voice3 line!"));
        rejects("it stands in bot/greeting too", "en/bot/greeting.yaml:35");
    }

    @Test
    void namesAnAnswerThatIsTooLong() throws IOException {
        write("en/bot/greeting.yaml", bot("x".repeat(701)));
        rejects("shorten \"says\" to at most 700", "en/bot/greeting.yaml:4");
    }

    @Test
    void refusesACrisisSeverityInAnOrdinaryIntent() throws IOException {
        write("en/bot/greeting.yaml", bot("Hello").replace("severity: 0", "severity: 2"));
        rejects("severity is 0 or 1 here", "en/bot/greeting.yaml:2");
    }

    @Test
    void namesAButtonThatLeadsNowhere() throws IOException {
        write("en/bot/greeting.yaml", bot("Hello") + "buttons: [quiz:nothing]\n");
        rejects("\"quiz:nothing\" leads nowhere", "en/bot/greeting.yaml:36");
    }

    @Test
    void namesTheLineOfBrokenYaml() throws IOException {
        write("en/bot/greeting.yaml", "title: Hi\nseverity: [0\n");
        rejects("this is not YAML", "en/bot/greeting.yaml");
    }

    @Test
    void aTranslationCannotLowerASeverity() throws IOException {
        write(
                "fr/language.yaml",
                "native-name: Français\nright-to-left: false\nwords:\n  stop: [arrête]\nphrases:\n  menu: Menu\n");
        write("fr/bot/greeting.yaml", bot("Salut"));
        write("fr/none.yaml", "examples:\n" + examples("rien"));
        rejects("unknown key \"severity\"", "fr/bot/greeting.yaml:2");
    }

    @Test
    void namesAPhraseThatIsNotTranslated() throws IOException {
        write(
                "fr/language.yaml",
                "native-name: Français\nright-to-left: false\nwords: {}\nphrases: {}\n");
        rejects("translate the phrase \"menu\"", "fr/language.yaml");
    }

    @Test
    void refusesAHelplineWithoutASource() throws IOException {
        write(
                "countries/ke.yaml",
                "name: Kenya\nhelplines:\n  - name: Line\n    phone: 116\n    kinds: [child]\n    confidence: A\n");
        rejects("add \"source\"", "countries/ke.yaml:3");
    }

    @Test
    void aReloadThatFailsKeepsTheGoodContent() throws IOException {
        var live = ContentFolder.of(folder);
        write("en/bot/greeting.yaml", "title: [");
        live.reload();
        assertThat(title(live)).isEqualTo("Hi");

        write("en/bot/greeting.yaml", bot("Hello").replace("title: Hi", "title: Hello there"));
        live.reload();
        assertThat(title(live)).isEqualTo("Hello there");
    }

    private static String title(ContentFolder live) {
        return live.current().source().intents().values().iterator().next().title();
    }

    private void rejects(String toDo, String place) {
        var rejected =
                catchThrowableOfType(ContentRejected.class, () -> ContentFolder.read(folder));
        assertThat(rejected).as("rejected").isNotNull();
        assertThat(rejected.problems().toString()).contains(toDo).contains(place);
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String bot(String says) {
        return "title: Hi\nseverity: 0\nanswer:\n  me: {says: \""
                + says
                + "\"}\nexamples:\n"
                + examples("voice");
    }

    private static String examples(String word) {
        var text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            text.append("  - ").append(word).append(i).append(" line\n");
        }
        return text.toString();
    }
}
