package itu.cop.channel;

import java.time.Duration;

/** What became of one attempt to send. Whether to try again is decided by the outbox alone. */
public sealed interface Delivery {
    /** The channel has it, under this id (empty where it gives none). */
    record Accepted(String externalId) implements Delivery {}

    /** Not now; the whole lane should pause for this long. Does not count as an attempt. */
    record Later(Duration after) implements Delivery {}

    /**
     * Not to this person yet: what waits for them should rest this long, and nobody else is held
     * up. Does not count as an attempt.
     */
    record NotYet(Duration after) implements Delivery {}

    /** It may or may not have arrived: a cut connection, a time-out, a server error. */
    record Unknown(String reason) implements Delivery {}

    /** It will never be accepted. */
    record Refused(String reason) implements Delivery {}

    /** The person left or blocked the bot. */
    record Gone() implements Delivery {}
}
