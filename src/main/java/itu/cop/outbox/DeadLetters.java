package itu.cop.outbox;

import itu.cop.storage.Wakeups;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Letters that could not be delivered, for operators: ids and reasons, never content. */
@Component
public class DeadLetters {
    private static final int LISTED = 500;

    private final KeptLettersTable table;
    private final Wakeups wakeups;
    private final Clock clock;

    DeadLetters(KeptLettersTable table, Wakeups wakeups, Clock clock) {
        this.table = table;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param reason the channel's code, or why its fate is unknown
     * @param since when it was written
     */
    public record Dead(UUID id, Lane lane, String reason, Instant since) {}

    /** The oldest 500: what a channel refused, and replies of unknown fate. */
    public List<Dead> list() {
        return table.dead(LISTED);
    }

    /** Sends it again; false when there is no such letter. */
    public boolean retry(UUID id) {
        var revived = table.revive(id, clock.instant());
        if (revived) {
            wakeups.wake(Outbox.TOPIC, "");
        }
        return revived;
    }

    /** Forgets it; false when there is no such letter. */
    public boolean drop(UUID id) {
        return table.drop(id);
    }
}
