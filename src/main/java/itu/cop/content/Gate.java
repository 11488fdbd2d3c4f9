package itu.cop.content;

import java.util.List;

/**
 * Reviewed risk patterns of one language, in the small pattern language that {@code
 * intents/README.md} describes.
 *
 * @param raisers raise an intent that was found to {@link Severity#URGENT}
 * @param harmless figurative phrases, taken out before anything is looked for
 */
public record Gate(List<Pattern> patterns, List<Raiser> raisers, List<Harmless> harmless) {
    /** Finds nothing. */
    public static final Gate NONE = new Gate(List.of(), List.of(), List.of());

    public Gate {
        patterns = List.copyOf(patterns);
        raisers = List.copyOf(raisers);
        harmless = List.copyOf(harmless);
    }

    /**
     * Finds an intent.
     *
     * @param alone false when harmless texts use these words too, or when nobody who speaks the
     *     language has reviewed them and they are not urgent: then they decide only where the model
     *     does not find the text harmless
     */
    public record Pattern(
            String id,
            String intent,
            Severity severity,
            List<String> any,
            List<String> unless,
            boolean alone) {
        public Pattern {
            any = List.copyOf(any);
            unless = List.copyOf(unless);
        }
    }

    /** Raises an intent. */
    public record Raiser(String id, String intent, List<String> any) {
        public Raiser {
            any = List.copyOf(any);
        }
    }

    /** A figure of speech. */
    public record Harmless(String id, List<String> any) {
        public Harmless {
            any = List.copyOf(any);
        }
    }
}
