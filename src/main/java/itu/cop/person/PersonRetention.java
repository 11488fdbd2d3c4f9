package itu.cop.person;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets people who have not written for long. Replicas may do so at the same time. */
@Component
class PersonRetention {
    private static final Logger log = LoggerFactory.getLogger(PersonRetention.class);

    private final PeopleTable people;
    private final Erasure erasure;
    private final PersonSettings settings;
    private final Clock clock;

    PersonRetention(PeopleTable people, Erasure erasure, PersonSettings settings, Clock clock) {
        this.people = people;
        this.erasure = erasure;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forgetInactive() {
        var now = clock.instant();
        int erased = forget(true, now.minus(settings.inactiveWeb()));
        erased += forget(false, now.minus(settings.inactiveOther()));
        if (erased > 0) {
            log.info("{} inactive people forgotten", erased);
        }
    }

    private int forget(boolean web, Instant since) {
        int erased = 0;
        for (var person : people.unseen(web, since)) {
            try {
                erased += erasure.eraseUnseen(person, since) ? 1 : 0;
            } catch (RuntimeException e) { // one broken row must not keep the others
                log.error("person {} not forgotten: {}", person, e.getClass().getSimpleName());
            }
        }
        return erased;
    }
}
