package itu.cop.duty;

import java.util.UUID;

/** What leaves the bot: never who, where or what was said. */
sealed interface Notice {
    /** As a webhook reads it. */
    String json();

    /** As a person reads it. */
    String words();

    /** Somebody must look at this case. */
    record Urgent(UUID caseId, int severity) implements Notice {
        @Override
        public String json() {
            return "{\"case\":\"" + caseId + "\",\"severity\":" + severity + "}";
        }

        @Override
        public String words() {
            return "Urgent case " + caseId + ", severity " + severity;
        }
    }

    /** Somebody wants to know whether notices arrive. */
    record Test() implements Notice {
        @Override
        public String json() {
            return "{\"test\":true}";
        }

        @Override
        public String words() {
            return "This is a test notice. No case is behind it.";
        }
    }
}
