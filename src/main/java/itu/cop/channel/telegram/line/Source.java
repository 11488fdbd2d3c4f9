package itu.cop.channel.telegram.line;

import java.time.Duration;

/** A way for updates to get here. */
interface Source {
    /** Does the next thing, and says how long to rest after it. */
    Duration step();

    /** Forgets what it knew: another replica goes on. */
    void reset();

    /** Ends what is under way. */
    void stop();
}
