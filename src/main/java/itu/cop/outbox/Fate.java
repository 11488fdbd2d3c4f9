package itu.cop.outbox;

/** What became of a letter; the names are stored. */
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
