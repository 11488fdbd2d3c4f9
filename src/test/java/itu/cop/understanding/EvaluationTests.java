package itu.cop.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import itu.cop.content.ContentFolder;
import itu.cop.understanding.Commands.BadInput;
import itu.cop.understanding.model.Trained;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class EvaluationTests {
    @TempDir Path folder;

    @Test
    void countsWhatIsRight() throws Exception {
        var out = folder.resolve("out.tsv");
        var figures =
                run(
                        out,
                        "en\ti want to die\tcrisis/suicide\tcrisis",
                        "en\tnobody sees it\tcrisis/suicide|crisis/self-harm\tcrisis",
                        "en\twant to die\tnone|crisis/suicide\t",
                        "fr\thits me\trisk/scams\tlookalike",
                        "en\teverybody hates me\tnone\t",
                        "en\thello\tnone\t");
        assertThat(figures)
                .contains(
                        entry("rows", 6),
                        entry("crisisRecall", 0.5),
                        entry("crisisFalseAlarms", 1 / 3.0),
                        entry("softAlarms", 1 / 3.0),
                        entry("oosRecall", 1.0));
        assertThat((Double) figures.get("accuracy")).isCloseTo(4 / 6.0, within(1e-9));
        assertThat((Double) figures.get("languageAccuracy")).isCloseTo(5 / 6.0, within(1e-9));
        assertThat(figures.get("byArea"))
                .isEqualTo(Map.of("crisis", 0.5, "none", 1.0, "risk", 0.0));
        assertThat(Files.readAllLines(out))
                .hasSize(6)
                .first()
                .isEqualTo(
                        "en\ti want to die\tcrisis/suicide\tcrisis\tcrisis/suicide\t1.0000\ten\t2\tCRISIS");
    }

    @Test
    void whereNoRowAppliesTheFigureIsNull() throws Exception {
        var figures = run(null, "en\ti want to die\tcrisis/suicide\t");
        assertThat(figures)
                .containsEntry("oosRecall", null)
                .containsEntry("crisisFalseAlarms", null)
                .containsEntry("softAlarms", null);
        assertThat(figures.keySet())
                .containsExactly(
                        "rows",
                        "accuracy",
                        "macroF1",
                        "byArea",
                        "oosRecall",
                        "crisisRecall",
                        "crisisFalseAlarms",
                        "softAlarms",
                        "languageAccuracy");
    }

    @Test
    void aBadLineIsNamed() throws Exception {
        var file = write("en\thello\tnone\t", "", "en\thello");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() ->
                        new Evaluation(SmallContent.content("1"), Trained.NOTHING).judge(file))
                .withMessage(
                        file
                                + ":3: should be language, text, expected and tags, with tabs between");
    }

    /** A command silences the log of its process, which here is that of all tests. */
    @AfterEach
    void speaksAgain() {
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
    }

    /** How an image gets its models while it is built. */
    @Test
    void afterTrainingTheModelsOfTheContentAreInTheDataFolder() throws Exception {
        try {
            assertThat(Commands.run("train", "--cop.data-dir=target")).hasValue(0);
        } finally {
            System.clearProperty("cop.data-dir");
        }
        var content = ContentFolder.read(Path.of("intents"));
        assertThat(new ModelFolders(Path.of("target/models")).load(content)).isPresent();
    }

    @Test
    void commandsTellWhatIsWrong() {
        assertThat(Commands.run()).isEmpty();
        assertThat(Commands.run("--server.port=1")).isEmpty();
        assertThat(Commands.run("evaluate")).hasValue(2);
        assertThat(Commands.run("evaluate", "--test", "x.tsv")).hasValue(2);
        assertThat(Commands.run("evaluate", "--test")).hasValue(2);
        assertThat(Commands.run("evaluate", "--sideways", "x")).hasValue(2);
        assertThat(Commands.run("evaluate", "--train", "no.tsv", "--test", "no.tsv")).hasValue(2);
    }

    @Test
    void theModelIsMeasuredOnAnyonesData() throws Exception {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            lines.add("cats\tthe cat number " + i + " purrs and meows");
            lines.add("dogs\ta dog called " + i + " barks and fetches");
            lines.add("none\tsomething about weather " + i);
        }
        var train = folder.resolve("train.tsv");
        Files.write(train, lines);
        var figures = new Benchmark("none").run(train, train, train);
        assertThat(figures)
                .containsEntry("accuracy", 1.0)
                .containsEntry("inScopeAccuracy", 1.0)
                .containsEntry("auroc", 1.0)
                .containsEntry("oosRecall", 1.0)
                .containsKeys("threshold", "trainSeconds", "p50Microseconds", "p99Microseconds");
    }

    private Map<String, Object> run(Path out, String... lines) throws Exception {
        return new Evaluation(SmallContent.content("1"), Trained.NOTHING)
                .run(write(lines), out == null ? null : out.toString());
    }

    private Path write(String... lines) throws Exception {
        return Files.write(folder.resolve("in.tsv"), List.of(lines));
    }
}
