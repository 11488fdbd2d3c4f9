package itu.cop.content;

import java.util.List;

/** Six little scenarios. */
public record Quiz(String name, String title, String theme, List<Question> questions) {
    public Quiz {
        questions = List.copyOf(questions);
    }

    /** One scenario; exactly one option is right. */
    public record Question(String asks, List<Option> options) {
        public Question {
            options = List.copyOf(options);
        }
    }

    /** One option; every option has a kind word of feedback. */
    public record Option(String label, boolean right, String feedback) {}
}
