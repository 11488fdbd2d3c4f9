package itu.cop.moderation;

import itu.cop.content.Severity;
import itu.cop.person.Person;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Cases: one row each, opened in the transaction of the message that caused it. */
@Component
public class Moderation {
    Moderation() {}

    /** Opens the person's case, or raises the open one; a case keeps its highest severity. */
    public UUID escalate(Person person, Severity severity, String intent, boolean clear) {
        throw new UnsupportedOperationException();
    }

    /** The writer says it is none: the case stays open, marked, until a human has looked. */
    public void writerSaysNo(UUID person) {
        throw new UnsupportedOperationException();
    }

    /** Whether a human waits for, or is with, this person. */
    public Standing standing(UUID person) {
        throw new UnsupportedOperationException();
    }

    /** Where the person's case stands. */
    public enum Standing {
        NONE,
        WAITING,
        HELD
    }
}
