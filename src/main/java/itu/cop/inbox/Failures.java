package itu.cop.inbox;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A row that fails is tried again a few times, then laid aside so that the next ones go on. */
@Component
class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final InboxTable table;
    private final Reception reception;
    private final Mail mail;
    private final InboxSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Failures(
            InboxTable table,
            Reception reception,
            Mail mail,
            InboxSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.reception = reception;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void count(Item item, Throwable broken) {
        var reason = broken.getClass().getSimpleName();
        // The message of an exception may quote what was written: only its place is logged.
        LOG.error("inbox {}: {} at {}", item.id(), reason, place(broken));
        if (item.attempts() < settings.retries().size()) {
            var due = clock.instant().plus(settings.retries().get(item.attempts()));
            transaction.executeWithoutResult(_ -> table.failed(item, due));
        } else {
            var now = clock.instant();
            if (Boolean.TRUE.equals(transaction.execute(_ -> table.dead(item, reason, now)))) {
                apologise(item);
            }
        }
    }

    private void apologise(Item item) {
        if (item.isTimer() && !item.timer().equals(Item.BURST)) {
            return;
        }
        try {
            transaction.executeWithoutResult(_ ->
                    reception
                            .meet(item)
                            .ifPresent(person -> {
                                table.settle(item, "DEAD", person.id(), item.now());
                                mail.broken(person, item.at());
                            }));
        } catch (RuntimeException broken) {
            LOG.error("inbox {}: no answer at all, {}", item.id(), place(broken));
        }
    }

    private static String place(Throwable broken) {
        var trace = broken.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
