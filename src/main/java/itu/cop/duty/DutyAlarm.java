package itu.cop.duty;

import itu.cop.console.Alarm;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the console whether notices reach anybody. */
@Component
class DutyAlarm implements Alarm {
    private static final Logger LOG = LoggerFactory.getLogger(DutyAlarm.class);
    private static final String NOBODY =
            "Nobody is notified of urgent cases. Set COP_NOTIFY_WEBHOOK_URL, or COP_NOTIFY_EMAIL_TO"
                    + " and SPRING_MAIL_HOST, and start the bot again.";

    private final Pagers pagers;
    private final DutyPagerTable states;
    private final Clock clock;

    DutyAlarm(Pagers pagers, DutyPagerTable states, Clock clock) {
        this.pagers = pagers;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public List<String> troubles() {
        if (pagers.all().isEmpty()) {
            return List.of(NOBODY);
        }
        var failures = states.failures();
        return pagers.all().stream()
                .flatMap(pager ->
                        Stream.ofNullable(failures.get(pager.name()))
                                .map(why -> failed(pager, why)))
                .toList();
    }

    private static String failed(Pager pager, String why) {
        return "Nobody is notified of urgent cases by %s: the last notice failed (%s)."
                        .formatted(pager.name(), why)
                + " Check %s, then send a test notice.".formatted(pager.setting());
    }

    @Override
    public Result test() {
        if (pagers.all().isEmpty()) {
            return Result.NOWHERE;
        }
        var outcomes = pagers.all().stream().map(this::test).toList();
        return outcomes.stream().allMatch(Outcome.Sent.class::isInstance)
                ? Result.SENT
                : Result.FAILED;
    }

    private Outcome test(Pager pager) {
        var outcome = pager.page(new Notice.Test());
        states.tried(pager.name(), outcome, clock.instant());
        LOG.info("test notice by {}: {}", pager.name(), outcome);
        return outcome;
    }
}
