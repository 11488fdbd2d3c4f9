package itu.cop.outbox;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where messages wait for their channel. */
@Component
public class Outbox {
    Outbox() {}

    /** Stores the letter in the caller's transaction; it leaves after the commit. */
    public UUID enqueue(Letter letter) {
        throw new UnsupportedOperationException();
    }

    /**
     * Asks the channel to delete what it can of the last 48 hours of this person, and drops what is
     * unsent.
     */
    public void wipe(UUID person) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends the text behind a neutral opener, when its button was pressed; empty when it is no
     * longer there.
     */
    public Optional<UUID> show(UUID person, String button) {
        throw new UnsupportedOperationException();
    }
}
