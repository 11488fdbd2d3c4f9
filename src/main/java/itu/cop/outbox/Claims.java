package itu.cop.outbox;

import itu.cop.channel.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the next letters of a channel: replies first, and no more than its budget has room for. */
@Component
class Claims {
    // Slots are taken this far ahead and no further, so that a crisis never stands behind many.
    private static final Duration AHEAD = Duration.ofMillis(500);
    private static final Duration BULK_AHEAD = Duration.ofMillis(250);

    private final OutboxTable table;
    private final BudgetTable budget;
    private final OutboxSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Claims(
            OutboxTable table,
            BudgetTable budget,
            OutboxSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.budget = budget;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Letters claimed together.
     *
     * @param first when the first may leave, by {@link System#nanoTime}
     * @param spacing how long after each the next may
     */
    record Round(List<Claimed> letters, long first, Duration spacing) {}

    /** Up to so many letters, now this process's own. */
    Round next(Channel channel, int free) {
        return transaction.execute(_ ->
                channel.messagesPerSecond() >= Pace.UNLIMITED
                        ? unlimited(channel, free)
                        : budgeted(channel, free));
    }

    /** Leaves a lane alone for a while, on all replicas. */
    void pause(Channel channel, Lane lane, Duration time) {
        budget.pause(channel.name(), lane, clock.instant().plus(time));
    }

    /** Another slot for a send that missed its own, by {@link System#nanoTime}. */
    long anotherSlot(Channel channel) {
        return transaction.execute(_ -> {
            var spacing = Pace.spacing(channel.messagesPerSecond());
            var wait = budget.take(channel.name(), 1, spacing);
            return System.nanoTime() + wait.toNanos();
        });
    }

    /** Frees or settles letters whose lease or time ran out; how many leases. */
    int sweep() {
        return table.sweep(clock.instant());
    }

    private Round unlimited(Channel channel, int free) {
        var letters = claim(channel, free, Integer.MAX_VALUE, Integer.MAX_VALUE);
        return new Round(letters, System.nanoTime(), Duration.ZERO);
    }

    private Round budgeted(Channel channel, int free) {
        var spacing = Pace.spacing(channel.messagesPerSecond());
        var taken = budget.lock(channel.name());
        var letters =
                claim(channel, free, room(AHEAD, taken, spacing), room(BULK_AHEAD, taken, spacing));
        var wait =
                letters.isEmpty()
                        ? Duration.ZERO
                        : budget.take(channel.name(), letters.size(), spacing);
        return new Round(letters, System.nanoTime() + wait.toNanos(), spacing);
    }

    private static int room(Duration ahead, Duration taken, Duration spacing) {
        var left = ahead.minus(taken);
        // Where messages are further apart than we look ahead, there is still room for the next
        // one.
        return left.isNegative() ? 0 : 1 + (int) left.dividedBy(spacing);
    }

    private List<Claimed> claim(Channel channel, int free, int room, int bulkRoom) {
        var letters = new ArrayList<Claimed>();
        var replies = Math.min(free, room);
        if (replies > 0) {
            letters.addAll(claim(channel, Lane.CRISIS, Lane.CONVERSATION, replies));
        }
        // An eighth of the places stays free of bulk, for the reply that comes next.
        var bulk = Math.min(free - settings.inFlight() / 8, bulkRoom) - letters.size();
        if (bulk > 0) {
            letters.addAll(claim(channel, Lane.BULK, Lane.BULK, bulk));
        }
        letters.sort(Comparator.comparing(Claimed::lane).thenComparingLong(Claimed::sequence));
        return letters;
    }

    private List<Claimed> claim(Channel channel, Lane from, Lane to, int limit) {
        return table.claim(channel.name(), from, to, limit, clock.instant(), settings.lease());
    }
}
