package itu.cop.outbox;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets delivered texts when their time is over. */
@Component
class OutboxRetention {
    // Long enough for a wipe and for an operator to look at what was not delivered.
    private static final Duration ROWS = Duration.ofDays(7);

    private final KeptLettersTable table;
    private final Periods periods;
    private final Clock clock;

    OutboxRetention(KeptLettersTable table, Periods periods, Clock clock) {
        this.table = table;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * How long things stay.
     *
     * @param delivered the text of a delivered message
     */
    @ConfigurationProperties("cop.retention")
    record Periods(@DefaultValue("24h") Duration delivered) {}

    @Scheduled(fixedDelayString = "PT5M")
    void retire() {
        var now = clock.instant();
        table.retire(now.minus(periods.delivered()), now.minus(ROWS));
    }
}
