package itu.cop.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: by account and address together, by address alone, and, with more patience,
 * by account alone, so that a stranger cannot easily keep somebody out.
 */
@Component
class SignInAttempts {
    private static final int FOR_BOTH = 5;
    private static final int FOR_ADDRESS = 30;
    private static final int FOR_ACCOUNT = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 100_000;
    private static final int NETWORK_BYTES = 8;

    private final Clock clock;
    private final Cache<Key, Tries> tries;

    SignInAttempts(Clock clock) {
        this.clock = clock;
        this.tries =
                Caffeine.newBuilder()
                        .expireAfterWrite(REMEMBERED)
                        .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                        .maximumSize(MOST_REMEMBERED)
                        .build();
    }

    /**
     * True if a try may be made now. It counts as failed until {@link #succeeded}, so that many at
     * the same moment do not slip through.
     */
    synchronized boolean mayTry(String account, String address) {
        var now = clock.instant();
        var keys = keys(account, address);
        if (keys.stream().anyMatch(key -> of(key).blockedUntil().isAfter(now))) {
            return false;
        }
        keys.forEach(key -> tries.put(key, of(key).oneMore(key.limit(), now)));
        return true;
    }

    /** Forgets the tries for this account; those from the address elsewhere still count. */
    synchronized void succeeded(String account, String address) {
        for (var key : keys(account, address)) {
            if (key.account().isEmpty()) {
                tries.put(key, of(key).oneLess());
            } else {
                tries.invalidate(key);
            }
        }
    }

    private Tries of(Key key) {
        var known = tries.getIfPresent(key);
        return known == null ? new Tries(0, Instant.EPOCH) : known;
    }

    private static List<Key> keys(String account, String address) {
        var network = network(address);
        return List.of(
                new Key(account, network, FOR_BOTH),
                new Key("", network, FOR_ADDRESS),
                new Key(account, "", FOR_ACCOUNT));
    }

    /** One household of IPv6 has 2^64 addresses. */
    private static String network(String address) {
        var bytes = InetAddress.ofLiteral(address).getAddress();
        return bytes.length > NETWORK_BYTES
                ? Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES))
                : address;
    }

    private record Key(String account, String network, int limit) {}

    private record Tries(int count, Instant blockedUntil) {
        Tries oneMore(int limit, Instant now) {
            var next = count + 1;
            if (next < limit) {
                return new Tries(next, Instant.EPOCH);
            }
            var doublings = Math.min(next - limit, 10);
            var wait = FIRST_WAIT.multipliedBy(1L << doublings);
            return new Tries(
                    next, now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
        }

        Tries oneLess() {
            return new Tries(Math.max(0, count - 1), Instant.EPOCH);
        }
    }
}
