package itu.cop.inbox;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets answered texts when their time is over. */
@Component
class InboxRetention {
    // A channel that delivers an event again does so within days; until then it must be known.
    private static final Duration ROWS = Duration.ofDays(7);

    private final InboxRecordsTable table;
    private final Periods periods;
    private final Clock clock;

    InboxRetention(InboxRecordsTable table, Periods periods, Clock clock) {
        this.table = table;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * How long things stay.
     *
     * @param delivered the text of a message that was answered
     */
    @ConfigurationProperties("cop.retention")
    record Periods(@DefaultValue("24h") Duration delivered) {}

    @Scheduled(fixedDelayString = "PT5M")
    void retire() {
        var now = clock.instant();
        table.retire(now.minus(periods.delivered()), now.minus(ROWS));
    }
}
