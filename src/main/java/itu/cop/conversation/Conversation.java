package itu.cop.conversation;

import org.springframework.stereotype.Component;

/** An ordered list of dialogues, crisis first; the first that takes a turn answers it. */
@Component
public class Conversation {
    Conversation() {}

    /** The answer to a turn. Pure: the same turn gives the same reply. */
    public Reply reply(Turn turn) {
        throw new UnsupportedOperationException();
    }
}
