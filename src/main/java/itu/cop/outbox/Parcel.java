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
}
