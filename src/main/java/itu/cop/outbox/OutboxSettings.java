package itu.cop.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox works.
 *
 * @param inFlight how many sends of one channel may be under way in this process
 * @param poll how often to look without being woken
 * @param lease how long a claimed letter belongs to its process; longer than any send takes
 * @param lateAfter a sensitive answer that leaves later than this becomes an opener
 * @param lateCrisisAfter the same for the crisis lane
 * @param shutdown how long to wait for sends under way when stopping
 */
@ConfigurationProperties("cop.outbox")
record OutboxSettings(
        @DefaultValue("128") int inFlight,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("2m") Duration lateAfter,
        @DefaultValue("10m") Duration lateCrisisAfter,
        @DefaultValue("20s") Duration shutdown) {}
