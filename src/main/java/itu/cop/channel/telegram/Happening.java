package itu.cop.channel.telegram;

import itu.cop.channel.Inbound;
import itu.cop.channel.Peer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an update of Telegram is about. */
sealed interface Happening {
    /** Somebody did something. */
    record Events(List<Inbound> events) implements Happening {
        public Events {
            events = List.copyOf(events);
        }
    }

    /**
     * Somebody pressed a button.
     *
     * @param query waits for an answer
     * @param from null where it is no chat with one person
     * @param data what the button carries
     */
    record Pressed(
            String id,
            String query,
            @Nullable Peer from,
            Instant at,
            @Nullable String data,
            @Nullable String language)
            implements Happening {}

    /**
     * The bot is where more than one person reads.
     *
     * @param added just now
     */
    record InGroup(long chat, boolean added) implements Happening {}

    /** Nothing that concerns us. */
    record Ignored() implements Happening {}
}
