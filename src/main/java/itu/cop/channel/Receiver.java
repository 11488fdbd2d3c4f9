package itu.cop.channel;

/** Where channels hand in what happened. */
public interface Receiver {
    /**
     * Stores the event; when this returns it is committed and will not be lost, so the channel may
     * acknowledge. A repeat (same channel and id) is stored once.
     *
     * @throws org.springframework.dao.DataAccessException when the database is away: do not
     *     acknowledge
     */
    void receive(Inbound event);

    /** Erases the person behind this address at once, as {@code /forget} does. */
    void forget(Peer peer);
}
