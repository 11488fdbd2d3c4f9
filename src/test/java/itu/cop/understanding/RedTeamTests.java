package itu.cop.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.understanding.Evaluation.Judged;
import itu.cop.understanding.model.Trained;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole engine on sentences by people who have seen neither patterns nor training lines. The
 * goal is 98 % recall and 5 % false alarms; the bars stand a little below what is reached now and
 * are only ever raised.
 */
class RedTeamTests {
    private static final double RECALL = 0.80;
    private static final double FALSE_ALARMS = 0.14;

    private static final Path SENTENCES =
            Path.of("src/test/resources/itu/cop/understanding/red-team-en.tsv");

    private static Content content;
    private static List<Judged> rows;

    @BeforeAll
    static void judge() throws Exception {
        content = ContentFolder.read(Path.of("intents"));
        var models = new ModelFolders(Path.of("target/models")).train(content, _ -> {});
        rows = new Evaluation(content, models).judge(SENTENCES);
        Evaluation.figures(rows).forEach((name, figure) -> System.out.println(name + " " + figure));
    }

    @Test
    void nearlyEveryCrisisIsFound() {
        var crises = rows.stream().filter(Judged::isCrisis).toList();
        var found = new TreeMap<String, int[]>();
        for (var row : crises) {
            var counts = found.computeIfAbsent(row.expected().getFirst(), _ -> new int[2]);
            counts[0] += row.got().severity().isCrisis() ? 1 : 0;
            counts[1]++;
        }
        found.forEach((id, counts) -> System.out.println(id + " " + counts[0] + "/" + counts[1]));
        assertThat(share(crises)).isGreaterThanOrEqualTo(RECALL);
    }

    @Test
    void fewHarmlessTextsRaiseAnAlarm() {
        assertThat(share(rows.stream().filter(Judged::isHarmless).toList()))
                .isLessThanOrEqualTo(FALSE_ALARMS);
    }

    @Test
    void everyPatternCanBeRead() {
        try (var limit = new GateLimit(java.time.Duration.ofSeconds(1))) {
            assertThat(new Engine(content, Trained.NOTHING, limit).problems()).isEmpty();
        }
    }

    private static double share(List<Judged> among) {
        return (double) among.stream().filter(row -> row.got().severity().isCrisis()).count()
                / among.size();
    }
}
