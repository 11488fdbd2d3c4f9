package itu.cop.console;

import java.util.List;

/** Reaches staff outside the console when a case is urgent; the module that does so has a bean. */
public interface Alarm {
    /** What staff must know of it, a line each: stands at the top of every page. */
    List<String> troubles();

    /** Sends a test notice every way there is, and waits for the outcome. */
    Result test();

    /** What became of a test notice. */
    enum Result {
        SENT,
        /** At least one way did not take it. */
        FAILED,
        /** There is no way to send it. */
        NOWHERE
    }
}
