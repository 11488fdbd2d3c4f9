package itu.cop.inbox;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers one row at a time, each in one transaction. */
@Component
class Worker {
    private final InboxTable table;
    private final Journey journey;
    private final Failures failures;
    private final InboxMetrics metrics;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Worker(
            InboxTable table,
            Journey journey,
            Failures failures,
            InboxMetrics metrics,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.journey = journey;
        this.failures = failures;
        this.metrics = metrics;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Answers the next row.
     *
     * @return false when there is none
     * @throws RuntimeException when the database is away, which is not the row's fault
     */
    boolean step() {
        var current = new AtomicReference<Item>();
        try {
            return transaction.execute(_ -> next(current));
        } catch (RuntimeException | Error broken) {
            var item = current.get();
            if (item == null || isAway(broken)) {
                throw broken;
            }
            failures.count(item, broken);
            return true;
        }
    }

    private boolean next(AtomicReference<Item> current) {
        var found = table.claim(clock.instant());
        if (found.isEmpty() || !table.tryLockPerson(found.get())) {
            return false;
        }
        var item = found.get();
        current.set(item);
        var walked = journey.walk(item);
        if (walked.end() == Journey.End.ERASED) {
            table.remove(item);
        } else {
            table.settle(item, walked.end().name(), walked.person(), clock.instant());
        }
        metrics.count(item, walked.end());
        return true;
    }

    private static boolean isAway(Throwable broken) {
        return broken instanceof TransactionException
                || broken instanceof DataAccessResourceFailureException
                || broken instanceof TransientDataAccessException
                || broken instanceof RecoverableDataAccessException;
    }
}
