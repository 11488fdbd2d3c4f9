package itu.cop;

import java.util.Arrays;

/** How long those who wrote in one stretch of time waited for the first reply. Thread-safe. */
final class Waits {
    private int sent;
    private int answered;
    private long[] nanos = new long[1024];

    synchronized void sent() {
        sent++;
    }

    synchronized void answered(long after) {
        if (answered == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * answered);
        }
        nanos[answered++] = after;
    }

    synchronized int count() {
        return sent;
    }

    /** The share that was answered, 0 to 1. */
    synchronized double share() {
        return sent == 0 ? 1 : (double) answered / sent;
    }

    /** The wait in milliseconds that this share of the answers did not exceed. */
    synchronized double millis(double share) {
        if (answered == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(nanos, answered);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * answered) - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                "%d sent, %.2f %% answered, first reply p50 %.1f ms, p95 %.1f ms, p99 %.1f ms,"
                        + " longest %.1f ms",
                count(), 100 * share(), millis(0.50), millis(0.95), millis(0.99), millis(1));
    }
}
