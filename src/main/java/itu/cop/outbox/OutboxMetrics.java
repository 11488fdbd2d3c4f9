package itu.cop.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import itu.cop.channel.Delivery;
import itu.cop.outbox.Parcel.Fate;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What operators see of the outbox: lanes, outcomes and ages, never whose. */
@Component
class OutboxMetrics {
    private final MeterRegistry registry;
    private final KeptLettersTable kept;
    private final Clock clock;
    private volatile Map<Lane, KeptLettersTable.Waiting> waiting = Map.of();

    OutboxMetrics(MeterRegistry registry, KeptLettersTable kept, Clock clock) {
        this.registry = registry;
        this.kept = kept;
        this.clock = clock;
        for (var lane : Lane.values()) {
            Gauge.builder("cop.outbox.waiting", () -> waiting(lane).count())
                    .tag("lane", tag(lane))
                    .register(registry);
            Gauge.builder("cop.outbox.oldest", () -> age(waiting(lane)).toMillis() / 1000.0)
                    .baseUnit("seconds")
                    .tag("lane", tag(lane))
                    .register(registry);
        }
    }

    /** One query for all gauges, however often they are read. */
    @Scheduled(fixedDelay = 10_000)
    void measure() {
        waiting = kept.waiting();
    }

    void count(Claimed letter, Fate fate) {
        count(letter, tag(fate));
    }

    void count(Claimed letter, Delivery delivery) {
        count(letter, delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (delivery instanceof Delivery.Accepted) {
            Timer.builder("cop.outbox.wait")
                    .tag("lane", tag(letter.lane()))
                    .register(registry)
                    .record(Duration.between(letter.createdAt(), clock.instant()));
        }
    }

    private void count(Claimed letter, String outcome) {
        Counter.builder("cop.outbox.letters")
                .tag("lane", tag(letter.lane()))
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    private KeptLettersTable.Waiting waiting(Lane lane) {
        return waiting.getOrDefault(lane, new KeptLettersTable.Waiting(0, null));
    }

    private Duration age(KeptLettersTable.Waiting waiting) {
        return waiting.oldest() == null
                ? Duration.ZERO
                : Duration.between(waiting.oldest(), clock.instant());
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
