package itu.cop.outbox;

/** Who goes first. Order is kept per person within a lane. */
public enum Lane {
    CRISIS,
    MODERATOR,
    CONVERSATION,
    BULK
}
