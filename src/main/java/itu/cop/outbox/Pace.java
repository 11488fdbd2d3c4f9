package itu.cop.outbox;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The last check before a send: in this process never more than so many starts in any sliding
 * second, however late the threads woke up. The shared budget is {@link BudgetTable}.
 */
final class Pace {
    /** From this rate on a channel has no limit worth keeping. */
    static final int UNLIMITED = 5000;

    private static final long WINDOW = Duration.ofMillis(1001).toNanos();

    private final long[] starts;
    private int oldest;

    private Pace(int perSecond, long now) {
        starts = new long[perSecond];
        java.util.Arrays.fill(starts, now - WINDOW);
    }

    static Pace of(int perSecond) {
        return new Pace(perSecond >= UNLIMITED ? 0 : Math.max(1, perSecond), System.nanoTime());
    }

    /**
     * How far apart to send, so that a wake-up a little late still stays within the second: 20 ms
     * of slack, or 2 ms where messages are only that far apart anyway.
     */
    static Duration spacing(int perSecond) {
        var slack = perSecond < 200 ? Duration.ofMillis(20) : Duration.ofMillis(2);
        return Duration.ofSeconds(1).plus(slack).dividedBy(Math.max(1, perSecond));
    }

    /** Returns when it is this send's turn, not before the given {@link System#nanoTime}. */
    void await(long notBefore) {
        var start = reserve(notBefore);
        for (var left = start - System.nanoTime(); left > 0; left = start - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private synchronized long reserve(long notBefore) {
        if (starts.length == 0) {
            return notBefore;
        }
        var start = later(later(System.nanoTime(), notBefore), starts[oldest] + WINDOW);
        starts[oldest] = start;
        oldest = (oldest + 1) % starts.length;
        return start;
    }

    // nanoTime may overflow, so only differences can be compared.
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
