package itu.cop.outbox;

/** Who goes first. Order is kept per person within a lane. */
public enum Lane {
    CRISIS(0),
    MODERATOR(1),
    CONVERSATION(2),
    BULK(3);

    /** As stored: lower goes first. */
    final int rank;

    Lane(int rank) {
        this.rank = rank;
    }

    static Lane ranked(int rank) {
        for (var lane : values()) {
            if (lane.rank == rank) {
                return lane;
            }
        }
        throw new IllegalArgumentException("no lane " + rank);
    }
}
