package itu.cop.channel.telegram.line;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import itu.cop.channel.telegram.api.TelegramIsOn;
import itu.cop.channel.telegram.api.TelegramSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Whether updates come in, by when the last try went well, and if not, why. */
@Component("telegram")
@Conditional(TelegramIsOn.class)
class LineState implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(LineState.class);
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration silence;
    private volatile Instant lastGood;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile boolean leads;
    private int times;

    LineState(TelegramSettings settings, Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.silence = settings.pollTimeout().plus(GRACE);
        this.lastGood = clock.instant();
        Gauge.builder("cop.telegram.silence", () -> age().toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(meters);
        for (var each : Trouble.values()) {
            Gauge.builder("cop.telegram.trouble", () -> trouble == each ? 1 : 0)
                    .tag("kind", each.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    private Duration age() {
        return leads ? Duration.between(lastGood, clock.instant()) : Duration.ZERO;
    }

    Trouble trouble() {
        return trouble;
    }

    /** It went well. */
    synchronized void good() {
        leads = true;
        lastGood = clock.instant();
        if (trouble != Trouble.NONE) {
            LOG.info("updates of Telegram come in again");
        }
        trouble = Trouble.NONE;
        times = 0;
    }

    /** Another replica does it. */
    synchronized void standby() {
        leads = false;
        lastGood = clock.instant();
        trouble = Trouble.NONE;
        times = 0;
    }

    /** It did not go well; how long to rest. */
    synchronized Duration bad(Trouble now, String detail) {
        leads = true;
        if (trouble != now) {
            LOG.warn("no updates of Telegram: {} ({})", now, detail);
            times = 0;
        }
        trouble = now;
        var rest = now.rest(++times).toMillis();
        return Duration.ofMillis(rest + ThreadLocalRandom.current().nextLong(rest / 4 + 1));
    }

    @Override
    public Health health() {
        var now = trouble;
        var down = leads && (now.lasting || age().compareTo(silence) > 0);
        var health = down ? Health.down() : Health.up();
        return health.withDetail("trouble", now)
                .withDetail("here", leads)
                .withDetail("silence", age().toSeconds() + " s")
                .build();
    }
}
