package itu.cop.understanding;

import itu.cop.content.Content;
import itu.cop.content.Severity;
import itu.cop.understanding.Commands.BadInput;
import itu.cop.understanding.model.Prediction;
import itu.cop.understanding.model.Trained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Measures the whole engine on sentences whose meaning is known. */
final class Evaluation {
    private static final String SHAPE = "language, text, expected and tags, with tabs between";
    private static final int LEAST_CELLS = 3;

    /** A busy machine must not change the result. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Content content;
    private final Trained models;

    Evaluation(Content content, Trained models) {
        this.content = content;
        this.models = models;
    }

    /** A sentence, what is right for it, and what the engine makes of it. */
    record Judged(List<String> cells, List<String> expected, Understood got) {
        boolean right() {
            return expected.contains(got.intent());
        }

        /** The label it counts under. */
        String gold() {
            return right() ? got.intent() : expected.getFirst();
        }

        String area() {
            return expected.getFirst().split("/", 2)[0];
        }

        boolean isCrisis() {
            return expected.stream().allMatch(Prediction::isCrisis);
        }

        boolean isHarmless() {
            return expected.stream().noneMatch(Prediction::isCrisis);
        }
    }

    Map<String, @Nullable Object> run(Path file, @Nullable String out) throws IOException {
        var judged = judge(file);
        if (out != null) {
            Files.write(Path.of(out), judged.stream().map(Evaluation::line).toList());
        }
        return figures(judged);
    }

    List<Judged> judge(Path file) throws IOException {
        var judged = new ArrayList<Judged>();
        try (var limit = new GateLimit(PATIENCE)) {
            var engine = new Engine(content, models, limit);
            for (var cells : Rows.read(file, LEAST_CELLS, SHAPE)) {
                var expected = List.of(cells.get(2).strip().split("\\|", -1));
                if (expected.contains("")) {
                    throw new BadInput(file + ": an expected intent is empty: " + cells.get(2));
                }
                judged.add(new Judged(cells, expected, engine.read(Utterance.of(cells.get(1)))));
            }
        }
        return judged;
    }

    private static String line(Judged row) {
        var got = row.got;
        return String.join("\t", row.cells)
                + String.format(
                        Locale.ROOT,
                        "\t%s\t%.4f\t%s\t%d\t%s",
                        got.intent(),
                        got.confidence(),
                        got.language(),
                        List.of(Severity.values()).indexOf(got.severity()),
                        got.outcome());
    }

    static Map<String, @Nullable Object> figures(List<Judged> rows) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("rows", rows.size());
        figures.put("accuracy", share(rows, _ -> true, Judged::right));
        figures.put("macroF1", macroF1(rows));
        figures.put("byArea", byArea(rows));
        figures.put(
                "oosRecall",
                share(rows, row -> row.expected.equals(List.of(Understood.NONE)), Judged::right));
        figures.put(
                "crisisRecall",
                share(rows, Judged::isCrisis, row -> row.got.severity().isCrisis()));
        figures.put(
                "crisisFalseAlarms",
                share(rows, Judged::isHarmless, row -> row.got.severity().isCrisis()));
        figures.put(
                "softAlarms",
                share(rows, Judged::isHarmless, row -> row.got.severity() == Severity.WATCH));
        figures.put(
                "languageAccuracy",
                share(rows, _ -> true, row -> row.got.language().equals(row.cells.getFirst())));
        return figures;
    }

    private static @Nullable Double share(
            List<Judged> rows, Predicate<Judged> among, Predicate<Judged> which) {
        var chosen = rows.stream().filter(among).toList();
        return chosen.isEmpty()
                ? null
                : (double) chosen.stream().filter(which).count() / chosen.size();
    }

    private static Map<String, @Nullable Double> byArea(List<Judged> rows) {
        var areas = new TreeMap<String, @Nullable Double>();
        rows.forEach(row ->
                areas.computeIfAbsent(
                        row.area(),
                        area -> share(rows, one -> one.area().equals(area), Judged::right)));
        return areas;
    }

    private static double macroF1(List<Judged> rows) {
        var labels = new TreeSet<String>();
        rows.forEach(row -> labels.add(row.gold()));
        return labels.stream().mapToDouble(label -> f1(rows, label)).average().orElse(0);
    }

    private static double f1(List<Judged> rows, String label) {
        double both = 0;
        double either = 0;
        for (var row : rows) {
            var is = row.gold().equals(label);
            var said = row.got.intent().equals(label);
            both += is && said ? 2 : 0;
            either += (is ? 1 : 0) + (said ? 1 : 0);
        }
        return either == 0 ? 0 : both / either;
    }
}
