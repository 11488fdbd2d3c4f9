package itu.cop.channel.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A chat takes one message a second, and a few at once when it was quiet before. Each replica
 * counts what it sends itself.
 */
final class ChatPace {
    private static final int BURST = 4;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int MOST_CHATS = 100_000;

    private final LongSupplier nanos;
    // When each chat would be free of debt: every message moves it on by a second.
    private final Cache<String, Long> free =
            Caffeine.newBuilder()
                    .maximumSize(MOST_CHATS)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    ChatPace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Takes a place now, or says how long to wait for one. */
    Duration take(String chat) {
        var now = nanos.getAsLong();
        var wait = new long[1];
        free.asMap()
                .compute(
                        chat,
                        (_, known) -> {
                            var from = known == null || known - now < 0 ? now : known;
                            var late = from - now - (BURST - 1) * SECOND;
                            wait[0] = Math.max(0, late);
                            return late > 0 ? from : from + SECOND;
                        });
        return Duration.ofNanos(wait[0]);
    }
}
