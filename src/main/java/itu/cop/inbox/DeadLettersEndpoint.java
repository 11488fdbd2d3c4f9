package itu.cop.inbox;

import itu.cop.outbox.DeadLetters;
import itu.cop.storage.Wakeups;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** Messages that could not be answered or delivered, for operators: ids, never content. */
@Component
@Endpoint(id = "deadletters")
class DeadLettersEndpoint {
    private static final int LISTED = 500;

    private final InboxRecordsTable inbox;
    private final DeadLetters outbox;
    private final Wakeups wakeups;
    private final Clock clock;

    DeadLettersEndpoint(InboxRecordsTable inbox, DeadLetters outbox, Wakeups wakeups, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** Both lists, oldest first. */
    record Report(List<InboxRecordsTable.Dead> inbox, List<DeadLetters.Dead> outbox) {}

    /** Whether there was such a letter. */
    record Done(boolean found) {}

    @ReadOperation
    Report list() {
        return new Report(inbox.dead(LISTED), outbox.list());
    }

    @WriteOperation
    Done retry(@Selector UUID id) {
        var found = inbox.revive(id, clock.instant());
        if (found) {
            wakeups.wake(Inbox.TOPIC, "");
        }
        return new Done(found || outbox.retry(id));
    }

    @DeleteOperation
    Done drop(@Selector UUID id) {
        return new Done(inbox.drop(id) || outbox.drop(id));
    }
}
