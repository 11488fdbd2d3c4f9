package itu.cop.understanding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.content.Severity;
import itu.cop.storage.DataFolder;
import itu.cop.understanding.model.Trained;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Understands a text. Thread-safe; never throws because of a text. */
@Component
public class Understanding implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(Understanding.class);
    private static final int SECONDS_TO_RETRY = 60;
    private static final Executor ASIDE =
            task -> Thread.ofPlatform().daemon().name("understanding").start(task);

    private final ModelFolders folders;
    private final GateLimit limit;
    private final boolean mayTrain;
    private final Cache<ByteBuffer, Understood> cache;
    private final Timer timer;
    private final Map<Severity, Counter> severities = new EnumMap<>(Severity.class);
    private final ScheduledExecutorService training =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("training").factory());
    private final CompletableFuture<Engine> first;
    private volatile @Nullable Engine engine;
    private volatile double progress;

    Understanding(
            ContentFolder content,
            DataFolder data,
            UnderstandingSettings settings,
            MeterRegistry meters) {
        var own = settings.modelsDir();
        this.folders = new ModelFolders(own == null ? data.folder("models") : own);
        this.limit = new GateLimit(settings.gateLimit());
        this.mayTrain = settings.train();
        this.cache = Caffeine.newBuilder().maximumSize(settings.cacheSize()).build();
        this.timer = meters.timer("cop.understanding.classify");
        for (var severity : Severity.values()) {
            var name = severity.name().toLowerCase(java.util.Locale.ROOT);
            severities.put(severity, meters.counter("cop.gate.severity", "severity", name));
        }
        this.first = CompletableFuture.supplyAsync(() -> begin(content.current()), ASIDE);
        content.onChange(this::follow);
    }

    /** Nobody is served before the gate stands: what went wrong with it ends the start. */
    @Override
    public void afterSingletonsInstantiated() {
        first.join();
    }

    /** Language, risk and intent of a text. The risk gate comes first and fails safe. */
    public Understood of(Utterance utterance) {
        long start = System.nanoTime();
        var now = engine();
        var alone = utterance.recent().isEmpty() && !utterance.relayed();
        var key = key(utterance, now);
        var known = alone ? cache.getIfPresent(key) : null;
        var understood = known == null ? now.read(utterance) : known;
        if (alone && known == null && now.ready() && !understood.severity().isCrisis()) {
            cache.put(key, understood);
        }
        counter(understood.severity()).increment();
        timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        return understood;
    }

    /**
     * A quick look by the risk patterns alone, to know what to read first: true when they see a
     * crisis, or when they fail.
     */
    public boolean alarming(String text) {
        try {
            return engine().alarming(text);
        } catch (RuntimeException broken) {
            log.error("Risk patterns failed: {}", broken.getClass().getSimpleName());
            return true;
        }
    }

    /** True when the models are loaded; before that only the gate looks. */
    public boolean ready() {
        return engine().ready();
    }

    /** How far training has come, 0 to 1. */
    public double progress() {
        return ready() ? 1 : progress;
    }

    private Counter counter(Severity severity) {
        return java.util.Objects.requireNonNull(severities.get(severity));
    }

    private Engine engine() {
        var now = engine;
        return now == null ? first.join() : now;
    }

    /** The first engine, made beside the rest of the start. */
    private Engine begin(Content content) {
        var begun = withModels(gates(content, Trained.NOTHING));
        engine = begun;
        return begun;
    }

    /** Takes the gate of new content at once, and its models as soon as they are there. */
    private void follow(Content content) {
        take(withModels(gates(content, engine().trained())));
    }

    private Engine gates(Content content, Trained trained) {
        var gates = new Engine(content, trained, limit);
        gates.problems().forEach(problem -> log.error("Risk pattern left out: {}", problem));
        return gates;
    }

    private Engine withModels(Engine gates) {
        var loaded = load(gates.content());
        if (loaded.isEmpty() && mayTrain) {
            training.execute(() -> train(gates));
        }
        return loaded.map(gates::with).orElse(gates);
    }

    private void take(Engine next) {
        engine = next;
        cache.invalidateAll();
    }

    private Optional<Trained> load(Content content) {
        try {
            return folders.load(content);
        } catch (IOException e) {
            log.error("Models cannot be read", e);
            return Optional.empty();
        }
    }

    private void train(Engine gates) {
        var content = gates.content();
        if (!engine().content().version().equals(content.version())) {
            return;
        }
        try {
            log.info("Training models for content {}", content.version());
            var models = folders.train(content, this::advance);
            take(gates.with(models));
            log.info("Models for content {} are in force", content.version());
        } catch (IOException | RuntimeException e) {
            log.error("Training failed; trying again in {} s", SECONDS_TO_RETRY, e);
            var _ = training.schedule(() -> train(gates), SECONDS_TO_RETRY, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void advance(double done) {
        if ((int) (done * 10) > (int) (progress * 10)) {
            log.info("Training models: {} %", (int) (done * 100));
        }
        progress = done;
    }

    /** By the raw text: two that look alike once normalised may still be read differently. */
    private static ByteBuffer key(Utterance utterance, Engine engine) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var version = engine.content().version() + " " + utterance.language() + " ";
            digest.update(version.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(
                    digest.digest(utterance.text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        training.shutdownNow();
        limit.close();
    }
}
