package itu.cop.channel.telegram.api;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/**
 * The last look at the budget, when a message is about to go on the wire. A message arrives at some
 * moment between its start and the end of its call; so only a second after the end may another take
 * its place, or messages that were slow on the way would arrive together with quick ones. The
 * budget itself is shared and kept elsewhere.
 */
final class Gate {
    /** From this rate on the clock of a machine is too coarse for single messages. */
    private static final int COARSE = 200;

    private static final long WINDOW = Duration.ofMillis(1001).toNanos();

    /** When each place that no call holds is free, by {@link System#nanoTime}. */
    private final BlockingDeque<Long> places = new LinkedBlockingDeque<>();

    private final boolean open;

    Gate(int perSecond) {
        open = perSecond >= COARSE;
        for (int i = 0; i < perSecond && !open; i++) {
            places.add(System.nanoTime());
        }
    }

    /** Waits for a place; each call that got one must {@link #leave}. */
    void enter() throws InterruptedIOException {
        if (open) {
            return;
        }
        try {
            long free = places.take();
            try {
                TimeUnit.NANOSECONDS.sleep(free - System.nanoTime());
            } catch (InterruptedException e) {
                places.addFirst(free);
                throw e;
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** The call has ended, well or badly. */
    void leave() {
        if (!open) {
            places.addLast(System.nanoTime() + WINDOW);
        }
    }
}
