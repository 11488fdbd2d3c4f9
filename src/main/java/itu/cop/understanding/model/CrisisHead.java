package itu.cop.understanding.model;

import itu.cop.understanding.model.IntentTrainer.Line;
import itu.cop.understanding.model.IntentTrainer.Sample;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tells a crisis from all else: words by a model of their own, meaning by a kernel beside it. */
final class CrisisHead {
    /** Trained on all lines but with two labels only; see the evaluation for how it was chosen. */
    private static final IntentTrainer TRAINER = new IntentTrainer(60, 0.02, 0);

    private static final String CRISIS = "crisis";
    private static final String REST = "rest";

    /** One step of the kernel counts as much as so many of the model's log odds. */
    private static final double MEANING = 8;

    /**
     * Of held-out lines that are no crisis, at most this share may look like one. Half of them were
     * written to look like danger: of the development set's look-alikes it is half as many.
     */
    private static final double FALSE_ALARMS = 0.14;

    private static final double SOFT_ALARMS = 0.24;

    /** Log odds below which nothing is said, however easy the held-out lines were. */
    private static final double LEAST_SERIOUS = -1.5;

    private static final double LEAST_WATCH = -2.5;

    private static final int FOLDS = 5;

    private final IntentModel model;
    private final Kernel kernel;
    private final double serious;
    private final double watch;

    private CrisisHead(IntentModel model, Kernel kernel, double serious, double watch) {
        this.model = model;
        this.kernel = kernel;
        this.serious = serious;
        this.watch = watch;
    }

    /** Trains on the lines, after it has learned from held-out ones where to draw the lines. */
    static CrisisHead train(List<Line> lines) {
        var held = new ArrayList<Line>();
        var others = new ArrayList<Line>();
        for (var line : lines) {
            (IntentTrainer.fold(line.sample(), FOLDS) == 0 ? held : others).add(line);
        }
        var before = fit(others, 0, 0);
        var harmless = before.harmless(held);
        return fit(
                lines,
                Math.max(LEAST_SERIOUS, at(harmless, 1 - FALSE_ALARMS)),
                Math.max(LEAST_WATCH, at(harmless, 1 - SOFT_ALARMS)));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.MAX_VALUE
                : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    private double[] harmless(List<Line> lines) {
        return lines.stream()
                .filter(one -> !Prediction.isCrisis(one.sample().label()))
                .mapToDouble(one -> odds(one.seen()))
                .sorted()
                .toArray();
    }

    private static CrisisHead fit(List<Line> lines, double serious, double watch) {
        var two = new ArrayList<Line>();
        var crises = new ArrayList<float[]>();
        var rest = new ArrayList<float[]>();
        for (var line : lines) {
            var crisis = Prediction.isCrisis(line.sample().label());
            var sample = new Sample(crisis ? CRISIS : REST, line.sample().text());
            two.add(new Line(sample, line.seen()));
            (crisis ? crises : rest).add(line.seen().sentence());
        }
        return new CrisisHead(TRAINER.fit(two), Kernel.train(crises, rest), serious, watch);
    }

    /** Log odds of a crisis. */
    double odds(Seen seen) {
        double chance = model.predict(seen).sum(CRISIS::equals);
        return Math.log(chance + 1e-9)
                - Math.log(1 - chance + 1e-9)
                + MEANING * kernel.lean(seen.sentence());
    }

    /** How worrying a text is. */
    LanguageModel.Worry worry(double odds) {
        if (odds >= serious) {
            return LanguageModel.Worry.SERIOUS;
        }
        if (odds >= watch) {
            return LanguageModel.Worry.WATCH;
        }
        return LanguageModel.Worry.NONE;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(serious);
        out.writeDouble(watch);
        model.write(out);
        kernel.write(out);
    }

    static CrisisHead read(DataInputStream in) throws IOException {
        double serious = in.readDouble();
        double watch = in.readDouble();
        return new CrisisHead(IntentModel.read(in), Kernel.read(in), serious, watch);
    }
}
