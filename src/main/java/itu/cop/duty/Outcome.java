package itu.cop.duty;

/** What became of one try to send a notice. */
sealed interface Outcome {
    /** It was taken. */
    record Sent() implements Outcome {}

    /**
     * It was not, or nobody knows.
     *
     * @param reason a status or a kind of failure, never an address
     */
    record Failed(String reason) implements Outcome {}
}
