package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

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

    /** Writes so many messages one after the other, and counts those that were taken. */
    static void write(Teen teen, int messages, AtomicInteger taken) throws InterruptedException {
        for (int i = 0; i < messages; i++) {
            teen.say(line(i));
            taken.incrementAndGet();
        }
    }

    /** Waits until all are answered, in order; how many replies came twice. */
    static int assertAnsweredInOrder(Teen teen, int messages) throws InterruptedException {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> withoutRepeats(answered(teen)).size() >= messages);
        var all = answered(teen);
        var once = withoutRepeats(all);
        assertThat(once).as("replies of one person, in order").isEqualTo(lines(messages));
        return all.size() - once.size();
    }

    private static List<String> withoutRepeats(List<String> answered) {
        var once = new ArrayList<String>();
        for (var command : answered) {
            if (once.isEmpty() || !once.getLast().equals(command)) {
                once.add(command);
            }
        }
        return once;
    }
}
