package itu.cop.understanding;

import itu.cop.understanding.RiskGate.Finding;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the risk gate fail safe: what throws or takes too long is cut off and comes back empty. */
final class GateLimit implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GateLimit.class);
    private static final int WAITING = 256;

    private final Duration limit;
    private final ThreadPoolExecutor executor;

    GateLimit(Duration limit) {
        this.limit = limit;
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        this.executor =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(WAITING),
                        Thread.ofPlatform().daemon().name("risk-gate-", 0).factory());
    }

    /** Empty where looking failed. */
    Optional<Finding> within(Callable<Finding> look) {
        try {
            var looking = executor.submit(look);
            try {
                return Optional.of(looking.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            } finally {
                looking.cancel(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            log.error("Risk gate failed: {}", String.valueOf(e.getCause()).split(":", 2)[0]);
            return Optional.empty();
        } catch (TimeoutException | RejectedExecutionException e) {
            log.error("Risk gate too slow: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
