package itu.cop.understanding.model;

import itu.cop.understanding.model.IntentTrainer.Line;
import itu.cop.understanding.model.IntentTrainer.Sample;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Guesses the language of a short text among those written in one script. */
public final class LanguageGuess {
    private static final IntentTrainer TRAINER = new IntentTrainer(30, 0.02, 1);

    private final IntentModel model;

    private LanguageGuess(IntentModel model) {
        this.model = model;
    }

    /** Learns from lines that are labelled with their language. */
    public static LanguageGuess train(List<Sample> samples) {
        var lines = samples.stream().map(one -> new Line(one, Seen.of(one.text()))).toList();
        return new LanguageGuess(TRAINER.fit(lines));
    }

    /** How likely each language is. */
    public Prediction guess(String text) {
        return model.predict(Seen.of(text));
    }

    /** Writes it whole to a file of its own. */
    public void write(Path file) throws IOException {
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            model.write(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static LanguageGuess read(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return new LanguageGuess(IntentModel.read(in));
        }
    }
}
