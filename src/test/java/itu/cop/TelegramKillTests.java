package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import itu.cop.channel.telegram.fake.FakeTelegram;
import itu.cop.channel.telegram.fake.Fault;
import itu.cop.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is lost, doubled or sent too fast on Telegram, whatever dies or breaks. */
class TelegramKillTests {
    /** 200 prove 2 000 messages, which takes minutes at thirty a second. */
    private static final int PEOPLE = Integer.getInteger("cop.test.people", 50);

    private static final int MESSAGES = 10;
    private static final int KILLS = 3;
    private static final int IN_FLIGHT = 40;
    private static final int BUDGET = 30;
    private static final long FIRST = 7_666_000_000L;

    /** What is written, in turn, and how the reply to it begins: no two neighbours look alike. */
    private static final List<String> SAID = List.of("/menu", "/country", "/language");

    private final FakeTelegram telegram = FakeTelegram.start(TelegramJourney.TOKEN);
    private final TestDatabase database = TestDatabase.fresh();
    @TempDir Path data;

    @AfterEach
    void stops() {
        telegram.close();
    }

    private BotProcess start(String folder) {
        return BotProcess.start(data.resolve(folder), TelegramJourney.telegram(telegram, database));
    }

    @Test
    void everyMessageIsAnsweredInOrderThoughProcessesDieAndCallsFail() {
        var bot = start("a");
        try {
            for (int i = 0; i < MESSAGES; i++) {
                everybodySays(FIRST, SAID.get(i % SAID.size()));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                var mark = kill * PEOPLE * MESSAGES / (KILLS + 1);
                await().atMost(Duration.ofMinutes(4)).until(() -> replies(FIRST) >= mark);
                bot.kill();
                bot = start("a");
            }
            var killed = assertAllAnswered(FIRST, MESSAGES);
            assertThat(killed).as("doubled").isLessThanOrEqualTo(KILLS * IN_FLIGHT);

            telegram.faults(Fault.some(0.1, 7));
            var others = FIRST + 1_000_000;
            for (int i = 0; i < MESSAGES / 2; i++) {
                everybodySays(others, SAID.get(i % SAID.size()));
            }
            var failed = assertAllAnswered(others, MESSAGES / 2);
            var unknown = telegram.calls("sendMessage").stream().filter(it -> it.status() == 0);
            assertThat((long) failed).as("doubled").isLessThanOrEqualTo(unknown.count());
            System.out.printf(
                    "Kill test on Telegram: %d kills, %d replies doubled; 10 %% faults, %d doubled;"
                            + " at most %d in a second%n",
                    KILLS, killed, failed, busiest());
            assertThat(busiest()).isLessThanOrEqualTo(BUDGET);
        } finally {
            bot.close();
        }
    }

    private void everybodySays(long first, String text) {
        for (int i = 0; i < PEOPLE; i++) {
            telegram.says(first + i, text);
        }
    }

    private int replies(long first) {
        var count = 0;
        for (int i = 0; i < PEOPLE; i++) {
            count += kinds(first + i).size();
        }
        return count;
    }

    /** How many replies came twice. */
    private int assertAllAnswered(long first, int messages) {
        var doubled = 0;
        var expected = new ArrayList<String>();
        for (int i = 0; i < messages; i++) {
            expected.add(SAID.get(i % SAID.size()));
        }
        for (int i = 0; i < PEOPLE; i++) {
            var person = first + i;
            await().atMost(Duration.ofMinutes(4))
                    .until(() -> withoutRepeats(kinds(person)).size() >= messages);
            var kinds = kinds(person);
            doubled += kinds.size() - withoutRepeats(kinds).size();
            assertThat(withoutRepeats(kinds)).as("in order").isEqualTo(expected);
        }
        return doubled;
    }

    /** The most messages in any second that begins with one, accepted or not. */
    private int busiest() {
        var times =
                telegram.calls("sendMessage").stream()
                        .mapToLong(it -> it.nanos())
                        .sorted()
                        .toArray();
        var most = 0;
        for (int from = 0, to = 0; from < times.length; from++) {
            while (to < times.length && times[to] - times[from] < 1_000_000_000L) {
                to++;
            }
            most = Math.max(most, to - from);
        }
        return most;
    }

    /** Each reply by the command it answers. */
    private List<String> kinds(long person) {
        var kinds = new ArrayList<String>();
        for (var line : telegram.answers(person)) {
            if (line.text().startsWith("I can answer questions")) {
                kinds.add("/menu");
            } else if (line.text().startsWith("Which country")) {
                kinds.add("/country");
            } else if (line.text().startsWith("Which language")) {
                kinds.add("/language");
            }
        }
        return kinds;
    }

    private static List<String> withoutRepeats(List<String> kinds) {
        var once = new ArrayList<String>();
        for (var kind : kinds) {
            if (once.isEmpty() || !once.getLast().equals(kind)) {
                once.add(kind);
            }
        }
        return once;
    }

    @Test
    void anotherProcessTakesOverWithinTenSecondsOfAKill() {
        var first = start("a");
        try (var second = start("b")) {
            telegram.says(FIRST, "/menu");
            await().atMost(Duration.ofSeconds(20)).until(() -> kinds(FIRST).size() == 1);
            assertThat(telegram.calls("getUpdates")).noneMatch(it -> it.status() == 409);
            var killed = System.nanoTime();
            first.kill();
            // somebody else: what was claimed for the first waits until its lease has run out
            telegram.says(FIRST + 1, "/country");
            await().atMost(Duration.ofSeconds(15)).until(() -> kinds(FIRST + 1).size() == 1);
            var took = Duration.ofNanos(System.nanoTime() - killed);
            System.out.println("Taken over and answered after " + took.toMillis() + " ms");
            assertThat(took).isLessThan(Duration.ofSeconds(10));
            assertThat(second.log()).contains("fetched here");
        } finally {
            first.kill();
        }
    }
}
