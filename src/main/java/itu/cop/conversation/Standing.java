package itu.cop.conversation;

/** Whether a human is with the person. */
public enum Standing {
    NONE,
    /** A case is open and waits for a human. */
    WAITING,
    /** A human holds the chat. */
    HELD
}
