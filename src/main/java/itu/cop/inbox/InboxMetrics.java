package itu.cop.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What operators see of the inbox: kinds, outcomes and ages, never whose. */
@Component
class InboxMetrics {
    private final MeterRegistry registry;
    private final InboxRecordsTable records;
    private final Clock clock;
    private volatile InboxRecordsTable.Waiting waiting = new InboxRecordsTable.Waiting(0, null);

    InboxMetrics(MeterRegistry registry, InboxRecordsTable records, Clock clock) {
        this.registry = registry;
        this.records = records;
        this.clock = clock;
        Gauge.builder("cop.inbox.waiting", () -> waiting.count()).register(registry);
        Gauge.builder("cop.inbox.oldest", this::seconds).baseUnit("seconds").register(registry);
    }

    /** One query for all gauges, however often they are read. */
    @Scheduled(fixedDelay = 10_000)
    void measure() {
        waiting = records.waiting(clock.instant());
    }

    private double seconds() {
        var oldest = waiting.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }

    void count(Item item, Journey.End end) {
        Counter.builder("cop.inbox.events")
                .tag("kind", item.kind().toLowerCase(Locale.ROOT))
                .tag("outcome", end.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
        if (!item.isTimer()) {
            Timer.builder("cop.inbox.answer")
                    .register(registry)
                    .record(Duration.between(item.receivedAt(), clock.instant()));
        }
    }
}
