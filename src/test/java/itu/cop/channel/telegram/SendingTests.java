package itu.cop.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import itu.cop.channel.Delivery;
import itu.cop.channel.Outbound;
import itu.cop.channel.Outbound.Button;
import itu.cop.channel.Peer;
import itu.cop.channel.telegram.fake.FakeTelegram;
import itu.cop.channel.telegram.fake.Fault;
import itu.cop.storage.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Telegram answers, and what becomes of the letter. */
class SendingTests {
    private static final AtomicLong PEOPLE = new AtomicLong(7_100_000_100L);
    private static FakeTelegram telegram;
    private static BotOnTelegram bot;
    private static TelegramChannel channel;

    @BeforeAll
    static void starts() {
        telegram = FakeTelegram.start(BotOnTelegram.TOKEN);
        bot = BotOnTelegram.start(telegram, TestDatabase.fresh(), Map.of());
        channel = bot.bean(TelegramChannel.class);
        telegram.perSecond(1000);
    }

    @AfterAll
    static void stops() {
        bot.close();
        telegram.close();
    }

    @AfterEach
    void isWell() {
        telegram.faults(Fault.never());
        telegram.revoke(false);
    }

    private static long somebody() {
        var id = PEOPLE.incrementAndGet();
        telegram.says(id, "hello");
        return id;
    }

    private static Delivery say(long to, String text) {
        return send(to, Outbound.Say.plain(text));
    }

    private static Delivery send(long to, Outbound message) {
        return channel.send(peer(to), UUID.randomUUID(), message);
    }

    private static Peer peer(long id) {
        return new Peer("telegram", "" + id);
    }

    private static void fails(Fault fault) {
        telegram.faults(Fault.always("sendmessage", fault));
    }

    @Test
    void tooManyRestsTheLaneForAsLongAsTelegramSaysAndABitMore() {
        fails(new Fault.TooMany(3));
        assertThat(say(somebody(), "x"))
                .isInstanceOfSatisfying(
                        Delivery.Later.class,
                        it ->
                                assertThat(it.after())
                                        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5)));
    }

    @Test
    void whoBlockedTheBotIsGoneAndSoIsWhoDoesNotExist() {
        for (var why :
                List.of(
                        "Forbidden: bot was blocked by the user",
                        "Forbidden: user is deactivated",
                        "Forbidden: bot can't initiate conversation with a user",
                        "Bad Request: chat not found",
                        "Bad Request: PEER_ID_INVALID")) {
            var person = somebody();
            telegram.closes(person, why);
            assertThat(say(person, "x")).as(why).isInstanceOf(Delivery.Gone.class);
        }
        assertThat(say(1, "x")).isInstanceOf(Delivery.Gone.class);
    }

    @Test
    void whatTelegramRefusesIsNotSentAgainAndTheReasonCarriesNoWords() {
        var person = somebody();
        assertThat(say(person, " ")).as("no words").isInstanceOf(Delivery.Refused.class);
        fails(new Fault.Refused(400, "Bad Request: canary-words are strange"));
        assertThat(say(person, "x")).isEqualTo(new Delivery.Refused("400 for another reason"));
        fails(new Fault.Refused(400, "Bad Request: group chat was upgraded to a supergroup chat"));
        assertThat(say(person, "x"))
                .isEqualTo(new Delivery.Refused("400 upgraded to a supergroup"));
    }

    @Test
    void aRevokedTokenOrAnotherPollerKeepsTheLetter() {
        var person = somebody();
        for (var code : List.of(401, 404, 409)) {
            fails(new Fault.Refused(code, "whatever"));
            assertThat(say(person, "x")).isInstanceOf(Delivery.Later.class);
        }
    }

    @Test
    void whatMayHaveArrivedIsUnknown() {
        fails(new Fault.Cut());
        var person = somebody();
        assertThat(say(person, "cut")).isInstanceOf(Delivery.Unknown.class);
        assertThat(telegram.answers(person)).as("it was accepted, and once").hasSize(1);
        fails(new Fault.Truncated());
        assertThat(say(person, "half")).isInstanceOf(Delivery.Unknown.class);
        assertThat(telegram.answers(person)).hasSize(2);
    }

    @Test
    void aSlowAnswerIsUnknownWithinTenSeconds() {
        fails(new Fault.Slow(Duration.ofSeconds(15)));
        var before = System.nanoTime();
        assertThat(say(somebody(), "slow")).isInstanceOf(Delivery.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aBrokenServerIsTriedAgainForReplies() {
        var person = somebody();
        fails(new Fault.Page(502));
        var letter = UUID.randomUUID();
        var say = Outbound.Say.plain("x");
        for (int i = 0; i < 3; i++) {
            assertThat(channel.send(peer(person), letter, say)).isInstanceOf(Delivery.NotYet.class);
        }
        telegram.faults(Fault.never());
        assertThat(channel.send(peer(person), letter, say)).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void aBrokenServerIsNotTriedAgainForAnnouncementsNorForEver() {
        fails(new Fault.Page(502));
        var say = Outbound.Say.plain("x");
        assertThat(channel.announce(peer(somebody()), UUID.randomUUID(), say))
                .isEqualTo(new Delivery.Unknown("http 502"));
        var fates = new Fates();
        var letter = UUID.randomUUID();
        var last = fates.of(letter, new itu.cop.channel.telegram.api.Answer.Broken<>(502), false);
        for (int i = 0; i < 5; i++) {
            assertThat(last).isInstanceOf(Delivery.NotYet.class);
            last = fates.of(letter, new itu.cop.channel.telegram.api.Answer.Broken<>(502), false);
        }
        assertThat(last).isEqualTo(new Delivery.Unknown("http 502"));
    }

    @Test
    void aProxyThatForbidsMakesNobodyGone() {
        fails(new Fault.Page(403));
        assertThat(say(somebody(), "x")).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void noConnectionAtAllKeepsTheLetter() {
        var nowhere = FakeTelegram.start(BotOnTelegram.TOKEN);
        nowhere.close();
        try (var lonely = BotOnTelegram.start(nowhere, TestDatabase.fresh(), Map.of())) {
            var delivery =
                    lonely.bean(TelegramChannel.class)
                            .send(peer(5), UUID.randomUUID(), Outbound.Say.plain("x"));
            assertThat(delivery).isInstanceOf(Delivery.Later.class);
        }
    }

    @Test
    void htmlThatTelegramCannotReadGoesAsPlainText() {
        var person = somebody();
        var tries = new ArrayList<String>();
        telegram.faults(method -> {
            if (method.equals("sendmessage") && tries.isEmpty()) {
                tries.add(method);
                return new Fault.Refused(400, "Bad Request: can't parse entities: x");
            }
            return new Fault.None();
        });

        assertThat(say(person, "5 < 6 & <b>")).isInstanceOf(Delivery.Accepted.class);
        assertThat(telegram.answers(person).getFirst().text()).isEqualTo("5 < 6 & <b>");
    }

    @Test
    void aLongTextIsCutBetweenParagraphsAndItsButtonsComeLast() {
        var person = somebody();
        var paragraph = "é<".repeat(700);
        var text = String.join("\n\n", paragraph, paragraph, paragraph, paragraph);
        var say = new Outbound.Say(text, List.of(new Button("a", "A")), false);
        var letter = UUID.randomUUID();

        assertThat(channel.send(peer(person), letter, say))
                .isEqualTo(new Delivery.NotYet(Duration.ZERO));
        var last = channel.send(peer(person), letter, say);

        var seen = telegram.answers(person);
        assertThat(seen).extracting(FakeTelegram.Seen::text).allMatch(it -> it.length() <= 4096);
        assertThat(seen.getFirst().text()).isEqualTo(paragraph + "\n\n" + paragraph);
        assertThat(seen.getFirst().keys()).isEmpty();
        assertThat(seen.getLast().keys()).hasSize(1);
        send(person, new Outbound.Delete(List.of(((Delivery.Accepted) last).externalId())));
        assertThat(telegram.answers(person)).as("both pieces").isEmpty();
    }

    @Test
    void wordsWithoutAnySeamAreCutAndNoLetterIsHalved() {
        assertThat(Pieces.of("a".repeat(4095) + "🦦b")).containsExactly("a".repeat(4095), "🦦b");
        assertThat(Pieces.of("")).containsExactly("");
        assertThat(Pieces.of("x\n\n" + "y".repeat(4095))).hasSize(2);
    }

    @Test
    void buttonsCarryAtMostSixtyFourBytes() {
        var person = somebody();
        var buttons =
                List.of(
                        new Button("é".repeat(32), "fits"),
                        new Button("é".repeat(33), "does not"),
                        new Button("#strange", "looks like a code"));
        send(person, new Outbound.Say("x", buttons, false));
        assertThat(telegram.answers(person).getFirst().keys())
                .extracting(FakeTelegram.Key::data)
                .first()
                .isEqualTo("é".repeat(32));
        assertThat(telegram.answers(person).getFirst().keys())
                .extracting(FakeTelegram.Key::data)
                .filteredOn(it -> it.startsWith("#"))
                .hasSize(2)
                .allMatch(it -> it.length() == 23);
    }

    @Test
    void aChatGetsAFewAtOnceAndThenOneASecond() {
        var person = somebody();
        for (int i = 0; i < 4; i++) {
            assertThat(say(person, "x")).isInstanceOf(Delivery.Accepted.class);
        }
        assertThat(say(person, "x"))
                .isInstanceOfSatisfying(
                        Delivery.NotYet.class,
                        it -> assertThat(it.after()).isLessThanOrEqualTo(Duration.ofSeconds(1)));
        assertThat(say(somebody(), "nobody else waits")).isInstanceOf(Delivery.Accepted.class);
        await().until(() -> say(person, "x") instanceof Delivery.Accepted);
    }

    @Test
    void silentMessagesMakeNoSoundAndNothingShowsAPreview() {
        var person = somebody();
        send(person, new Outbound.Say("see https://a.example", List.of(), true));
        assertThat(telegram.answers(person).getFirst().silent()).isTrue();
        var call = telegram.calls("sendMessage").getLast();
        assertThat(call.params().get("link_preview_options").get("is_disabled").asBoolean())
                .isTrue();
        assertThat(call.params()).doesNotContainKey("allow_paid_broadcast");
    }

    @Test
    void deletingWhatIsNoLongerThereIsDone() {
        var person = somebody();
        assertThat(send(person, new Outbound.Delete(List.of("1", "42:7:2", "nonsense"))))
                .isInstanceOf(Delivery.Accepted.class);
        telegram.faults(
                Fault.always(
                        "deletemessages",
                        new Fault.Refused(400, "Bad Request: message can't be deleted")));
        var kept = (Delivery.Accepted) say(person, "x");
        send(person, new Outbound.Delete(List.of(kept.externalId())));
        assertThat(telegram.answers(person)).as("one by one").isEmpty();
    }

    @Test
    void repliesDoNotWaitBehindAnnouncements() throws Exception {
        telegram.faults(method -> new Fault.Slow(Duration.ofMillis(300)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sends = new ArrayList<Future<Delivery>>();
            for (int i = 0; i < 150; i++) {
                var to = peer(somebody());
                var say = Outbound.Say.plain("to many");
                sends.add(threads.submit(() -> channel.announce(to, UUID.randomUUID(), say)));
            }
            var before = System.nanoTime();
            assertThat(say(somebody(), "reply")).isInstanceOf(Delivery.Accepted.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(4));
            for (var send : sends) {
                assertThat(send.get()).isInstanceOf(Delivery.Accepted.class);
            }
        }
    }
}
