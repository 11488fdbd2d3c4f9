package itu.cop.moderation;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what is left of a case some time after its writer was erased. */
@Component
class CaseRetention {
    private static final Logger log = LoggerFactory.getLogger(CaseRetention.class);

    private final CaseTable cases;
    private final ModerationSettings settings;
    private final Clock clock;

    CaseRetention(CaseTable cases, ModerationSettings settings, Clock clock) {
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void removeUnlinked() {
        int removed = cases.deleteUnlinked(clock.instant().minus(settings.unlinkedCase()));
        if (removed > 0) {
            log.info("{} unlinked cases removed", removed);
        }
    }
}
