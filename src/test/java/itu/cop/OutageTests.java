package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes away for 20 seconds and comes back, while people write. */
class OutageTests {
    private static final int PEOPLE = 20;
    private static final int MESSAGES = 12;
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final String CANARY = "zebulonqx";

    @TempDir Path folder;
    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void peopleGetClearAnswersAndNothingIsLost() throws Exception {
        var port = BotProcess.freePort();
        var database = database(port);
        try (var bot = BotProcess.start(folder.resolve("bot"), properties(database));
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            await().atMost(LONG).until(() -> readiness(bot) == 200);
            var teens = new ArrayList<Teen>();
            var done = write(people, teens, bot);
            await().atMost(Duration.ofMinutes(1)).until(() -> taken.get() > PEOPLE);

            database.close();
            await().atMost(Duration.ofSeconds(15)).until(() -> readiness(bot) == 503);
            assertClearAnswers(bot);
            await().during(OUTAGE).atMost(OUTAGE.plusSeconds(30)).until(() -> isCalm(bot));
            database = database(port);

            await().atMost(Duration.ofMinutes(1)).until(() -> readiness(bot) == 200);
            for (var future : done) {
                future.get();
            }
            for (var teen : teens) {
                MenuTalk.assertAnsweredInOrder(teen, MESSAGES);
            }
            assertThat(bot.log()).contains("outbox sweep").doesNotContainIgnoringCase(CANARY);
        } finally {
            database.close();
        }
    }

    private List<Future<?>> write(ExecutorService people, List<Teen> teens, BotProcess bot) {
        var done = new ArrayList<Future<?>>();
        for (int i = 0; i < PEOPLE; i++) {
            var teen = new Teen(bot::base);
            teens.add(teen);
            done.add(
                    people.submit(() -> {
                        MenuTalk.write(teen, MESSAGES, taken);
                        return null;
                    }));
        }
        return done;
    }

    private static void assertClearAnswers(BotProcess bot) throws Exception {
        var answer = new Teen(bot::base).trySaying("my name is " + CANARY);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("short break").doesNotContain("Exception", CANARY);
        assertThat(Teen.get(bot.base().resolve("/help/ke"))).contains("tel:116");
    }

    /** Alive, not ready, and the static helplines still there. */
    private static boolean isCalm(BotProcess bot) {
        return readiness(bot) == 503
                && Teen.status(bot.base().resolve("/actuator/health/liveness")) == 200
                && Teen.status(bot.base().resolve("/help/ke")) == 200;
    }

    private static int readiness(BotProcess bot) {
        return Teen.status(bot.base().resolve("/actuator/health/readiness"));
    }

    private EmbeddedPostgres database(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("database"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start();
    }

    private static Map<String, String> properties(EmbeddedPostgres database) {
        var properties = new HashMap<>(BotProcess.UNLIMITED);
        properties.put("spring.datasource.url", database.getJdbcUrl("postgres", "postgres"));
        properties.put("cop.secret-key", BotProcess.key(0));
        return properties;
    }
}
