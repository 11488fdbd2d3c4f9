package itu.cop.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class HelplinesCommandTests {
    /** A command silences the log of its process, which here is that of all tests. */
    @AfterEach
    void speaksAgain() {
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
    }

    @Test
    void listsWhatStandsInTheContentAndCountsItLast(CapturedOutput output) {
        assertThat(Commands.run("helplines")).hasValue(0);
        assertThat(output.getOut().lines().toList())
                .startsWith("Launch blockers (no child line of confidence A or B):", "  ad Andorra")
                .last()
                .asString()
                .matches("[1-9][0-9]* launch blockers, [1-9][0-9]* helplines to check again");
    }

    @Test
    void wrongUseIsTold(CapturedOutput output) {
        assertThat(Commands.run("helplines", "ke")).hasValue(2);
        assertThat(Commands.run("helplines", "--out", "x")).hasValue(2);
        assertThat(output.getErr().lines()).hasSize(2).allMatch(line -> line.startsWith("usage: "));
        assertThat(output.getOut()).isEmpty();
    }
}
