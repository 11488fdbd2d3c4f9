package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand messages at once, with the limits that every installation has. */
class BurstTests {
    private static final int PEOPLE = 100;
    private static final int MESSAGES = 100;

    @TempDir Path data;
    private final AtomicInteger tried = new AtomicInteger();

    @Test
    void eachIsTakenAndAnsweredOrToldToWaitAndACrisisIsNotHeldUp() throws Exception {
        try (var bot = BotProcess.start(data, Map.of());
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var inDanger = new Teen(bot::base);
            inDanger.say("/menu");
            var teens = new ArrayList<Teen>();
            var done = new ArrayList<Future<Integer>>();
            for (int i = 0; i < PEOPLE; i++) {
                var teen = new Teen(bot::base);
                teens.add(teen);
                done.add(people.submit(() -> flood(teen)));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> tried.get() > PEOPLE * MESSAGES / 10);
            inDanger.say("i want to die");
            await().atMost(Duration.ofSeconds(15))
                    .until(() ->
                            inDanger.chat().stream().anyMatch(line -> line.text().contains("112")));
            for (int i = 0; i < PEOPLE; i++) {
                assertAnswered(teens.get(i), done.get(i).get());
            }
        }
    }

    /** How many of them were taken. */
    private int flood(Teen teen) throws Exception {
        int taken = 0;
        for (int i = 0; i < MESSAGES; i++) {
            var answer = teen.trySaying(MenuTalk.line(taken));
            switch (answer.statusCode()) {
                case 202 -> taken++;
                case 429 -> assertThat(answer.body()).contains("faster than I can read");
                default -> {
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.body()).contains("short break");
                }
            }
            tried.incrementAndGet();
        }
        return taken;
    }

    private static void assertAnswered(Teen teen, int taken) throws InterruptedException {
        assertThat(taken).isPositive();
        await().atMost(Duration.ofMinutes(2)).until(() -> MenuTalk.answered(teen).size() >= taken);
        assertThat(MenuTalk.answered(teen)).isEqualTo(MenuTalk.lines(taken));
    }
}
