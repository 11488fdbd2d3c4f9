package itu.cop.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when a test says so. */
public final class SettableClock extends Clock {
    private volatile Instant now;

    /** Stands at this instant. */
    public SettableClock(Instant now) {
        this.now = now;
    }

    /** Stands at noon of some day. */
    public SettableClock() {
        this(Instant.parse("2026-11-24T12:00:00Z"));
    }

    /** Jumps to this instant. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Moves on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
