package itu.cop.outbox;

import itu.cop.channel.Channel;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties one channel's part of the outbox, many sends at a time. */
final class ChannelSender {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelSender.class);
    // Sends that end together are followed by one look at the table, not by one each.
    private static final Duration BREATH = Duration.ofMillis(3);

    private final Channel channel;
    private final Claims claims;
    private final Courier courier;
    private final OutboxSettings settings;
    private final Pace pace;
    private final Semaphore places;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread claiming;
    private volatile boolean running = true;

    ChannelSender(Channel channel, Claims claims, Courier courier, OutboxSettings settings) {
        this.channel = channel;
        this.claims = claims;
        this.courier = courier;
        this.settings = settings;
        this.pace = Pace.of(channel.messagesPerSecond());
        this.places = new Semaphore(settings.inFlight());
        this.claiming = Thread.ofVirtual().name("outbox-" + channel.name()).unstarted(this::loop);
    }

    void start() {
        claiming.start();
    }

    void wake() {
        wake.release();
    }

    /** Claims no more; what is claimed is still sent. */
    void stop() {
        running = false;
        wake();
    }

    void awaitEnd(Duration patience) throws InterruptedException {
        var ended = claiming.join(patience);
        threads.shutdown();
        if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS) || !ended) {
            LOG.warn("outbox {}: stopped with sends under way", channel.name());
        }
    }

    private void loop() {
        try {
            while (running) {
                wake.drainPermits();
                if (!round()) {
                    wake.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                    Thread.sleep(BREATH);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean round() throws InterruptedException {
        var free = places.availablePermits();
        if (free == 0) {
            return false;
        }
        try {
            var round = claims.next(channel, free);
            var start = round.first();
            for (var letter : round.letters()) {
                places.acquire();
                send(letter, start);
                start += round.spacing().toNanos();
            }
            return !round.letters().isEmpty();
        } catch (RuntimeException broken) {
            LOG.warn("outbox {}: {}", channel.name(), broken.getClass().getSimpleName());
            Thread.sleep(settings.poll());
            return false;
        }
    }

    private void send(Claimed letter, long start) {
        threads.execute(() -> {
            try {
                courier.deliver(channel, letter, pace, start);
            } catch (RuntimeException broken) {
                // Its lease will run out, which is the same as an unknown fate.
                LOG.error("letter {}: {}", letter.id(), broken.getClass().getSimpleName());
            } finally {
                places.release();
                wake.release();
            }
        });
    }
}
