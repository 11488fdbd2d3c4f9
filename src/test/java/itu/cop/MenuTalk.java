package itu.cop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people write in turn when every reply must be told from the others. */
final class MenuTalk {
    /** No two neighbours get replies that look alike. */
    private static final List<String> SAID = List.of("/menu", "/country", "/language");

    private static final Map<String, String> REPLIES =
            Map.of(
                    "I can answer questions", "/menu",
                    "Which country", "/country",
                    "Which language", "/language");

    private MenuTalk() {}

    static String line(int number) {
        return SAID.get(number % SAID.size());
    }

    /** The commands of so many messages, in order. */
    static List<String> lines(int messages) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < messages; i++) {
            lines.add(line(i));
        }
        return lines;
    }

    /** Each reply by the command that it answers, oldest first. */
    static List<String> answered(Teen teen) throws InterruptedException {
        var answered = new ArrayList<String>();
        for (var line : teen.chat()) {
            if (!line.mine()) {
                REPLIES.forEach((beginning, command) -> {
                    if (line.text().startsWith(beginning)) {
                        answered.add(command);
                    }
                });
            }
        }
        return answered;
    }

    static List<String> withoutRepeats(List<String> answered) {
        var once = new ArrayList<String>();
        for (var command : answered) {
            if (once.isEmpty() || !once.getLast().equals(command)) {
                once.add(command);
            }
        }
        return once;
    }
}
