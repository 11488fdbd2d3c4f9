package itu.cop.content;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to say when somebody may be in danger. One dialogue runs all of them.
 *
 * @param id its path, such as {@code crisis/suicide}
 * @param title for staff only
 * @param severity the severity when nothing raises it
 * @param service who to call first
 * @param opening neutral, at most 30 characters: a lock screen shows it
 * @param belief at most 55 characters
 * @param urgent what to do now, without the number, at most 34 characters
 * @param now one step for now, at severity 2
 * @param referral kinds of help, in order
 * @param words to copy, to tell an adult
 * @param desk for the moderator
 * @param followUp when to ask again, if the person chose it
 */
public record CrisisPath(
        String id,
        String title,
        Severity severity,
        Service service,
        String opening,
        String belief,
        String urgent,
        String now,
        Question question,
        List<String> referral,
        List<String> words,
        String desk,
        List<Duration> followUp,
        boolean toBeReviewed,
        List<String> examples) {
    public CrisisPath {
        referral = List.copyOf(referral);
        words = List.copyOf(words);
        followUp = List.copyOf(followUp);
        examples = List.copyOf(examples);
    }

    /** An emergency service. */
    public enum Service {
        AMBULANCE,
        POLICE,
        EMERGENCY
    }

    /**
     * The one question of a path.
     *
     * @param unclear the id of the answer that counts when none was clear: the less safe one
     */
    public record Question(String asks, List<Answer> answers, String unclear) {
        public Question {
            answers = List.copyOf(answers);
        }
    }

    /**
     * An answer to the question and what the bot says to it.
     *
     * @param severity raises the case
     * @param service shown with the reaction
     */
    public record Answer(
            String id,
            String label,
            @Nullable Severity severity,
            @Nullable Service service,
            String says,
            List<String> steps) {
        public Answer {
            steps = List.copyOf(steps);
        }
    }
}
