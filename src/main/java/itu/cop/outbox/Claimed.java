package itu.cop.outbox;

import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that this process may send until its lease ends.
 *
 * @param address where to, of a farewell only: others are looked up
 * @param message null when no key opens it any more
 * @param attempts how often it was tried, this time included
 */
record Claimed(
        UUID id,
        long sequence,
        UUID person,
        @Nullable Peer address,
        Lane lane,
        @Nullable Outbound message,
        boolean sensitive,
        @Nullable Instant answers,
        @Nullable Instant expiresAt,
        int attempts,
        Instant createdAt) {
    /** A reply of unknown fate is sent once more; an announcement never is. */
    boolean mayRepeat() {
        return lane != Lane.BULK && attempts < 2;
    }

    boolean expired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
