package itu.cop.storage;

/** Tells other threads and replicas that there may be work: a hint, never the truth. */
public interface Wakeups {
    /** Runs the task soon after each {@link #wake} of this topic, by any replica. */
    void on(String topic, java.util.function.Consumer<String> task);

    /** Wakes every listener of the topic, after the caller's transaction has committed. */
    void wake(String topic, String payload);
}
