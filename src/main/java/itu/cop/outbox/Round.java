package itu.cop.outbox;

import java.time.Duration;
import java.util.List;

/**
 * Letters claimed together.
 *
 * @param first when the first may leave, by {@link System#nanoTime}
 * @param spacing how long after each the next may
 */
record Round(List<Claimed> letters, long first, Duration spacing) {}
