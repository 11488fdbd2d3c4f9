package itu.cop.channel.telegram.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * The last look at the budget, when a message is about to go on the wire: what was slow to get here
 * must not leave together with what was quick. The budget itself is shared and kept elsewhere.
 */
final class Gate {
    /** From this rate on the clock of a machine is too coarse for single messages. */
    private static final int COARSE = 200;

    // A little shorter than the budget's own spacing, so that nothing piles up here.
    private static final long WINDOW = Duration.ofMillis(1022).toNanos();

    private final long[] starts;
    private int oldest;

    Gate(int perSecond) {
        starts = new long[perSecond < COARSE ? perSecond : 0];
        Arrays.fill(starts, System.nanoTime() - WINDOW);
    }

    void pass() {
        if (starts.length == 0) {
            return;
        }
        var start = reserve();
        for (var left = start - System.nanoTime(); left > 0; left = start - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return; // the call is being cancelled
            }
        }
    }

    private synchronized long reserve() {
        var now = System.nanoTime();
        var free = starts[oldest] + WINDOW;
        var start = free - now > 0 ? free : now;
        starts[oldest] = start;
        oldest = (oldest + 1) % starts.length;
        return start;
    }
}
