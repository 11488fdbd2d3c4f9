package itu.cop.understanding.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** Trains intent models with OpenNLP's quasi-Newton maximum entropy. */
public final class IntentTrainer {
    private static final int FOLDS = 5;
    private static final int LEAST_TEXTS = 2;

    private final int iterations;

    /** More iterations fit closer. */
    public IntentTrainer(int iterations) {
        this.iterations = iterations;
    }

    /** A training line, its text normalised. */
    public record Sample(String label, String text) {}

    /** A line and what a model that had not seen it made of it. */
    public record Held(Sample sample, Prediction prediction) {}

    /** A calibrated model. */
    public IntentModel train(List<Sample> samples, DoubleConsumer progress) throws IOException {
        progress.accept(0.05);
        var held = heldOut(samples, FOLDS, 0);
        progress.accept(0.5);
        var model = fit(samples);
        progress.accept(1);
        return model.with(Calibrator.calibrate(held));
    }

    /** Predictions for one fold, chosen by a fixed hash, by a model that has seen the others. */
    public List<Held> heldOut(List<Sample> samples, int folds, int fold) throws IOException {
        var model = fit(samples.stream().filter(one -> fold(one, folds) != fold).toList());
        return samples.stream()
                .filter(one -> fold(one, folds) == fold)
                .map(one -> new Held(one, model.predict(one.text)))
                .toList();
    }

    private static int fold(Sample sample, int folds) {
        return Math.floorMod((sample.text.hashCode() * 0x9E3779B9) >>> 16, folds);
    }

    /** A model without calibration. */
    public IntentModel fit(List<Sample> samples) throws IOException {
        var features = samples.stream().map(sample -> Features.of(sample.text)).toList();
        var vocabulary = Vocabulary.of(features, LEAST_TEXTS);
        var events = new ArrayList<Event>();
        for (int i = 0; i < samples.size(); i++) {
            var vector = vocabulary.vector(features.get(i));
            if (vector.size() > 0) {
                events.add(event(samples.get(i).label, vector));
            }
        }
        EventTrainer trainer = TrainerFactory.getEventTrainer(parameters(), new HashMap<>());
        var trained = (AbstractModel) trainer.train(ObjectStreamUtils.createObjectStream(events));
        return convert(trained, vocabulary);
    }

    private static Event event(String label, Vocabulary.Vector vector) {
        var names = new String[vector.size()];
        var values = new float[vector.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = Integer.toString(vector.index(i));
            values[i] = vector.value(i);
        }
        return new Event(label, names, values);
    }

    private TrainingParameters parameters() {
        var parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.TRAINER_TYPE_PARAM, EventTrainer.EVENT_VALUE);
        parameters.put("DataIndexer", "OnePassRealValue");
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, iterations);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, 0.01);
        parameters.put(QNTrainer.M_PARAM, 5);
        parameters.put(QNTrainer.THREADS_PARAM, 2);
        return parameters;
    }

    /** The trained weights as plain numbers: loads fast and predicts without looking up strings. */
    private static IntentModel convert(AbstractModel trained, Vocabulary vocabulary) {
        var labels = new ArrayList<String>();
        for (int k = 0; k < trained.getNumOutcomes(); k++) {
            labels.add(trained.getOutcome(k));
        }
        @SuppressWarnings("unchecked") // documented: the second structure maps names to contexts
        var contexts = (Map<String, Context>) trained.getDataStructures()[1];
        var weights = new float[vocabulary.size() * labels.size()];
        contexts.forEach((name, context) -> {
            int row = Integer.parseInt(name) * labels.size();
            for (int i = 0; i < context.getOutcomes().length; i++) {
                weights[row + context.getOutcomes()[i]] = (float) context.getParameters()[i];
            }
        });
        return new IntentModel(labels, vocabulary, weights, IntentModel.Calibration.RAW);
    }
}
