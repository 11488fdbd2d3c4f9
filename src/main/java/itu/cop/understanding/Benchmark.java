package itu.cop.understanding;

import itu.cop.content.Content;
import itu.cop.understanding.model.IntentTrainer.Held;
import itu.cop.understanding.model.IntentTrainer.Sample;
import itu.cop.understanding.model.LanguageModel;
import itu.cop.understanding.model.Prediction;
import itu.cop.understanding.model.Prediction.Guess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures the intent model on anyone's data. */
final class Benchmark {
    private static final double KEPT = 0.95;
    private static final int WARM_UPS = 3;

    private final String outOfScope;

    Benchmark(String outOfScope) {
        this.outOfScope = outOfScope;
    }

    Map<String, @Nullable Object> run(Path train, @Nullable Path dev, Path test)
            throws IOException {
        var samples = read(train);
        long start = System.nanoTime();
        var learned = LanguageModel.learn(Content.SOURCE_LANGUAGE, samples, _ -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        var model = learned.model();
        double threshold = threshold(dev == null ? learned.held() : held(model, read(dev)));
        var held = held(model, read(test));
        var micros = micros(model, held);
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("accuracy", share(held, one -> isRight(one, threshold)));
        figures.put("inScopeAccuracy", share(inScope(held), one -> isRight(one, 0)));
        figures.put("auroc", auroc(held));
        figures.put("oosRecall", share(outOfScope(held), one -> isRight(one, threshold)));
        figures.put("threshold", threshold);
        figures.put("trainSeconds", seconds);
        figures.put("p50Microseconds", micros[micros.length / 2]);
        figures.put("p99Microseconds", micros[micros.length * 99 / 100]);
        return figures;
    }

    private static List<Sample> read(Path file) throws IOException {
        return Rows.read(file, 2, "label and text, with a tab between").stream()
                .map(cells -> new Sample(cells.getFirst(), Normaliser.normalise(cells.get(1))))
                .toList();
    }

    private static List<Held> held(LanguageModel model, List<Sample> samples) {
        return samples.stream().map(one -> new Held(one, predict(model, one.text()))).toList();
    }

    private static Prediction predict(LanguageModel model, String text) {
        return model.intents(model.see(model.correct(text)));
    }

    /** The likeliest label in scope. */
    private Guess top(Held one) {
        return one.prediction().best(1, label -> !label.equals(outOfScope)).getFirst();
    }

    private boolean isRight(Held one, double threshold) {
        var in = top(one).chance() >= threshold;
        var said = !in ? outOfScope : threshold == 0 ? top(one).label() : label(one.prediction());
        return said.equals(one.sample().label());
    }

    private static String label(Prediction prediction) {
        return prediction.top().label();
    }

    private List<Held> inScope(List<Held> held) {
        return held.stream().filter(one -> !one.sample().label().equals(outOfScope)).toList();
    }

    private List<Held> outOfScope(List<Held> held) {
        return held.stream().filter(one -> one.sample().label().equals(outOfScope)).toList();
    }

    /** Where most lines are right; without lines out of scope, where nearly all are kept. */
    private double threshold(List<Held> held) {
        if (outOfScope(held).isEmpty()) {
            var chances = held.stream().mapToDouble(one -> top(one).chance()).sorted().toArray();
            return chances.length == 0 ? 0 : chances[(int) (chances.length * (1 - KEPT))];
        }
        double best = 0;
        long most = -1;
        for (int step = 1; step < 200; step++) {
            double threshold = step / 200.0;
            long right = held.stream().filter(one -> isRight(one, threshold)).count();
            if (right > most) {
                most = right;
                best = threshold;
            }
        }
        return best;
    }

    private static @Nullable Double share(
            List<Held> held, java.util.function.Predicate<Held> which) {
        return held.isEmpty() ? null : (double) held.stream().filter(which).count() / held.size();
    }

    /** The chance that a line in scope scores higher than one out of scope. */
    private @Nullable Double auroc(List<Held> held) {
        var out =
                outOfScope(held).stream().mapToDouble(one -> top(one).chance()).sorted().toArray();
        var in = inScope(held).stream().mapToDouble(one -> top(one).chance()).toArray();
        if (out.length == 0 || in.length == 0) {
            return null;
        }
        double wins = Arrays.stream(in).map(score -> below(out, score)).sum();
        return wins / out.length / in.length;
    }

    private static double below(double[] sorted, double score) {
        long less = Arrays.stream(sorted).filter(other -> other < score).count();
        long same = Arrays.stream(sorted).filter(other -> other == score).count();
        return less + same / 2.0;
    }

    private static double[] micros(LanguageModel model, List<Held> held) {
        var times = new double[held.size()];
        for (int round = 0; round <= WARM_UPS; round++) {
            IntStream.range(0, times.length)
                    .forEach(i -> {
                        long start = System.nanoTime();
                        predict(model, held.get(i).sample().text());
                        times[i] = (System.nanoTime() - start) / 1e3;
                    });
        }
        Arrays.sort(times);
        return times;
    }
}
