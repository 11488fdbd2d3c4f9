package itu.cop.channel;

import java.util.UUID;

/** A messaging platform. An implementation hands what comes in to the {@link Receiver}. */
public interface Channel {
    /** Short, lower case, stable: it is stored. */
    String name();

    /** How many messages the platform takes in any sliding second, over all replicas. */
    int messagesPerSecond();

    /**
     * Tries to send, once, and never blocks for more than ten seconds.
     *
     * @param letter the id of the message in the outbox: a channel that can recognise a repeat uses
     *     it
     */
    Delivery send(Peer to, UUID letter, Outbound message);

    /**
     * The same for an announcement, which must never be sent twice and may be kept apart, so that
     * no reply waits behind it.
     */
    default Delivery announce(Peer to, UUID letter, Outbound message) {
        return send(to, letter, message);
    }
}
