package itu.cop.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import itu.cop.channel.Inbound;
import itu.cop.channel.Inbound.Kind;
import itu.cop.channel.Outbound;
import itu.cop.channel.Outbound.Button;
import itu.cop.channel.Peer;
import itu.cop.channel.telegram.fake.FakeTelegram;
import itu.cop.storage.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do on Telegram, and what the rest of the bot hears of it. */
@ExtendWith(OutputCaptureExtension.class)
class ReceivingTests {
    private static final AtomicLong PEOPLE = new AtomicLong(7_200_000_100L);
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static FakeTelegram telegram;
    private static BotOnTelegram bot;

    private final long me = PEOPLE.incrementAndGet();

    @BeforeAll
    static void starts() {
        telegram = FakeTelegram.start(BotOnTelegram.TOKEN);
        bot = BotOnTelegram.start(telegram, DATABASE, Map.of());
    }

    @AfterAll
    static void stops() {
        bot.close();
        telegram.close();
    }

    private List<Inbound> heard() {
        await().until(() -> telegram.pending() == 0);
        return bot.rest().from(me);
    }

    private Inbound.Said said() {
        return (Inbound.Said) heard().getLast();
    }

    @Test
    void wordsComeWithTheirTimeAndLanguageAndNoName() {
        var before = Instant.now().minusSeconds(2);
        telegram.says(me, "hi there");

        assertThat(said().text()).isEqualTo("hi there");
        assertThat(said().language()).isEqualTo("en");
        assertThat(said().relayed()).isFalse();
        assertThat(said().at()).isAfter(before).isBeforeOrEqualTo(Instant.now());
        assertThat(said().toString()).doesNotContain(FakeTelegram.NAMES);
        assertThat(said().id()).startsWith("42:").doesNotContain("" + me);
    }

    @Test
    void aTimeInTheFutureIsNow() {
        telegram.sends(me, Map.of("text", "x", "date", Instant.now().getEpochSecond() + 9999));
        assertThat(said().at()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void theLinkThatBroughtSomebodyIsKept() {
        telegram.says(me, "/start school_42-b");
        assertThat(said().text()).isEqualTo("/start");
        assertThat(said().source()).isEqualTo("school_42-b");
        telegram.says(me, "/START@the_bot");
        assertThat(said().text()).isEqualTo("/start");
        assertThat(said().source()).isNull();
        telegram.says(me, "/start i want to die");
        assertThat(said().text()).as("words are no link").isEqualTo("/start i want to die");
        assertThat(said().source()).isNull();
    }

    @Test
    void commandsAreReadFromTheText() {
        telegram.says(me, "/Menu@the_bot");
        assertThat(said().text()).isEqualTo("/menu");
        telegram.says(me, "/country  Kenya");
        assertThat(said().text()).isEqualTo("/country Kenya");
        telegram.says(me, "a /menu is no command here");
        assertThat(said().text()).isEqualTo("a /menu is no command here");
        telegram.says(me, "/shrug\nhe hit me");
        assertThat(said().text()).isEqualTo("/shrug he hit me");
    }

    @Test
    void forwardedWordsAreRelayed() {
        var origin = Map.of("type", "hidden_user", "sender_user_name", "x", "date", 1);
        telegram.sends(me, Map.of("text", "i want to die", "forward_origin", origin));
        assertThat(said().relayed()).isTrue();
        telegram.sends(
                me,
                Map.of(
                        "text",
                        "you are ugly",
                        "entities",
                        List.of(Map.of("type", "blockquote", "offset", 0, "length", 12))));
        assertThat(said().relayed()).as("nothing but a quotation").isTrue();
    }

    @Test
    void aQuotationFromElsewhereIsRelayedAndTheAnswerToItIsTheWritersOwn() {
        telegram.sends(
                me,
                Map.of(
                        "text",
                        "what do i answer",
                        "quote",
                        Map.of("text", "send me pics", "position", 0),
                        "external_reply",
                        Map.of(
                                "origin",
                                Map.of(
                                        "type",
                                        "hidden_user",
                                        "sender_user_name",
                                        "x",
                                        "date",
                                        1))));
        assertThat(heard()).hasSize(2);
        var quoted = (Inbound.Said) heard().getFirst();
        assertThat(quoted.text()).isEqualTo("send me pics");
        assertThat(quoted.relayed()).isTrue();
        assertThat(said().text()).isEqualTo("what do i answer");
        assertThat(said().relayed()).isFalse();
    }

    @Test
    void changedWordsAreTold() {
        telegram.says(me, "i am fine");
        telegram.edits(me, 7, "i want to die");
        assertThat(heard().getLast())
                .isInstanceOfSatisfying(
                        Inbound.Edited.class,
                        it -> assertThat(it.text()).isEqualTo("i want to die"));
    }

    @Test
    void nothingIsEverDownloaded() {
        var file = Map.of("file_id", "f", "file_unique_id", "u", "duration", 1);
        var photo = Map.of("file_id", "f", "file_unique_id", "u", "width", 1, "height", 1);
        telegram.sends(me, Map.of("voice", file));
        telegram.sends(me, Map.of("photo", List.of(photo)));
        telegram.sends(me, Map.of("document", file));
        telegram.sends(me, Map.of("location", Map.of("latitude", 1.0, "longitude", 2.0)));
        telegram.sends(me, Map.of("photo", List.of(photo), "caption", "he sent me this"));

        assertThat(heard())
                .filteredOn(Inbound.Unsupported.class::isInstance)
                .extracting(it -> ((Inbound.Unsupported) it).kind())
                .containsExactly(Kind.VOICE, Kind.PICTURE, Kind.FILE, Kind.OTHER, Kind.PICTURE);
        assertThat(said().text()).as("what stands under a picture").isEqualTo("he sent me this");
        assertThat(heard()).extracting(Inbound::id).doesNotHaveDuplicates();
        assertThat(telegram.calls("getFile")).isEmpty();
    }

    @Test
    void blockingAndUnblockingAreTold() {
        telegram.blocks(me);
        telegram.unblocks(me);
        assertThat(heard().getFirst()).isInstanceOf(Inbound.Blocked.class);
        assertThat(heard().getLast()).isInstanceOf(Inbound.Unblocked.class);
    }

    @Test
    void everyPressIsAnsweredAlsoOfAButtonFromAnotherTime() {
        telegram.says(me, "hi");
        var long200 = "x".repeat(200);
        var say = new Outbound.Say("?", List.of(new Button(long200, "A")), false);
        bot.bean(TelegramChannel.class).send(new Peer("telegram", "" + me), UUID.randomUUID(), say);
        var known = telegram.presses(me, telegram.answers(me).getLast().keys().getFirst().data());
        assertThat(heard().getLast())
                .isInstanceOfSatisfying(
                        Inbound.Pressed.class, it -> assertThat(it.button()).isEqualTo(long200));
        var stale = telegram.presses(me, "#AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(heard().getLast())
                .isInstanceOfSatisfying(
                        Inbound.Pressed.class, it -> assertThat(it.button()).isEqualTo("menu"));
        await().until(() -> telegram.isAnswered(known) && telegram.isAnswered(stale));
        assertThat(telegram.toast(known)).isEmpty();
        assertThat(telegram.toast(stale)).contains("earlier chat");
    }

    @Test
    void aDoubleTapIsTwoEventsAndARepeatOfOneIsOne() {
        telegram.says(me, "hi");
        telegram.presses(me, "a");
        telegram.presses(me, "a");
        var update = telegram.says(me, "again");
        heard();
        telegram.again(update);
        assertThat(heard()).hasSize(4);
    }

    @Test
    void groupsGetOneLineAndAreLeft() {
        var group = -100_000L - me;
        telegram.addsToGroup(group, "supergroup");
        await().until(() ->
                telegram.calls("leaveChat").stream().anyMatch(it -> it.chat() == group));
        assertThat(telegram.answers(group))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains("leaving this group"));

        telegram.addsToGroup(group, "supergroup");
        telegram.saysInGroup(group, me, "i want to die");
        telegram.addsToGroup(group - 1, "channel");
        await().until(() -> telegram.calls("leaveChat").size() >= 4);
        assertThat(telegram.answers(group)).as("no second line").hasSize(1);
        assertThat(heard()).as("nobody is answered in a group").isEmpty();
    }

    @Test
    void whatDoesNotConcernUsIsIgnored() {
        telegram.sends(me, Map.of("pinned_message", Map.of("message_id", 1)));
        telegram.raw(id -> "{\"update_id\":" + id + ",\"something_new\":{\"a\":1}}");
        assertThat(heard()).isEmpty();
    }

    @Test
    void anUpdateThatCannotBeReadHoldsNobodyUpAndIsKeptSealed(CapturedOutput output) {
        var jdbc = DATABASE.jdbc();
        var before = unread(jdbc);
        telegram.raw(id ->
                "{\"update_id\":" + id + ",\"message\":{\"chat\":\"canary-shape\",\"text\":[1]}}");
        telegram.raw(id -> "{\"message\":\"canary without a number\"}");
        telegram.says(me, "after the strange ones");

        await().until(() -> !bot.rest().from(me).isEmpty());
        await().until(() -> telegram.pending() == 0);
        assertThat(unread(jdbc)).isGreaterThanOrEqualTo(before + 2);
        var rows =
                jdbc.sql("select error || encode(body, 'escape') from telegram_unread")
                        .query(String.class)
                        .list();
        assertThat(rows).noneMatch(it -> it.contains("canary"));
        assertThat(output.getAll()).doesNotContain("canary").doesNotContain("" + me);
    }

    @Test
    void whatTheRestOfTheBotCannotStandIsKeptToo() {
        var before = unread(DATABASE.jdbc());
        bot.rest().broken = true;
        telegram.says(me, "hello");
        await().until(() -> unread(DATABASE.jdbc()) == before + 1);
        bot.rest().broken = false;
        telegram.says(me, "hello again");
        assertThat(said().text()).isEqualTo("hello again");
    }

    @Test
    void unreadUpdatesAreErasedWithTheirPersonAndForgottenAfterAWeek() {
        var person = UUID.randomUUID();
        BotOnTelegram.Parts.PEOPLE.put(person, new Peer("telegram", "" + me));
        var unread = bot.bean(Unread.class);
        unread.keep(900_001L, "X", ("{\"id\":" + me + "}").getBytes());
        unread.keep(900_002L, "X", ("{\"id\":" + me + "0}").getBytes());
        assertThat(unread.kept(person))
                .singleElement()
                .satisfies(it -> assertThat(it.count()).isOne());

        unread.erase(person);

        assertThat(unread.kept(person)).isEmpty();
        var jdbc = DATABASE.jdbc();
        assertThat(unread(jdbc)).isPositive();
        jdbc.sql("update telegram_unread set received_at = received_at - interval '169 hours'")
                .update();
        unread.retire();
        assertThat(unread(jdbc)).isZero();
    }

    @Test
    void afterAQuietWeekNumbersStartAnywhere() {
        telegram.says(me, "before");
        heard();
        await().until(() -> telegram.polls() == 1);
        telegram.skipTo(7);
        telegram.says(me, "after");
        await().until(() -> bot.rest().from(me).size() == 2);
        telegram.skipTo(1_000_000 + me % 1000);
    }

    private static int unread(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from telegram_unread").query(Integer.class).single();
    }
}
