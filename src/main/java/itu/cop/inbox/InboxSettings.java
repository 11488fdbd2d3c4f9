package itu.cop.inbox;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the inbox works.
 *
 * @param workers how many people are answered at the same time in this process
 * @param poll how often to look without being woken
 * @param retries how long to wait after each failure of a message; one more and it is dead. Short,
 *     because somebody waits for an answer, and all they write later waits as well.
 * @param piece how long an unfinished text waits for the rest
 * @param pieces how long the first piece waits at most
 * @param warmUp how often to look whether the models are ready
 * @param shutdown how long to wait for the messages under way when stopping
 */
@ConfigurationProperties("cop.inbox")
record InboxSettings(
        @DefaultValue("4") int workers,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue({"1s", "5s", "10s", "15s"}) List<Duration> retries,
        @DefaultValue("3s") Duration piece,
        @DefaultValue("8s") Duration pieces,
        @DefaultValue("2s") Duration warmUp,
        @DefaultValue("20s") Duration shutdown) {
    InboxSettings {
        retries = List.copyOf(retries);
    }
}
