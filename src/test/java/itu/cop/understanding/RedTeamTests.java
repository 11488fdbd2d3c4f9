package itu.cop.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.understanding.Evaluation.Judged;
import itu.cop.understanding.model.Trained;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole engine on sentences by people who have seen neither patterns nor training lines. The
 * goal is 98 % recall in English, 90 % elsewhere, and 5 % false alarms on look-alikes; the bars
 * stand a little below what is reached now and are only ever raised.
 */
class RedTeamTests {
    private static final String FOLDER = "src/test/resources/itu/cop/understanding/";

    private static Content content;
    private static Trained models;

    @BeforeAll
    static void train() throws Exception {
        content = ContentFolder.read(Path.of("intents"));
        models = new ModelFolders(Path.of("target/models")).train(content, _ -> {});
    }

    @ParameterizedTest
    @CsvSource({
        "blind-en.tsv, 0.91, 0.18",
        "blind-fr.tsv, 0.88, 0.22",
        "blind-es.tsv, 0.87, 0.18",
        "blind-ar.tsv, 0.87, 0.18",
        "blind-ru.tsv, 0.93, 0.18",
        "blind-zh.tsv, 0.89, 0.12"
    })
    void crisesAreFoundAndLookAlikesLeftAlone(String file, double recall, double falseAlarms)
            throws Exception {
        var rows = new Evaluation(content, models).judge(Path.of(FOLDER + file));
        var crises = rows.stream().filter(Judged::isCrisis).toList();
        var harmless = rows.stream().filter(Judged::isHarmless).toList();
        System.out.printf(
                "%s: recall %.3f, false alarms %.3f, %s%n",
                file, share(crises), share(harmless), byIntent(crises));

        assertThat(share(crises)).as("recall").isGreaterThanOrEqualTo(recall);
        assertThat(share(harmless)).as("false alarms").isLessThanOrEqualTo(falseAlarms);
    }

    /** Found of all, by the intent. */
    private static String byIntent(List<Judged> crises) {
        var found = new TreeMap<String, int[]>();
        for (var row : crises) {
            var counts = found.computeIfAbsent(row.expected().getFirst(), _ -> new int[2]);
            counts[0] += row.got().severity().isCrisis() ? 1 : 0;
            counts[1]++;
        }
        var text = new StringBuilder();
        found.forEach((id, counts) ->
                text.append(id.substring(id.indexOf('/') + 1))
                        .append(" " + counts[0] + "/" + counts[1] + " "));
        return text.toString();
    }

    @Test
    void everyPatternCanBeRead() {
        try (var limit = new GateLimit(Duration.ofSeconds(1))) {
            assertThat(new Engine(content, Trained.NOTHING, limit).problems()).isEmpty();
        }
    }

    private static double share(List<Judged> among) {
        return (double) among.stream().filter(row -> row.got().severity().isCrisis()).count()
                / among.size();
    }
}
