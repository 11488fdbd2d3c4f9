package itu.cop.understanding.model;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.understanding.model.IntentTrainer.Sample;
import itu.cop.understanding.model.LanguageModel.Worry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageModelTests {
    private static final List<String> DARK =
            List.of("je veux mourir", "je veux en finir", "envie de mourir", "mourir ce soir");
    private static final List<String> LIGHT =
            List.of("je veux une pizza", "match ce soir", "envie de glace", "musique cool");

    private static List<Sample> french() {
        var lines = new ArrayList<Sample>();
        for (int i = 0; i < 10; i++) {
            var more = " " + "abcdefghij".charAt(i);
            DARK.forEach(line -> lines.add(new Sample("crisis/suicide", line + more)));
            LIGHT.forEach(line -> lines.add(new Sample("none", line + more)));
        }
        return lines;
    }

    @Test
    void aLanguageWithoutOrdinaryIntentsStillKnowsCrises() {
        var model = LanguageModel.learn("fr", french(), _ -> {}).model();
        var dark = model.see("je veux mourir");
        assertThat(model.worry(dark)).isEqualTo(Worry.SERIOUS);
        assertThat(model.intents(dark).top().label()).isEqualTo("crisis/suicide");
        assertThat(model.worry(model.see("je veux une pizza"))).isNotEqualTo(Worry.SERIOUS);
        assertThat(model.correct("envie de mourrir")).isEqualTo("envie de mourir");
    }

    @Test
    void whatIsWrittenIsReadAgain(@TempDir Path folder) throws Exception {
        var model = LanguageModel.learn("fr", french(), _ -> {}).model();
        model.write(folder.resolve("m"));
        var again = LanguageModel.read("fr", folder.resolve("m"));
        var seen = again.see("je veux mourir");
        assertThat(again.worry(seen)).isEqualTo(Worry.SERIOUS);
        assertThat(again.intents(seen).top()).isEqualTo(model.intents(seen).top());
        assertThat(again.calibration()).isEqualTo(model.calibration());
    }

    @Test
    void withoutCrisesNothingWorries() {
        var lines =
                french().stream().map(one -> new Sample("x" + one.label().length(), one.text()));
        var model = LanguageModel.learn("fr", lines.toList(), _ -> {}).model();
        assertThat(model.worry(model.see("je veux mourir"))).isEqualTo(Worry.NONE);
    }

    @Test
    void languagesAreToldApart(@TempDir Path folder) throws Exception {
        var lines = new ArrayList<Sample>();
        french().forEach(one -> lines.add(new Sample("fr", one.text())));
        for (int i = 0; i < 40; i++) {
            lines.add(new Sample("en", "i want to go home and play the game " + i));
        }
        LanguageGuess.train(lines).write(folder.resolve("g"));
        var guess = LanguageGuess.read(folder.resolve("g"));
        assertThat(guess.guess("je veux de la glace").top().label()).isEqualTo("fr");
        assertThat(guess.guess("the home game").top().label()).isEqualTo("en");
    }
}
