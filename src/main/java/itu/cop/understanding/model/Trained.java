package itu.cop.understanding.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was learned from one version of the content.
 *
 * @param languages by BCP 47 tag
 * @param guess tells languages apart that share the Latin script; none where there is only one
 */
public record Trained(Map<String, LanguageModel> languages, @Nullable LanguageGuess guess) {
    /** Nothing is learned yet. */
    public static final Trained NOTHING = new Trained(Map.of(), null);

    public Trained {
        languages = Map.copyOf(languages);
    }
}
