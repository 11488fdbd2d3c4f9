package itu.cop.channel.telegram.api;

import java.time.Duration;

/** What became of a call. The words of Telegram are matched, and never logged. */
public sealed interface Answer<T> {
    /** Done. */
    record Done<T>(T result) implements Answer<T> {}

    /** Not done: too many calls, wait this long. */
    record TooMany<T>(Duration pause) implements Answer<T> {}

    /**
     * Not done, and never will be like this.
     *
     * @param description what Telegram says, in lower case
     */
    record Refused<T>(int code, String description) implements Answer<T> {
        /** True when the description says one of these. */
        public boolean says(String... parts) {
            return java.util.Arrays.stream(parts).anyMatch(description::contains);
        }

        /** The token is not known, or no longer. */
        public boolean isToken() {
            return code == 401 || code == 404;
        }
    }

    /** A server answered that it is broken: most probably not done. */
    record Broken<T>(int code) implements Answer<T> {}

    /** Cut or late: done or not, nobody knows. */
    record Lost<T>(String reason) implements Answer<T> {}

    /** It never left: no connection could be made. */
    record NotSent<T>(String reason) implements Answer<T> {}
}
