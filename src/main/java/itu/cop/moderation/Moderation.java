package itu.cop.moderation;

import itu.cop.content.Severity;
import itu.cop.person.Person;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases: one row each, opened in the transaction of the message that caused it. */
@Component
public class Moderation {
    private final CaseTable cases;
    private final List<CaseWatch> watches;
    private final Clock clock;

    Moderation(CaseTable cases, List<CaseWatch> watches, Clock clock) {
        this.cases = cases;
        this.watches = watches;
        this.clock = clock;
    }

    /** Opens the person's case, or raises the open one; a case keeps its highest severity. */
    @Transactional
    public UUID escalate(Person person, Severity severity, String intent, boolean clear) {
        var raised = cases.raise(person, severity, intent, clear, clock.instant());
        if (raised.becameUrgent()) {
            watches.forEach(watch -> watch.becameUrgent(raised.id()));
        }
        return raised.id();
    }

    /** The writer says it is none: the case stays open, marked, until a human has looked. */
    public void writerSaysNo(UUID person) {
        cases.writerSaysNo(person, clock.instant());
    }

    /** Whether a human waits for, or is with, this person. */
    public Standing standing(UUID person) {
        return cases.held(person)
                .map(held -> held ? Standing.HELD : Standing.WAITING)
                .orElse(Standing.NONE);
    }

    /** Where the person's case stands. */
    public enum Standing {
        NONE,
        WAITING,
        HELD
    }
}
