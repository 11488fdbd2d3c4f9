package itu.cop.inbox;

import itu.cop.storage.Wakeups;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** A few threads that answer, as long as the bot runs. */
@Component
class Workers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    // Starts after the outbox and stops before it, so that the last replies still leave.
    private static final int PHASE = 200;

    private final Worker worker;
    private final InboxSettings settings;
    private final Semaphore wake = new Semaphore(0);
    private volatile List<Thread> threads = List.of();
    private volatile boolean running;

    Workers(Worker worker, InboxSettings settings, Wakeups wakeups) {
        this.worker = worker;
        this.settings = settings;
        wakeups.on(Inbox.TOPIC, _ -> wake.release());
    }

    @Override
    public void start() {
        running = true;
        threads =
                IntStream.range(0, settings.workers())
                        .mapToObj(n -> Thread.ofVirtual().name("inbox-" + n).start(this::work))
                        .toList();
    }

    /** Takes no more; waits for the messages under way. */
    @Override
    public void stop() {
        running = false;
        wake.release(settings.workers());
        var end = System.nanoTime() + settings.shutdown().toNanos();
        try {
            for (var thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void work() {
        try {
            while (running) {
                if (!step()) {
                    wake.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean step() throws InterruptedException {
        try {
            return worker.step();
        } catch (RuntimeException away) {
            LOG.warn("inbox: {}", away.getClass().getSimpleName());
            Thread.sleep(settings.poll());
            return false;
        }
    }
}
