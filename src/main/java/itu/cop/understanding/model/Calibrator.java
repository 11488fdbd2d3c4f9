package itu.cop.understanding.model;

import itu.cop.understanding.model.IntentModel.Calibration;
import itu.cop.understanding.model.IntentTrainer.Held;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Learns from held-out predictions how far a model's numbers can be trusted. */
final class Calibrator {
    /** Of the answers given without asking, this share is right. */
    private static final double RIGHT_ANSWERS = 0.75;

    /** Below these chances nothing is said, however easy the held-out lines were. */
    private static final double LEAST_GUESS = 0.08;

    private static final double LEAST_ANSWER = 0.3;

    private Calibrator() {}

    static Calibration calibrate(List<Held> held) {
        double temperature =
                IntStream.rangeClosed(-30, 20)
                        .mapToDouble(step -> Math.pow(2, step / 10.0))
                        .boxed()
                        .min(Comparator.comparingDouble(one -> surprise(held, one)))
                        .orElseThrow();
        var soft =
                held.stream()
                        .map(one -> new Held(one.sample(), one.prediction().soften(temperature)))
                        .toList();
        double answer = Math.max(LEAST_ANSWER, answer(soft));
        return new Calibration(
                temperature, answer, Math.min(answer, Math.max(LEAST_GUESS, guess(soft))));
    }

    private static double surprise(List<Held> held, double temperature) {
        return held.stream()
                .mapToDouble(one ->
                        -Math.log(
                                one.prediction()
                                                .soften(temperature)
                                                .sum(one.sample().label()::equals)
                                        + 1e-9))
                .sum();
    }

    private static DoubleStream thresholds() {
        return IntStream.range(1, 100).mapToDouble(step -> step / 100.0);
    }

    /** The lowest chance from which on enough answers are right. */
    private static double answer(List<Held> held) {
        return thresholds()
                .filter(one -> precision(held, one) >= RIGHT_ANSWERS)
                .findFirst()
                .orElse(1);
    }

    private static double precision(List<Held> held, double threshold) {
        var answered =
                held.stream()
                        .filter(one -> one.prediction().top().chance() >= threshold)
                        .filter(one -> !one.prediction().top().label().equals(Prediction.NONE))
                        .toList();
        return answered.stream().filter(Calibrator::isRight).count()
                / Math.max(1.0, answered.size());
    }

    /** The chance from which on guessing is right more often than saying "none of these". */
    private static double guess(List<Held> held) {
        return thresholds()
                .boxed()
                .max(Comparator.comparingDouble(one -> rightWith(held, one)))
                .orElseThrow();
    }

    private static long rightWith(List<Held> held, double threshold) {
        return held.stream()
                .filter(one ->
                        one.prediction().top().chance() >= threshold
                                ? isRight(one)
                                : one.sample().label().equals(Prediction.NONE))
                .count();
    }

    private static boolean isRight(Held one) {
        return one.prediction().top().label().equals(one.sample().label());
    }
}
