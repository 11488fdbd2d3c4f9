package itu.cop.outbox;

import itu.cop.channel.Channel;
import itu.cop.channel.Delivery;
import itu.cop.outbox.Parcel.Fate;
import itu.cop.person.People;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Carries one letter to its channel and writes down what became of it. */
@Component
class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int TRIES_TO_WRITE = 20;

    private final OutboxTable table;
    private final Claims claims;
    private final People people;
    private final Packing packing;
    private final OutboxMetrics metrics;
    private final Clock clock;

    Courier(
            OutboxTable table,
            Claims claims,
            People people,
            Packing packing,
            OutboxMetrics metrics,
            Clock clock) {
        this.table = table;
        this.claims = claims;
        this.people = people;
        this.packing = packing;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** No database connection is held while the channel is at work. */
    void deliver(Channel channel, Claimed letter, Pace pace, long slot) {
        switch (packing.pack(letter)) {
            case Parcel.Closed(var fate, var reason) -> {
                metrics.count(letter, fate);
                table.close(letter.id(), fate.name(), reason);
            }
            case Parcel.Ready parcel -> {
                awaitSlot(channel, pace, slot);
                var delivery = send(channel, letter, parcel);
                metrics.count(letter, delivery);
                persistently(() -> settle(channel, letter, parcel.then(), delivery));
            }
        }
        if (letter.address() != null) {
            table.deleteFarewells();
        }
    }

    private void awaitSlot(Channel channel, Pace pace, long first) {
        var slot = first;
        while (!pace.await(slot)) {
            slot = claims.anotherSlot(channel);
        }
    }

    private static Delivery send(Channel channel, Claimed letter, Parcel.Ready parcel) {
        try {
            return letter.lane() == Lane.BULK
                    ? channel.announce(parcel.to(), letter.id(), parcel.message())
                    : channel.send(parcel.to(), letter.id(), parcel.message());
        } catch (RuntimeException broken) {
            LOG.error("letter {}: channel {} threw {}", letter.id(), channel.name(), name(broken));
            return new Delivery.Unknown(name(broken));
        }
    }

    private void settle(Channel channel, Claimed letter, Fate then, Delivery delivery) {
        switch (delivery) {
            case Delivery.Accepted(var id) ->
                    table.arrived(letter.id(), then.name(), id, clock.instant());
            case Delivery.Later(var after) -> {
                claims.pause(channel, letter.lane(), after);
                table.notNow(letter.id(), clock.instant().plus(after));
            }
            case Delivery.NotYet(var after) ->
                    table.notNow(letter.id(), clock.instant().plus(after));
            case Delivery.Unknown(var reason) -> unknown(letter, reason);
            case Delivery.Refused(var reason) -> table.close(letter.id(), Fate.DEAD.name(), reason);
            case Delivery.Gone _ -> gone(letter);
        }
    }

    private void unknown(Claimed letter, String reason) {
        if (letter.mayRepeat()) {
            table.again(letter.id(), clock.instant().plus(jitter()));
        } else {
            table.close(letter.id(), Fate.UNKNOWN.name(), reason);
        }
    }

    private static Duration jitter() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1000, 2000));
    }

    private void gone(Claimed letter) {
        if (letter.address() == null) {
            people.gone(letter.person(), true);
        }
        table.dropUnsent(letter.person(), Fate.GONE.name());
    }

    // Once sent, not writing it down means sending it twice: worth some patience with the database.
    private static void persistently(Runnable write) {
        for (int i = 1; ; i++) {
            try {
                write.run();
                return;
            } catch (DataAccessException | TransactionException away) {
                if (i == TRIES_TO_WRITE) {
                    throw away;
                }
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }
}
