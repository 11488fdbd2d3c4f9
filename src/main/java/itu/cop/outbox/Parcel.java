package itu.cop.outbox;

import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;

/** What to do with a claimed letter. */
sealed interface Parcel {
    /**
     * Hand this to the channel.
     *
     * @param then the letter's fate once the channel has accepted it
     */
    record Ready(Peer to, Outbound message, Fate then) implements Parcel {}

    /** Nothing to send any more. */
    record Closed(Fate fate, String reason) implements Parcel {}

    /** What becomes of a letter; the names are stored. */
    enum Fate {
        SENT,
        /** It may or may not have arrived, and is not sent again. */
        UNKNOWN,
        /** A neutral opener went instead; the text waits for its button. */
        HIDDEN,
        GONE,
        EXPIRED,
        /** Refused: a human may look, retry or drop it. */
        DEAD
    }
}
