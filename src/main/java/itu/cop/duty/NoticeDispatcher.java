package itu.cop.duty;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends notices until each has arrived, at least once; each pager by itself, so that one that hangs
 * does not hold up the other.
 */
@Component
class NoticeDispatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeDispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    // Longer than a pager takes.
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Pagers pagers;
    private final DutyNoticeTable table;
    private final DutyPagerTable states;
    private final MeterRegistry metrics;
    private final Clock clock;
    private volatile List<Thread> threads = List.of();
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    NoticeDispatcher(
            Pagers pagers,
            DutyNoticeTable table,
            DutyPagerTable states,
            MeterRegistry metrics,
            Clock clock) {
        this.pagers = pagers;
        this.table = table;
        this.states = states;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopping = stop;
        threads =
                pagers.all().stream()
                        .map(pager ->
                                Thread.ofVirtual()
                                        .name("duty-" + pager.name())
                                        .start(() -> loop(pager, stop)))
                        .toList();
    }

    /** Claims no more, and waits for what is under way. */
    @Override
    public void stop() {
        var ending = threads;
        threads = List.of();
        stopping.countDown();
        try {
            for (var thread : ending) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    private void loop(Pager pager, CountDownLatch stop) {
        try {
            boolean more = false;
            while (!stop.await(more ? 0 : POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                more = tryNext(pager);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryNext(Pager pager) {
        try {
            return next(pager);
        } catch (RuntimeException broken) {
            LOG.warn("duty {}: {}", pager.name(), broken.getClass().getSimpleName());
            return false;
        }
    }

    /** Sends one notice that is due; false when there is none. */
    boolean next(Pager pager) {
        var claimed = table.claim(pager.name(), clock.instant(), LEASE);
        claimed.ifPresent(notice -> carry(pager, notice));
        return claimed.isPresent();
    }

    private void carry(Pager pager, DutyNoticeTable.Claimed claimed) {
        var outcome = pager.page(claimed.notice());
        var now = clock.instant();
        switch (outcome) {
            case Outcome.Sent _ -> {
                table.sent(claimed.id(), now);
                count(pager, "sent");
                LOG.info("notice {} of case {} sent", claimed.id(), claimed.notice().caseId());
            }
            case Outcome.Failed(var reason) -> {
                table.again(claimed.id(), now.plus(wait(claimed.attempts())));
                count(pager, "failed");
                LOG.warn("notice {} by {} not sent: {}", claimed.id(), pager.name(), reason);
            }
        }
        states.tried(pager.name(), outcome, now);
    }

    /** Longer after each attempt, but never for ever: a case does not become less urgent. */
    private static Duration wait(int attempts) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private void count(Pager pager, String outcome) {
        Counter.builder("cop.duty.notices")
                .tag("pager", pager.name())
                .tag("outcome", outcome)
                .register(metrics)
                .increment();
    }
}
