package itu.cop.outbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes sends start when their slot in the {@link BudgetTable} says. Slots are a little further
 * apart than the limit asks, and a send that woke up too late for that slack takes another slot: so
 * no sliding second ever holds more than allowed, over all processes. At high rates slots are
 * closer together than threads wake up; there this process keeps to its own last starts.
 */
final class Pace {
    /** From this rate on a channel has no limit worth keeping. */
    static final int UNLIMITED = 5000;

    /** Up to this rate each send is punctual. */
    private static final int STRICT = 200;

    private static final Duration SLACK = Duration.ofMillis(30);
    private static final Duration SLACK_AT_SPEED = Duration.ofMillis(2);
    private static final long LATE = SLACK.dividedBy(3).toNanos();
    private static final long WINDOW = Duration.ofMillis(1001).toNanos();

    private final boolean strict;
    private final long[] starts;
    private int oldest;

    private Pace(int perSecond) {
        strict = perSecond < STRICT;
        starts = new long[strict || perSecond >= UNLIMITED ? 0 : perSecond];
        Arrays.fill(starts, System.nanoTime() - WINDOW);
    }

    static Pace of(int perSecond) {
        return new Pace(perSecond);
    }

    /** How far apart slots are. */
    static Duration spacing(int perSecond) {
        var slack = perSecond < STRICT ? SLACK : SLACK_AT_SPEED;
        return Duration.ofSeconds(1).plus(slack).dividedBy(Math.max(1, perSecond));
    }

    /**
     * Waits for a slot.
     *
     * @param slot by {@link System#nanoTime}
     * @return false when it was missed and another one is to be taken
     */
    boolean await(long slot) {
        var start = reserve(slot);
        for (var left = start - System.nanoTime(); left > 0; left = start - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return !strict || System.nanoTime() - slot <= LATE;
    }

    private synchronized long reserve(long slot) {
        if (starts.length == 0) {
            return slot;
        }
        var start = later(later(System.nanoTime(), slot), starts[oldest] + WINDOW);
        starts[oldest] = start;
        oldest = (oldest + 1) % starts.length;
        return start;
    }

    // nanoTime may overflow, so only differences can be compared.
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
