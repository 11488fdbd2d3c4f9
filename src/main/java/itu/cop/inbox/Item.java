package itu.cop.inbox;

import itu.cop.channel.Inbound;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the inbox: something that came in, or a timer.
 *
 * @param externalId the channel's id, or of a timer {@code timer:<person>:<name>}
 * @param person of a timer, and of a piece that was held
 * @param event null for a timer, and when no key opens it any more
 * @param attempts how often it has failed
 * @param now when it was claimed
 */
record Item(
        UUID id,
        long sequence,
        String channel,
        String externalId,
        @Nullable UUID person,
        String kind,
        @Nullable Inbound event,
        Instant receivedAt,
        int attempts,
        Instant now) {
    /** The timer that ends the wait for the rest of a text. */
    static final String BURST = "burst";

    static String timerId(UUID person, String name) {
        return "timer:" + person + ":" + name;
    }

    boolean isTimer() {
        return kind.equals("TIMER");
    }

    /** The name of a timer. */
    String timer() {
        return externalId.substring(timerId(new UUID(0, 0), "").length());
    }

    /** When the person did it. */
    Instant at() {
        return event == null ? receivedAt : event.at();
    }

    /** What the person wrote; empty for everything else, and for what was forwarded. */
    String ownText() {
        return switch (event) {
            case Inbound.Said said when !said.relayed() -> said.text();
            case Inbound.Edited edited -> edited.text();
            case null, default -> "";
        };
    }
}
