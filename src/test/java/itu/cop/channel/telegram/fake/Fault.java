package itu.cop.channel.telegram.fake;

import java.time.Duration;
import java.util.Random;
import java.util.function.Function;

/** What may go wrong with a call. */
public sealed interface Fault {
    /** All is well. */
    record None() implements Fault {}

    /** Not accepted: too many calls. */
    record TooMany(int retryAfter) implements Fault {}

    /** Not accepted: an error as JSON. */
    record Refused(int code, String description) implements Fault {}

    /** Not accepted: the page of a proxy. */
    record Page(int status) implements Fault {}

    /** Accepted, and then the connection is cut. */
    record Cut() implements Fault {}

    /** Accepted, and then half of the answer is sent. */
    record Truncated() implements Fault {}

    /** Accepted, and answered late. */
    record Slow(Duration time) implements Fault {}

    /** No call fails. */
    static Function<String, Fault> never() {
        return method -> new None();
    }

    /** The methods named fail like this, each time. */
    static Function<String, Fault> always(String method, Fault fault) {
        return name -> name.equalsIgnoreCase(method) ? fault : new None();
    }

    /** This share of messages is answered with 429, 502 or a cut after accepting, in turn. */
    static Function<String, Fault> some(double share, long seed) {
        var random = new Random(seed);
        return method -> {
            synchronized (random) {
                if (!method.equals("sendmessage") || random.nextDouble() >= share) {
                    return new None();
                }
                return switch (random.nextInt(3)) {
                    case 0 -> new TooMany(1);
                    case 1 -> new Page(502);
                    default -> new Cut();
                };
            }
        };
    }
}
