package itu.cop.channel.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import itu.cop.channel.Delivery;
import itu.cop.channel.telegram.api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** What an answer of Telegram means for a letter, with what this process knows of its past. */
final class Fates {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int TRIES = 5;
    private static final String[] GONE = {
        "chat not found",
        "user not found",
        "peer_id_invalid",
        "user is deactivated",
        "bot was blocked",
        "bot was kicked"
    };
    private static final List<String> KNOWN =
            List.of(
                    "can't parse entities",
                    "message is too long",
                    "text is empty",
                    "button_data_invalid",
                    "upgraded to a supergroup");

    private final Cache<UUID, Past> pasts =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(10))
                    .build();

    /**
     * What happened to a letter so far.
     *
     * @param sent the messages its first pieces became
     * @param broken how often a server was broken
     */
    private record Past(List<Integer> sent, int broken) {}

    private Past past(UUID letter) {
        var past = pasts.getIfPresent(letter);
        return past == null ? new Past(List.of(), 0) : past;
    }

    /** The messages that the first pieces of this letter became. */
    List<Integer> sent(UUID letter) {
        return past(letter).sent();
    }

    /** A piece has arrived; the next one waits for a slot of its own. */
    Delivery arrived(UUID letter, int message, boolean last) {
        var all = Stream.concat(sent(letter).stream(), Stream.of(message)).toList();
        if (last) {
            pasts.invalidate(letter);
            return new Delivery.Accepted(Trail.sent(all));
        }
        pasts.put(letter, new Past(all, 0));
        return new Delivery.NotYet(Duration.ZERO);
    }

    /** A message was not taken, or nobody knows. */
    Delivery of(UUID letter, Answer<?> answer, boolean toMany) {
        return switch (answer) {
            case Answer.Broken<?>(var code) when !toMany -> broken(letter, code);
            default -> of(answer);
        };
    }

    /** An answer to something that leaves no message, or to an announcement. */
    static Delivery of(Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?> _ -> new Delivery.Accepted("");
            case Answer.TooMany<?>(var pause) -> new Delivery.Later(withJitter(pause));
            case Answer.Refused<?> it -> refused(it);
            case Answer.Broken<?>(var code) -> new Delivery.Unknown("http " + code);
            case Answer.Lost<?>(var reason) -> new Delivery.Unknown(reason);
            case Answer.NotSent<?> _ -> new Delivery.Later(withJitter(Duration.ofSeconds(1)));
        };
    }

    private static Delivery refused(Answer.Refused<?> it) {
        if (it.isToken() || it.code() == 409) {
            return new Delivery.Later(withJitter(MINUTE)); // the letter is not at fault
        }
        if (it.code() == 403 || it.says(GONE)) {
            return new Delivery.Gone();
        }
        var why = KNOWN.stream().filter(it::says).findFirst().orElse("for another reason");
        return new Delivery.Refused(it.code() + " " + why);
    }

    // While Telegram is down for a minute no answer is given up. What a broken server says it did
    // not do it has hardly ever done, but an announcement does not take even that risk.
    private Delivery broken(UUID letter, int code) {
        var past = past(letter);
        if (past.broken() >= TRIES) {
            pasts.invalidate(letter);
            return new Delivery.Unknown("http " + code);
        }
        pasts.put(letter, new Past(past.sent(), past.broken() + 1));
        return new Delivery.NotYet(withJitter(Duration.ofSeconds(1L << past.broken())));
    }

    static Duration withJitter(Duration time) {
        var most = Math.min(1000, time.toMillis() / 2);
        return time.plusMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }
}
