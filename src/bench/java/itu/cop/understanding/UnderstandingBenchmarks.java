package itu.cop.understanding;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.content.Language;
import itu.cop.storage.DataFolder;
import itu.cop.understanding.RiskGate.Finding;
import itu.cop.understanding.RiskGate.Hunch;
import itu.cop.understanding.model.LanguageModel;
import itu.cop.understanding.model.Prediction;
import itu.cop.understanding.model.Trained;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What each step of understanding costs, on held-out sentences one after the other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
public class UnderstandingBenchmarks {
    private static final Path MODELS = Path.of("target", "models").toAbsolutePath();

    /** Of a language whose model sees words alone. */
    private static final String LEXICAL = "es";

    private static final int STEPS = 100_000;

    private List<Utterance> english = List.of();
    private List<Utterance> kept = List.of();
    private List<String> plain = List.of();
    private List<String> spanish = List.of();
    private Content content;
    private Trained trained;
    private Engine engine;
    private RiskGate gate;
    private Cues cues;
    private GateLimit limit;
    private Understanding understanding;
    private long seed = 42;
    private int turn;

    /** Reads content and models; trains those that are not there, which takes minutes. */
    @Setup
    public void prepare() throws IOException, InterruptedException {
        content = ContentFolder.read(Path.of("intents"));
        trained = new ModelFolders(MODELS).train(content, _ -> {});
        limit = new GateLimit(Duration.ofSeconds(30));
        engine = new Engine(content, trained, limit);
        gate = new RiskGate(content.source().gate());
        cues = new Cues(content);
        english = texts(content.source()).stream().map(Utterance::of).toList();
        plain = texts(content.source()).stream().map(Normaliser::normalise).toList();
        // there are held-out sentences of English only
        var lines = content.in(LEXICAL).lookalikes();
        spanish = lines.stream().map(Normaliser::normalise).toList();
        understanding =
                new Understanding(
                        ContentFolder.holding(content),
                        new DataFolder(MODELS.getParent()),
                        new UnderstandingSettings(
                                MODELS, false, Duration.ofSeconds(30), 2 * english.size()),
                        new SimpleMeterRegistry());
        kept = english.stream().filter(this::isKept).toList();
    }

    private static List<String> texts(Language language) {
        return language.checks().stream().map(Language.Check::text).toList();
    }

    /** What looks like a crisis is read anew each time. */
    private boolean isKept(Utterance said) {
        return understanding.of(said) == understanding.of(said);
    }

    /** Ends what was begun. */
    @TearDown
    public void close() {
        understanding.close();
        limit.close();
    }

    private <T> T next(List<T> list) {
        turn = (turn + 1) % list.size();
        return list.get(turn);
    }

    private LanguageModel model(String language) {
        return Objects.requireNonNull(trained.languages().get(language));
    }

    private static Prediction classify(LanguageModel model, String text) {
        return model.intents(model.see(model.correct(text)));
    }

    /** How fast this machine is just now: 100 000 steps of a shift register. */
    @Benchmark
    public long calibration() {
        for (int i = 0; i < STEPS; i++) {
            seed ^= seed << 13;
            seed ^= seed >>> 7;
            seed ^= seed << 17;
        }
        return seed;
    }

    /** Into the plain form. */
    @Benchmark
    public String normalise() {
        return Normaliser.normalise(next(english).text());
    }

    /** Which language it is. */
    @Benchmark
    public String language() {
        return cues.language(next(plain), LEXICAL, trained.guess());
    }

    /** Risk patterns alone, of one language, over every way to read the text. */
    @Benchmark
    public Finding gatePatterns() {
        return gate.look(next(english), _ -> Hunch.NOTHING);
    }

    /** Mending, features and intents, by words alone. */
    @Benchmark
    public Prediction classifyLexical() {
        return classify(model(LEXICAL), next(spanish));
    }

    /** The same by words and sentence vector. */
    @Benchmark
    public Prediction classifyJoint() {
        return classify(model(Content.SOURCE_LANGUAGE), next(plain));
    }

    /** Everything, as for a message that nobody has sent before. */
    @Benchmark
    public Understood everything() {
        return engine.read(next(english));
    }

    /** Everything, for a message that was sent before. */
    @Benchmark
    public Understood cached() {
        return understanding.of(next(kept));
    }
}
