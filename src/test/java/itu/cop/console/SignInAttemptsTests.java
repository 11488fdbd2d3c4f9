package itu.cop.console;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.storage.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInAttemptsTests {
    private final SettableClock clock = new SettableClock();
    private final SignInAttempts attempts = new SignInAttempts(clock);

    @Test
    void theWaitDoublesWithEachFurtherFailure() {
        fail(5, "ada", "192.0.2.1");
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(attempts.mayTry("ada", "192.0.2.1")).as("%d s", seconds).isFalse();
            clock.advance(Duration.ofMillis(1));
            assertThat(attempts.mayTry("ada", "192.0.2.1")).as("%d s", seconds).isTrue();
        }
    }

    @Test
    void successForgetsTheFailuresOfTheAccount() {
        fail(4, "ada", "192.0.2.1");
        attempts.succeeded("ada", "192.0.2.1");
        fail(4, "ada", "192.0.2.1");
        assertThat(attempts.mayTry("ada", "192.0.2.1")).isTrue();
    }

    @Test
    void aStrangerDoesNotKeepSomebodyOut() {
        fail(5, "ada", "192.0.2.1");
        assertThat(attempts.mayTry("ada", "192.0.2.1")).isFalse();
        assertThat(attempts.mayTry("ada", "198.51.100.7")).isTrue();
    }

    @Test
    void oneAddressMayNotTryManyAccounts() {
        for (int i = 0; i < 30; i++) {
            assertThat(attempts.mayTry("account" + i, "192.0.2.1")).isTrue();
        }
        assertThat(attempts.mayTry("another", "192.0.2.1")).isFalse();
    }

    @Test
    void anAccountOfOnesOwnBuysNoMoreGuesses() {
        for (int i = 0; i < 30; i++) {
            attempts.mayTry("account" + i, "192.0.2.1");
            if (i < 29) {
                attempts.mayTry("own", "192.0.2.1");
                attempts.succeeded("own", "192.0.2.1");
            }
        }
        assertThat(attempts.mayTry("another", "192.0.2.1")).isFalse();
    }

    @Test
    void manyAddressesMayNotTryOneAccountForever() {
        for (int i = 0; i < 50; i++) {
            assertThat(attempts.mayTry("ada", "192.0.2." + i)).isTrue();
        }
        assertThat(attempts.mayTry("ada", "198.51.100.7")).isFalse();
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        for (int i = 0; i < 5; i++) {
            attempts.mayTry("ada", "2001:db8:0:1::" + i);
        }
        assertThat(attempts.mayTry("ada", "2001:db8:0:1:abcd::1")).isFalse();
        assertThat(attempts.mayTry("ada", "2001:db8:0:2::1")).isTrue();
    }

    @Test
    void failuresAreForgottenAfterAQuietHour() {
        fail(4, "ada", "192.0.2.1");
        clock.advance(Duration.ofMinutes(61));
        fail(4, "ada", "192.0.2.1");
        assertThat(attempts.mayTry("ada", "192.0.2.1")).isTrue();
    }

    private void fail(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(attempts.mayTry(account, address)).isTrue();
        }
    }
}
