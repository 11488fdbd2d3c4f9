package itu.cop.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.content.Severity;
import itu.cop.storage.DataFolder;
import itu.cop.understanding.Understood.Outcome;
import itu.cop.understanding.model.Trained;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstandingTests {
    private static final Content CONTENT = SmallContent.content("1");

    @TempDir static Path data;
    private static Understanding understanding;
    private static final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    static void trainInAProcessOfItsOwn() {
        understanding = start(true);
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(understanding::ready);
    }

    @AfterAll
    static void close() {
        understanding.close();
    }

    private static Understanding start(boolean train) {
        return new Understanding(
                ContentFolder.holding(CONTENT),
                new DataFolder(data),
                new UnderstandingSettings(null, train, Duration.ofSeconds(30), 100),
                meters);
    }

    @Test
    void whatItHasLearnedIsAnswered() {
        var understood = understanding.of(Utterance.of("is this free robux thing a scam"));
        assertThat(understood.intent()).isEqualTo("risk/scams");
        assertThat(understood.outcome()).isEqualTo(Outcome.ANSWER);
        assertThat(understood.severity()).isEqualTo(Severity.NONE);
        assertThat(understood.unfinished()).isFalse();
        assertThat(understanding.progress()).isEqualTo(1);
    }

    @Test
    void anIntentToWatchIsWatched() {
        var understood = understanding.of(Utterance.of("they bully me"));
        assertThat(understood.intent()).isEqualTo("risk/cyberbullying");
        assertThat(understood.severity()).isEqualTo(Severity.WATCH);
    }

    @Test
    void clearWordsAreACrisisAndClear() {
        var understood = understanding.of(Utterance.of("free robux please i want to die"));
        assertThat(understood.intent()).isEqualTo("crisis/suicide");
        assertThat(understood.outcome()).isEqualTo(Outcome.CRISIS);
        assertThat(understood.clear()).isTrue();
    }

    @Test
    void wordsThatOnlyTheModelKnowsAreACrisisButNotClear() {
        var understood = understanding.of(Utterance.of("cutting with a razor blade"));
        assertThat(understood.intent()).isEqualTo("crisis/self-harm");
        assertThat(understood.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(understood.clear()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "💀💀💀", "?!?!", "\0\0", "weather football"})
    void whatSaysNothingIsOutOfScope(String text) {
        var understood = understanding.of(Utterance.of(text));
        assertThat(understood.intent()).isEqualTo(Understood.NONE);
        assertThat(understood.outcome()).isEqualTo(Outcome.NONE);
    }

    @Test
    void aMillionCharactersDoNotHurt() {
        var understood = understanding.of(Utterance.of("want ".repeat(200_000) + "to die"));
        assertThat(understood.intent()).isEqualTo("crisis/suicide");
    }

    @Test
    void aCrisisIsNotKeptAndTheRestIsFoundAgain() {
        var before = meters.timer("cop.understanding.classify").count();
        var first = understanding.of(Utterance.of("a strong password"));
        var again = understanding.of(Utterance.of("a strong password"));
        assertThat(again).isSameAs(first);
        assertThat(understanding.of(Utterance.of("i want to die")))
                .isNotSameAs(understanding.of(Utterance.of("i want to die")));
        assertThat(understanding.of(new Utterance("a strong password", "hi", "en", false)))
                .isNotSameAs(first);
        assertThat(meters.timer("cop.understanding.classify").count()).isEqualTo(before + 5);
    }

    @Test
    void severitiesAreCountedWithoutWords() {
        understanding.of(Utterance.of("i want to die"));
        assertThat(meters.counter("cop.gate.severity", "severity", "serious").count()).isPositive();
    }

    @Test
    void theNextStartFindsTheModelsOnDisk() throws Exception {
        var next = start(false);
        assertThat(next.ready()).isTrue();
        next.close();
        try (var left = Files.list(data.resolve("models"))) {
            assertThat(left.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void withoutModelsOnlyTheGateLooks() {
        try (var limit = new GateLimit(Duration.ofSeconds(30))) {
            var engine = new Engine(CONTENT, Trained.NOTHING, limit);
            var unknown = engine.read(Utterance.of("free robux scam"));
            assertThat(unknown.outcome()).isEqualTo(Outcome.NOT_READY);
            assertThat(unknown.unfinished()).isFalse();
            assertThat(engine.read(Utterance.of("i want to die")).outcome())
                    .isEqualTo(Outcome.CRISIS);
        }
    }

    @Test
    void whereTheModelCannotBeAskedThePatternsDecideAndTheRestIsWatched() {
        var limit = new GateLimit(Duration.ofSeconds(1));
        limit.close();
        var engine = new Engine(CONTENT, Trained.NOTHING, limit);
        assertThat(engine.read(Utterance.of("i want to die")).intent()).isEqualTo("crisis/suicide");
        var rest = engine.read(Utterance.of("a strong password"));
        assertThat(rest.severity()).isEqualTo(Severity.WATCH);
        assertThat(rest.outcome()).isEqualTo(Outcome.NONE);
    }

    @Test
    void aFragmentMayBeUnfinished() {
        assertThat(understanding.of(Utterance.of("qq jj")).unfinished()).isTrue();
        assertThat(understanding.of(Utterance.of("qq jj?")).unfinished()).isFalse();
    }
}
