package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is lost, and order is kept, though the process is killed while 200 people write. */
class KillTests {
    private static final int PEOPLE = 200;
    private static final int MESSAGES = 10;
    private static final int KILLS = 3;

    @TempDir Path data;

    @Test
    void everyMessageIsAnsweredInOrderThoughTheProcessIsKilledThreeTimes() throws Exception {
        var bot = BotProcess.start(data, BotProcess.UNLIMITED);
        var where = new AtomicReference<URI>(bot.base());
        var sent = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var teens = new ArrayList<Teen>();
            var done = new ArrayList<Future<Void>>();
            for (int i = 0; i < PEOPLE; i++) {
                var teen = new Teen(where::get);
                teens.add(teen);
                done.add(people.submit(writing(teen, sent)));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                var mark = kill * PEOPLE * MESSAGES / (KILLS + 1);
                await().atMost(Duration.ofMinutes(3)).until(() -> sent.get() >= mark);
                bot.kill();
                bot = BotProcess.start(data, BotProcess.UNLIMITED);
                where.set(bot.base());
            }
            for (var future : done) {
                future.get();
            }
            assertAllAnswered(teens);
        } finally {
            bot.close();
        }
    }

    private static Callable<Void> writing(Teen teen, AtomicInteger sent) {
        return () -> {
            MenuTalk.write(teen, MESSAGES, sent);
            return null;
        };
    }

    private static void assertAllAnswered(List<Teen> teens) throws Exception {
        var duplicates = 0;
        for (var teen : teens) {
            duplicates += MenuTalk.assertAnsweredInOrder(teen, MESSAGES);
        }
        assertThat(duplicates).as("replies that came twice").isLessThanOrEqualTo(KILLS * 64);
        System.out.println(
                "Kill test: "
                        + PEOPLE * MESSAGES
                        + " messages, "
                        + KILLS
                        + " kills, "
                        + duplicates
                        + " replies doubled");
    }
}
