package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import itu.cop.channel.telegram.fake.FakeTelegram;
import itu.cop.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Conversations with the whole bot on Telegram; a subclass says how updates get there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TelegramJourney {
    static final String TOKEN = "42:canarytoken";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicLong PEOPLE = new AtomicLong(7_555_000_101L);

    private Path data;
    private final TestDatabase database = TestDatabase.fresh();
    private FakeTelegram telegram;
    private BotProcess bot;
    private long me;

    /** More properties of the bot, whose pages are on this port. */
    abstract Map<String, String> properties(int port) throws java.io.IOException;

    @BeforeEach
    void starts() throws java.io.IOException {
        me = PEOPLE.incrementAndGet();
        if (bot == null) {
            telegram = FakeTelegram.start(TOKEN);
            var port = BotProcess.freePort();
            var all = new HashMap<>(telegram(telegram, database));
            all.put("server.port", "" + port);
            all.putAll(properties(port));
            data = java.nio.file.Files.createTempDirectory("bot");
            bot = BotProcess.start(data, all);
        }
    }

    @AfterEach
    void nothingLeaks() {
        var log = bot.log();
        assertThat(log).doesNotContain(FakeTelegram.NAMES);
        assertThat(log).doesNotContain("" + me, "canarytoken", "kumquatwhisper");
        assertNothingInClear("kumquatwhisper");
        FakeTelegram.NAMES.forEach(this::assertNothingInClear);
    }

    @org.junit.jupiter.api.AfterAll
    void stops() {
        bot.close();
        telegram.close();
        org.springframework.util.FileSystemUtils.deleteRecursively(data.toFile());
    }

    static Map<String, String> telegram(FakeTelegram telegram, TestDatabase database) {
        return Map.of(
                "cop.telegram.token", TOKEN,
                "cop.telegram.api-url", telegram.url().toString(),
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "spring.datasource.hikari.maximum-pool-size", "10",
                "cop.secret-key", Base64.getEncoder().encodeToString(new byte[32]));
    }

    private void assertNothingInClear(String canary) {
        var jdbc = database.jdbc();
        var tables =
                jdbc.sql(
                                "select table_name from information_schema.tables where table_schema = 'public'")
                        .query(String.class)
                        .list();
        var hex = java.util.HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
        for (var table : tables) {
            assertThat(
                            jdbc.sql("select t::text from \"" + table + "\" t")
                                    .query(String.class)
                                    .list())
                    .as("table " + table)
                    .noneMatch(row -> row.contains(canary) || row.contains(hex));
        }
    }

    private String said() {
        return telegram.answers(me).stream()
                .map(FakeTelegram.Seen::text)
                .collect(Collectors.joining("\n"));
    }

    private void hears(String... words) {
        await().atMost(SOON).untilAsserted(() -> assertThat(said()).contains(words));
    }

    private FakeTelegram.Key button(String label) {
        return telegram.answers(me).reversed().stream()
                .flatMap(it -> it.keys().stream())
                .filter(it -> it.label().contains(label))
                .findFirst()
                .orElseThrow();
    }

    private void press(String label) {
        var query = telegram.presses(me, button(label).data());
        await().atMost(SOON).until(() -> telegram.isAnswered(query));
    }

    @Test
    void aNewcomerIsGreetedAndTheirLinkIsKept() {
        telegram.says(me, "/start school_7");
        hears("I'm Sango, a bot");
        assertThat(
                        database.jdbc()
                                .sql("select count(*) from person where source = 'school_7'")
                                .query(Integer.class)
                                .single())
                .isPositive();
    }

    @Test
    void aQuizIsPlayedWithButtonsAndInterruptedByACrisis() {
        telegram.says(me, "/menu");
        hears("Sango");
        telegram.presses(me, "quiz:passwords");
        hears("Question 1 of 6");
        telegram.says(me, "i took all the pills");
        hears("Call your emergency number now");
        assertThat(said().indexOf("Call your emergency number now"))
                .isGreaterThan(said().indexOf("Question 1 of 6"));
    }

    @Test
    void aCrisisGetsHelpBeforeAnyQuestionAndLocalLinesLater() {
        telegram.says(me, "i want to die kumquatwhisper");
        hears("112", "childhelplineinternational.org", "Are you safe right now");
        telegram.says(me, "kenya");
        hears("Childline Kenya", "116");
    }

    @Test
    void wordsChangedIntoACrisisAreAnsweredAndOtherChangesAreNot() {
        telegram.says(me, "/menu");
        hears("Sango");
        var before = telegram.answers(me).size();
        telegram.edits(me, 1, "hello kumquatwhisper");
        telegram.edits(me, 1, "i want to die kumquatwhisper");
        hears("112");
        assertThat(telegram.answers(me).get(before).text()).doesNotStartWith("Hi");
    }

    @Test
    void forwardedWordsAreNotTakenForTheWritersOwn() {
        telegram.sends(
                me,
                Map.of(
                        "text",
                        "i want to die",
                        "forward_origin",
                        Map.of("type", "hidden_user", "sender_user_name", "x", "date", 1)));
        hears("Did somebody send you this");
    }

    @Test
    void picturesAndVoicesAreAnsweredWithoutLookingAtThem() {
        telegram.sends(
                me,
                Map.of(
                        "photo",
                        List.of(
                                Map.of(
                                        "file_id",
                                        "f",
                                        "file_unique_id",
                                        "u",
                                        "width",
                                        1,
                                        "height",
                                        1))));
        hears("I don't open pictures");
        assertThat(telegram.calls("getFile")).isEmpty();
    }

    @Test
    void hidingRemovesBothSides() {
        telegram.says(me, "/menu");
        hears("Sango");
        telegram.says(me, "/country");
        hears("Which country");
        telegram.says(me, "/hide");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(telegram.chat(me))
                                .singleElement()
                                .satisfies(it -> assertThat(it.text()).contains("life online")));
    }

    @Test
    void whoBlocksTheBotIsGoneAndBackWithTheNextWord() {
        telegram.says(me, "/menu");
        hears("Sango");
        telegram.blocks(me);
        await().atMost(SOON).until(() -> gone() >= 1);
        var others = gone() - 1;
        telegram.says(me, "/country");
        hears("Which country");
        assertThat(gone()).isEqualTo(others);
    }

    private int gone() {
        return database.jdbc()
                .sql("select count(*) from person where gone")
                .query(Integer.class)
                .single();
    }

    @Test
    void forgettingTakesTwoTapsAndSaysGoodbye() {
        telegram.says(me, "/forget");
        hears("Shall I erase");
        press("Yes, erase it");
        hears("is erased");
    }
}
