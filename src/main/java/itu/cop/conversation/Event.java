package itu.cop.conversation;

import itu.cop.understanding.Understood;

/** What a conversation can be asked to answer. */
public sealed interface Event {
    /**
     * Words.
     *
     * @param relayed forwarded or quoted: never alone the writer's own words
     * @param edited an earlier text was changed: answered only from severity 2
     */
    record Said(String text, Understood understood, boolean relayed, boolean edited)
            implements Event {
        /** Never shows the words. */
        @Override
        public String toString() {
            return "Said[" + understood.intent() + "]";
        }
    }

    /** A button, by the id that {@link Choice} gave it. */
    record Pressed(String choice) implements Event {}

    /** A voice note, picture or file; nothing of it is opened. */
    record Unopened(Kind kind) implements Event {}

    /** A timer that a {@link Effect.Remind} set has come due. */
    record Due(String timer) implements Event {}

    /** What was not opened. */
    enum Kind {
        VOICE,
        PICTURE,
        FILE,
        OTHER
    }
}
