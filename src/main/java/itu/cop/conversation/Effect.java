package itu.cop.conversation;

import itu.cop.content.Severity;
import itu.cop.person.Fact;
import java.time.Duration;

/** Something a reply wants done, in the same transaction. */
public sealed interface Effect {
    /** Remember a fact about the person. */
    record Remember(Fact fact) implements Effect {}

    /** Open the person's case, or raise the open one. */
    record Escalate(Severity severity, String intent, boolean clear) implements Effect {}

    /** The writer says the case is none: it stays open, marked. */
    record WriterSaysNo() implements Effect {}

    /** Come back as {@link Event.Due}, replacing an earlier one of the same name. */
    record Remind(String timer, Duration after) implements Effect {}

    /** Erase everything about the person. */
    record Erase() implements Effect {}

    /** Show what is kept: counts, or the words too. */
    record Export(boolean words) implements Effect {}

    /** Only the models can tell what this means: ask again when they are ready. Comes alone. */
    record AwaitModels() implements Effect {}

    /** Remove both sides of the last 48 hours where the channel can. */
    record Wipe() implements Effect {}
}
