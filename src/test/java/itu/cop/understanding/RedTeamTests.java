package itu.cop.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.understanding.Evaluation.Judged;
import itu.cop.understanding.model.Trained;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole engine on sentences by people who have seen neither patterns nor training lines; those
 * who tuned the engine have seen them, so what is reached here is no blind figure. The goal is 98 %
 * recall and 5 % false alarms; the bars stand a little below what is reached now and are only ever
 * raised.
 */
class RedTeamTests {
    private static final double RECALL = 0.88;
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
        tell("found", crises, row -> row.expected().getFirst());
        crises.stream()
                .filter(row -> !row.got().severity().isCrisis())
                .forEach(row -> System.out.println("missed " + row.expected() + " " + text(row)));
        assertThat(share(crises)).isGreaterThanOrEqualTo(RECALL);
    }

    /** How many of each kind are judged a crisis, by language and kind. */
    private static void tell(String what, List<Judged> among, Function<Judged, String> kind) {
        var counts = new TreeMap<String, int[]>();
        for (var row : among) {
            var key = row.cells().getFirst() + " " + kind.apply(row);
            var count = counts.computeIfAbsent(key, _ -> new int[2]);
            count[0] += row.got().severity().isCrisis() ? 1 : 0;
            count[1]++;
        }
        counts.forEach((key, count) ->
                System.out.println(what + " " + key + " " + count[0] + "/" + count[1]));
    }

    private static String text(Judged row) {
        return row.cells().get(1);
    }

    @Test
    void fewHarmlessTextsRaiseAnAlarm() {
        var harmless = rows.stream().filter(Judged::isHarmless).toList();
        var alarms = harmless.stream().filter(row -> row.got().severity().isCrisis()).toList();
        tell("false alarm", alarms, row -> row.got().intent());
        assertThat(share(harmless)).isLessThanOrEqualTo(FALSE_ALARMS);
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
