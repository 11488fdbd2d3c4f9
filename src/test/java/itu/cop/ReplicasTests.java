package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import itu.cop.storage.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes share one PostgreSQL and the work. */
class ReplicasTests {
    private static final int PEOPLE = 100;
    private static final int MESSAGES = 9;

    @TempDir Path folder;

    /** What two replicas have in common. */
    private static Map<String, String> shared(TestDatabase database) {
        var properties = new HashMap<>(BotProcess.UNLIMITED);
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.username());
        properties.put("spring.datasource.password", database.password());
        properties.put("spring.datasource.hikari.maximum-pool-size", "10");
        properties.put("cop.secret-key", BotProcess.key(0));
        return properties;
    }

    @Test
    void nothingIsHandledTwice() throws Exception {
        var shared = shared(TestDatabase.fresh());
        try (var one = BotProcess.start(folder.resolve("one"), shared);
                var two = BotProcess.start(folder.resolve("two"), shared);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var teens = new ArrayList<Teen>();
            var done = new ArrayList<Future<?>>();
            var sent = new AtomicInteger();
            for (int i = 0; i < PEOPLE; i++) {
                var teen = new Teen(inTurn(one.base(), two.base()));
                teens.add(teen);
                done.add(
                        people.submit(() -> {
                            MenuTalk.write(teen, MESSAGES, sent);
                            return null;
                        }));
            }
            for (var future : done) {
                future.get();
            }
            for (var teen : teens) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> MenuTalk.answered(teen).size() >= MESSAGES);
                assertThat(MenuTalk.answered(teen))
                        .as("each message answered once, in order")
                        .isEqualTo(MenuTalk.lines(MESSAGES));
            }
            assertThat(List.of(one, two)).allSatisfy(ReplicasTests::hasWorked);
        }
    }

    private static java.util.function.Supplier<URI> inTurn(URI one, URI two) {
        var calls = new AtomicInteger();
        return () -> calls.getAndIncrement() % 2 == 0 ? one : two;
    }

    private static void hasWorked(BotProcess bot) {
        assertThat(bot.metric("cop_inbox_events_total")).as("messages handled").isPositive();
    }
}
