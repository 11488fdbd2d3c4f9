package itu.cop.conversation;

/** What a conversation remembers between turns; kept as JSON. */
public record State() {
    /** Somebody new. */
    public static State fresh() {
        return new State();
    }
}
