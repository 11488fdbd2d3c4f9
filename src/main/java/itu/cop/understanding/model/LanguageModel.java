package itu.cop.understanding.model;

import itu.cop.understanding.model.IntentTrainer.Held;
import itu.cop.understanding.model.IntentTrainer.Line;
import itu.cop.understanding.model.IntentTrainer.Sample;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that was learned about one language: speller, intents, crises. Thread-safe. */
public final class LanguageModel {
    /** The label of lines that look like danger and are none; no intent is learned from them. */
    public static final String LOOKALIKE = "lookalike";

    private static final String ENCODED = "en";
    private static final int FOLDS = 5;
    private static final int LEAST_TEXTS = 2;
    private static final int WARMING = 5;

    /** So many lines of one crisis, or fewer, are learned as an intent. */
    private static final int MOST_ALIKE = 250;

    private static final IntentTrainer TRAINER = new IntentTrainer(30, 0.02, 0.5);

    private final Speller speller;
    private final List<String> words;
    private final IntentModel intents;
    private final @Nullable CrisisHead crises;
    private final @Nullable SentenceEncoder encoder;

    private LanguageModel(
            List<String> words,
            IntentModel intents,
            @Nullable CrisisHead crises,
            @Nullable SentenceEncoder encoder) {
        this.words = words;
        this.speller = speller(words, encoder);
        this.intents = intents;
        this.crises = crises;
        this.encoder = encoder;
    }

    /** How worrying a text is. */
    public enum Worry {
        NONE,
        WATCH,
        SERIOUS
    }

    /** A model, and what one that had seen fewer lines made of the others. */
    public record Learned(LanguageModel model, List<Held> held) {}

    /** Learns a language from its lines. */
    public static Learned learn(String tag, List<Sample> samples, DoubleConsumer progress) {
        var encoder = encoder(tag);
        var words = words(samples);
        var speller = speller(words, encoder);
        var lines =
                samples.parallelStream()
                        .map(one -> new Line(one, see(speller.correct(one.text()), encoder)))
                        .toList();
        progress.accept(0.1);
        var crises =
                samples.stream().anyMatch(one -> Prediction.isCrisis(one.label()))
                        ? CrisisHead.train(lines)
                        : null;
        progress.accept(0.3);
        lines = evened(lines);
        var held = TRAINER.heldOut(lines, FOLDS, 0);
        progress.accept(0.6);
        var intents = TRAINER.fit(lines).with(Calibrator.calibrate(ordinary(held)));
        progress.accept(1);
        return new Learned(new LanguageModel(words, intents, crises, encoder), held);
    }

    /**
     * Without look-alikes, and with no more lines of a crisis than of other intents: the risk model
     * needs them all, but in this model they would drown what teens ask most.
     */
    private static List<Line> evened(List<Line> lines) {
        var counts = new HashMap<String, Integer>();
        lines.forEach(one -> counts.merge(one.sample().label(), 1, Integer::sum));
        var turns = new HashMap<String, Integer>();
        return lines.stream()
                .filter(one -> !one.sample().label().equals(LOOKALIKE))
                .filter(one -> {
                    var label = one.sample().label();
                    int step =
                            Prediction.isCrisis(label)
                                    ? 1 + Objects.requireNonNull(counts.get(label)) / MOST_ALIKE
                                    : 1;
                    return turns.merge(label, 1, Integer::sum) % step == 0;
                })
                .toList();
    }

    /** Intents are asked for only where the risk gate has found no crisis. */
    private static List<Held> ordinary(List<Held> held) {
        return held.stream()
                .filter(one -> !Prediction.isCrisis(one.sample().label()))
                .map(one -> new Held(one.sample(), one.prediction().withoutCrises()))
                .toList();
    }

    /** The first texts are slow to read, and no young person should be the one who waits. */
    private LanguageModel warm() {
        for (int i = 0; i < WARMING; i++) {
            worry(see("hello there what can you do"));
        }
        return this;
    }

    private static @Nullable SentenceEncoder encoder(String tag) {
        return tag.equals(ENCODED) ? SentenceEncoder.english() : null;
    }

    private static Speller speller(List<String> words, @Nullable SentenceEncoder encoder) {
        var more = encoder == null ? Stream.<String>empty() : encoder.words();
        return new Speller(Stream.concat(words.stream(), more).toList());
    }

    /** The words of more than one line, the commonest first. */
    private static List<String> words(List<Sample> samples) {
        var counts = new HashMap<String, Integer>();
        for (var sample : samples) {
            for (var word : sample.text().split(" ", -1)) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() >= LEAST_TEXTS)
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Seen see(String text, @Nullable SentenceEncoder encoder) {
        return encoder == null ? Seen.of(text) : Seen.of(text, encoder);
    }

    /** A normalised text with its misspelt words mended. */
    public String correct(String text) {
        return speller.correct(text);
    }

    /** What the model sees of a normalised text. */
    public Seen see(String text) {
        return see(text, encoder);
    }

    /** How likely each intent is. */
    public Prediction intents(Seen seen) {
        return intents.predict(seen);
    }

    /** How worrying a text is. */
    public Worry worry(Seen seen) {
        return crises == null ? Worry.NONE : crises.worry(crises.odds(seen));
    }

    /** How far the numbers of {@link #intents} can be trusted. */
    public IntentModel.Calibration calibration() {
        return intents.calibration();
    }

    /** Writes it whole to a file of its own. */
    public void write(Path file) throws IOException {
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(words.size());
            for (var word : words) {
                out.writeUTF(word);
            }
            intents.write(out);
            out.writeBoolean(crises != null);
            if (crises != null) {
                crises.write(out);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    public static LanguageModel read(String tag, Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            var words = new ArrayList<String>();
            for (int left = in.readInt(); left > 0; left--) {
                words.add(in.readUTF());
            }
            var intents = IntentModel.read(in);
            var crises = in.readBoolean() ? CrisisHead.read(in) : null;
            return new LanguageModel(words, intents, crises, encoder(tag)).warm();
        }
    }
}
