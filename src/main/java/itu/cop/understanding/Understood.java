package itu.cop.understanding;

import itu.cop.content.Intent;
import itu.cop.content.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text means.
 *
 * @param language BCP 47, the one to answer in
 * @param intent an id of the catalogue, or {@code none}; a {@code crisis/} intent exactly when
 *     severity is crisis
 * @param confidence 0 to 1, calibrated
 * @param clear for a crisis: true when the words themselves are clear (believed), false when only a
 *     model thinks so
 * @param guesses up to three intents to offer when {@link Outcome#DID_YOU_MEAN}, best first
 * @param unfinished looks like a fragment, and more may follow
 * @param door who asks, about whom
 * @param platform a platform named in the text, by its file name
 */
public record Understood(
        String language,
        String intent,
        double confidence,
        Severity severity,
        boolean clear,
        Outcome outcome,
        List<String> guesses,
        boolean unfinished,
        Intent.Door door,
        @Nullable String platform) {
    /** The id for what is out of scope. */
    public static final String NONE = "none";

    public Understood {
        guesses = List.copyOf(guesses);
        if (severity.isCrisis() != intent.startsWith("crisis/")) {
            throw new IllegalArgumentException("severity " + severity + " with " + intent);
        }
    }

    /** What the engine made of it. */
    public enum Outcome {
        /** The gate found a crisis. */
        CRISIS,
        /** Sure enough to answer. */
        ANSWER,
        /** Offer two or three guesses. */
        DID_YOU_MEAN,
        /** Out of scope. */
        NONE,
        /** The models are not trained yet; only the gate has looked. */
        NOT_READY
    }
}
