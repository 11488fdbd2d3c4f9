package itu.cop.channel.telegram.line;

import java.time.Duration;

/** Why nothing comes in, and how patiently to try again. */
enum Trouble {
    /** None. */
    NONE(Duration.ZERO, Duration.ZERO, false),
    /** Telegram does not know the token, or no longer: set another one. */
    TOKEN_REFUSED(Duration.ofSeconds(15), Duration.ofMinutes(5), true),
    /** Somebody else polls with this token: stop one of the two. */
    OTHER_POLLER(Duration.ofSeconds(3), Duration.ofMinutes(1), true),
    /** A webhook that is not ours is set: remove it, or use it. */
    FOREIGN_WEBHOOK(Duration.ofSeconds(15), Duration.ofMinutes(1), true),
    /** Telegram does not reach our webhook. */
    UNDELIVERED(Duration.ofSeconds(15), Duration.ofMinutes(1), true),
    /** Too many calls. */
    TOO_MANY(Duration.ofSeconds(1), Duration.ofMinutes(1), false),
    /** No connection, or none that holds. */
    UNREACHABLE(Duration.ofSeconds(1), Duration.ofSeconds(30), false),
    /** The database is away; nothing is acknowledged. */
    DATABASE(Duration.ofSeconds(1), Duration.ofSeconds(5), false),
    /** A bug. */
    BROKEN(Duration.ofSeconds(1), Duration.ofSeconds(30), false);

    private final Duration first;
    private final Duration longest;

    /** Somebody has to do something: it does not pass by itself. */
    final boolean lasting;

    Trouble(Duration first, Duration longest, boolean lasting) {
        this.first = first;
        this.longest = longest;
        this.lasting = lasting;
    }

    /** How long to rest after it came so many times in a row. */
    Duration rest(int times) {
        var rest = first.multipliedBy(1L << Math.min(10, Math.max(0, times - 1)));
        return rest.compareTo(longest) > 0 ? longest : rest;
    }
}
