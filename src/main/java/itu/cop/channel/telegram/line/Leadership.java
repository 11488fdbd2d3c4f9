package itu.cop.channel.telegram.line;

import itu.cop.channel.telegram.api.TelegramIsOn;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * One replica talks with Telegram about updates. It says every second that it still does; when it
 * is silent for five, another takes over.
 */
@Component
@Conditional(TelegramIsOn.class)
class Leadership {
    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final String ROLE = "updates";
    private static final Duration LEASE = Duration.ofSeconds(5);

    private final LeaseTable table;
    private final UUID me = UUID.randomUUID();
    private volatile long until = System.nanoTime();
    private volatile boolean wanted = true;

    Leadership(LeaseTable table) {
        this.table = table;
    }

    boolean held() {
        return until - System.nanoTime() > 0;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void renew() {
        if (!wanted) {
            return;
        }
        var before = System.nanoTime();
        var had = held();
        try {
            var leads = table.take(ROLE, me, LEASE);
            until = leads ? before + LEASE.toNanos() : before;
            if (leads != had) {
                LOG.info("updates of Telegram: {}", leads ? "fetched here" : "fetched elsewhere");
            }
        } catch (DataAccessException | TransactionException away) {
            // the lease runs out by itself
            LOG.debug("lease not renewed: {}", away.getClass().getSimpleName());
        }
    }

    /** Lets another replica go on at once. */
    void release() {
        wanted = false;
        until = System.nanoTime();
        try {
            table.release(me);
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("lease not released: {}", away.getClass().getSimpleName());
        }
    }
}
