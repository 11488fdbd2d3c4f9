package itu.cop.outbox;

import itu.cop.channel.Channel;
import itu.cop.storage.Wakeups;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is in the outbox, each channel by itself, as long as the bot runs. */
@Component
class Dispatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    // Stops after the inbox, whose last replies are still to be sent.
    private static final int PHASE = 100;

    private final List<Channel> channels;
    private final Claims claims;
    private final Courier courier;
    private final OutboxSettings settings;
    private volatile List<ChannelSender> senders = List.of();

    Dispatcher(
            List<Channel> channels,
            Claims claims,
            Courier courier,
            OutboxSettings settings,
            Wakeups wakeups) {
        this.channels = channels;
        this.claims = claims;
        this.courier = courier;
        this.settings = settings;
        wakeups.on(Outbox.TOPIC, _ -> senders.forEach(ChannelSender::wake));
    }

    @Override
    public void start() {
        senders =
                channels.stream()
                        .map(channel -> new ChannelSender(channel, claims, courier, settings))
                        .toList();
        senders.forEach(ChannelSender::start);
    }

    /** Claims no more, and waits for the sends under way. */
    @Override
    public void stop() {
        var stopping = senders;
        senders = List.of();
        stopping.forEach(ChannelSender::stop);
        try {
            for (var sender : stopping) {
                sender.awaitEnd(settings.shutdown());
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !senders.isEmpty();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Brings back what a killed process had claimed. */
    @Scheduled(fixedDelay = 1000)
    void sweep() {
        try {
            if (claims.sweep() > 0) {
                senders.forEach(ChannelSender::wake);
            }
        } catch (DataAccessException away) {
            LOG.warn("outbox sweep: {}", away.getClass().getSimpleName());
        }
    }
}
