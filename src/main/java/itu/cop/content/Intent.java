package itu.cop.content;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a message can mean, with its reviewed answer. Crises have their own shape: {@link
 * CrisisPath}.
 *
 * @param id its path, such as {@code risk/cyberbullying}
 * @param title short, also a button's label
 * @param severity never above {@link Severity#WATCH}
 * @param article where the right stands, such as "CRC 19"
 * @param platformSection the part of a platform card that belongs to the answer
 * @param answer by door; {@link Door#ME} is always there
 * @param easy a simpler short text
 * @param buttons what to offer next: intent ids, {@code quiz:name}, {@code tip:theme}
 * @param examples training lines
 */
public record Intent(
        String id,
        String title,
        Severity severity,
        @Nullable String article,
        Platform.@Nullable Section platformSection,
        Map<Door, Answer> answer,
        @Nullable String easy,
        List<String> buttons,
        boolean toBeReviewed,
        List<String> examples) {
    public Intent {
        answer = Map.copyOf(answer);
        buttons = List.copyOf(buttons);
        examples = List.copyOf(examples);
    }

    /** The answer behind this door, or behind {@link Door#ME} where it has none. */
    public Answer answer(Door door) {
        var own = answer.get(door);
        return own == null ? java.util.Objects.requireNonNull(answer.get(Door.ME)) : own;
    }

    /** Who asks, about whom. */
    public enum Door {
        ME,
        FRIEND,
        DID_IT,
        ADULT
    }

    /**
     * A reviewed answer: one validating line, steps to do now, the right, the referral last.
     * Answers of {@code bot/} have only the first.
     */
    public record Answer(
            String validate,
            List<String> steps,
            @Nullable String right,
            @Nullable String referral) {
        public Answer {
            steps = List.copyOf(steps);
        }
    }
}
