package itu.cop.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTests {
    private final SettableClock clock = new SettableClock();
    private final WebSettings settings =
            new WebSettings(
                    Duration.ofMinutes(30),
                    URI.create("https://example.org"),
                    Duration.ofSeconds(1),
                    20,
                    3,
                    2,
                    10);
    private final RateLimits limits = new RateLimits(settings, clock);

    @Test
    void aBurstPassesAndThenTheSessionWaits() {
        for (var i = 0; i < 3; i++) {
            assertThat(limits.waitFor("a", "1.1.1.1")).isZero();
        }

        var pause = limits.waitFor("a", "1.1.1.1");
        assertThat(pause).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));

        clock.forward(pause.plusMillis(1));
        assertThat(limits.waitFor("a", "1.1.1.1")).isZero();
        assertThat(limits.waitFor("a", "1.1.1.1")).isPositive();
    }

    @Test
    void oneSessionDoesNotSlowAnother() {
        for (var i = 0; i < 9; i++) {
            limits.waitFor("a", "1.1.1.1");
        }

        assertThat(limits.waitFor("b", "1.1.1.1")).isZero();
    }

    @Test
    void oneAddressOpensOnlySoManySessions() {
        limits.waitFor("a", "2001:db8:1:2::1");
        limits.waitFor("b", "2001:db8:1:2::2");

        assertThat(limits.waitFor("c", "2001:db8:1:2::3")).isPositive();
        assertThat(limits.waitFor("a", "2001:db8:1:2::1")).isZero();
        assertThat(limits.waitFor("d", "2001:db8:1:3::1")).isZero();
    }
}
