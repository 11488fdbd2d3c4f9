package itu.cop.channel.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** How fast one session may write, and how many sessions one address may open. */
@Component
class RateLimits {
    private static final Duration ADDRESS_WINDOW = Duration.ofMinutes(10);

    private final WebSettings settings;
    private final Clock clock;
    private final Cache<String, Bucket> sessions = buckets(100_000);
    private final Cache<String, Bucket> addresses = buckets(100_000);

    RateLimits(WebSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private static Cache<String, Bucket> buckets(int size) {
        return Caffeine.newBuilder()
                .maximumSize(size)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }

    /** Zero when the message may pass, otherwise how long to wait. */
    Duration waitFor(String session, String address) {
        var isNew = sessions.getIfPresent(session) == null;
        var fromAddress = isNew ? take(addresses, network(address), address()) : Duration.ZERO;
        return fromAddress.isZero() ? take(sessions, session, session()) : fromAddress;
    }

    private Duration take(Cache<String, Bucket> buckets, String key, Limit limit) {
        var now = clock.instant();
        return buckets.get(key, _ -> new Bucket(limit.burst(), now)).take(limit, now);
    }

    private Limit session() {
        return new Limit(
                settings.burst(), Duration.ofMinutes(1).dividedBy(settings.messagesPerMinute()));
    }

    private Limit address() {
        var each = ADDRESS_WINDOW.dividedBy(settings.newSessionsPerAddress());
        return new Limit(settings.newSessionsPerAddress(), each);
    }

    /** A household has a whole /64 of IPv6. */
    private static String network(String address) {
        var groups = address.split(":", -1);
        return groups.length < 5 ? address : String.join(":", List.of(groups).subList(0, 4));
    }

    private record Limit(int burst, Duration each) {}

    private static final class Bucket {
        private double tokens;
        private Instant filled;

        Bucket(int tokens, Instant now) {
            this.tokens = tokens;
            this.filled = now;
        }

        synchronized Duration take(Limit limit, Instant now) {
            var gained = (double) Duration.between(filled, now).toNanos() / limit.each().toNanos();
            tokens = Math.min(limit.burst(), tokens + Math.max(0, gained));
            filled = now;
            if (tokens >= 1) {
                tokens -= 1;
                return Duration.ZERO;
            }
            return Duration.ofNanos((long) ((1 - tokens) * limit.each().toNanos()) + 1);
        }
    }
}
