package itu.cop.console;

import java.util.UUID;

/** Remembers who did what to which record. Ids only. */
public interface Audit {
    /**
     * Notes it, in the transaction of the caller.
     *
     * @param what a short key such as {@code sign-in}
     * @param which the id of what was touched
     */
    void note(UUID who, String what, String which);
}
