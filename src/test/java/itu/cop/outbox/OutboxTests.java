package itu.cop.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import itu.cop.channel.Delivery;
import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTests {
    private final OutboxBench bench = new OutboxBench();
    private final UUID person = UUID.randomUUID();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aSensitiveAnswerInTimeLeavesAsItIs() {
        bench.saySensitive(person, Lane.CONVERSATION, "secret", bench.clock.instant());
        bench.clock.advance(Duration.ofMinutes(2));

        bench.dispatcher().start();

        await().until(() -> bench.channel.texts().equals(List.of("secret")));
    }

    @Test
    void aSensitiveAnswerThatIsLateLeavesAsANeutralOpener() {
        var letter = bench.saySensitive(person, Lane.CONVERSATION, "secret", bench.clock.instant());
        bench.clock.advance(Duration.ofSeconds(121));

        bench.dispatcher().start();

        await().until(() -> bench.state(letter).equals("HIDDEN"));
        assertThat(bench.channel.sent)
                .singleElement()
                .extracting(OutboxBench.Sent::message)
                .isEqualTo(
                        new Outbound.Say(
                                "I have an answer for you.",
                                List.of(new Outbound.Button("show:" + letter, "Show")),
                                true));
    }

    @Test
    void aCrisisReplyHasTenMinutes() {
        bench.saySensitive(person, Lane.CRISIS, "help", bench.clock.instant());
        bench.clock.advance(Duration.ofMinutes(10));
        var dispatcher = bench.dispatcher();
        dispatcher.start();
        await().until(() -> bench.channel.texts().equals(List.of("help")));
        dispatcher.stop();

        bench.saySensitive(person, Lane.CRISIS, "help", bench.clock.instant());
        bench.clock.advance(Duration.ofSeconds(601));
        bench.dispatcher().start();

        await().until(() -> bench.channel.sent.size() == 2);
        assertThat(bench.channel.texts()).contains("I have an answer for you.");
    }

    @Test
    void oneOpenerStandsForAllThatIsHiddenAndShowsItInOrder() {
        bench.dispatcher().start();
        var first = bench.saySensitive(person, Lane.MODERATOR, "one", null);
        await().until(() -> bench.state(first).equals("HIDDEN"));
        var second = bench.saySensitive(person, Lane.MODERATOR, "two", null);
        await().until(() -> bench.state(second).equals("HIDDEN"));
        assertThat(bench.channel.sent).hasSize(1);

        assertThat(bench.outbox.show(UUID.randomUUID(), "show:" + first)).isEmpty();
        assertThat(bench.outbox.show(person, "show:" + first)).isPresent();

        await().until(() -> bench.channel.sent.size() == 3);
        assertThat(bench.channel.texts().subList(1, 3)).containsExactly("one", "two");
        assertThat(bench.outbox.show(person, "show:" + first)).isEmpty();
        assertThat(bench.outbox.show(person, "show:nonsense")).isEmpty();
        assertThat(bench.outbox.show(person, "x")).isEmpty();
    }

    @Test
    void whatIsHiddenExpires() {
        var letter =
                bench.outbox.enqueue(
                        new Letter(
                                person,
                                Lane.MODERATOR,
                                Outbound.Say.plain("secret"),
                                true,
                                null,
                                bench.clock.instant().plusSeconds(60)));
        var dispatcher = bench.dispatcher();
        dispatcher.start();
        await().until(() -> bench.state(letter).equals("HIDDEN"));

        bench.clock.advance(Duration.ofSeconds(61));
        dispatcher.sweep();

        assertThat(bench.outbox.show(person, "show:" + letter)).isEmpty();
        assertThat(payloads()).isZero();
    }

    @Test
    void wipingDropsWhatIsUnsentAndAsksTheChannelToDeleteBothSides() {
        var dispatcher = bench.dispatcher();
        dispatcher.start();
        bench.channel.answer = sent -> new Delivery.Accepted("id of " + sent.text());
        var old = bench.say(person, Lane.CONVERSATION, "old");
        await().until(() -> bench.state(old).equals("SENT"));
        bench.clock.advance(Duration.ofHours(49));
        var fresh = bench.say(person, Lane.CONVERSATION, "fresh");
        await().until(() -> bench.state(fresh).equals("SENT"));
        dispatcher.stop();
        var unsent = bench.say(person, Lane.BULK, "unsent");

        bench.outbox.wipe(person, List.of("theirs"));
        bench.say(person, Lane.CONVERSATION, "neutral");
        bench.dispatcher().start();

        await().until(() -> bench.channel.texts().contains("neutral"));
        assertThat(bench.channel.sent.get(2).message())
                .isEqualTo(new Outbound.Delete(List.of("theirs", "id of fresh")));
        assertThat(bench.state(unsent)).isEqualTo("none");
        assertThat(bench.kept.words(person)).extracting("text").containsExactly("neutral");
    }

    @Test
    void aFarewellArrivesAlthoughThePersonIsErasedAndLeavesNothing() {
        doReturn(Optional.empty()).when(bench.people).find(any());
        doReturn(Optional.empty()).when(bench.people).address(any());
        bench.outbox.farewell(new Peer(OutboxBench.CHANNEL, "7"), Outbound.Say.plain("bye"));
        var stored = bench.say(person, Lane.CONVERSATION, "to nobody");

        bench.dispatcher().start();

        await().until(() -> rows() == 0);
        assertThat(bench.channel.sent)
                .singleElement()
                .extracting(OutboxBench.Sent::to)
                .isEqualTo(new Peer(OutboxBench.CHANNEL, "7"));
        assertThat(bench.state(stored)).isEqualTo("none");
    }

    @Test
    void aFarewellThatCannotBeSentIsForgottenToo() {
        bench.outbox.farewell(new Peer(OutboxBench.CHANNEL, "7"), Outbound.Say.plain("bye"));

        bench.clock.advance(Duration.ofMinutes(10));
        bench.dispatcher().sweep();

        assertThat(rows()).isZero();
    }

    @Test
    void textIsSealedAtRest() {
        bench.say(person, Lane.CONVERSATION, "hello");

        assertThat(
                        bench.sql
                                .sql("select encode(payload, 'escape') from outbox")
                                .query((row, _) -> row.getString(1))
                                .single())
                .doesNotContain("hello");
    }

    @Test
    void deliveredTextIsForgottenAfterADay() {
        bench.dispatcher().start();
        var sent = bench.say(person, Lane.CONVERSATION, "hello");
        await().until(() -> bench.state(sent).equals("SENT"));
        bench.saySensitive(person, Lane.MODERATOR, "hidden", null);
        await().until(() -> bench.channel.sent.size() == 2);
        var retention =
                new OutboxRetention(
                        bench.kept, new OutboxRetention.Periods(Duration.ofHours(24)), bench.clock);

        bench.clock.advance(Duration.ofHours(23));
        retention.retire();
        assertThat(payloads()).isEqualTo(2);
        bench.clock.advance(Duration.ofHours(1));
        retention.retire();
        assertThat(payloads()).isZero();
        assertThat(rows()).isEqualTo(2);
        bench.clock.advance(Duration.ofDays(7));
        retention.retire();
        assertThat(rows()).isZero();
    }

    @Test
    void personalDataIsCountedShownAndErased() {
        bench.say(person, Lane.CONVERSATION, "hello");
        bench.say(UUID.randomUUID(), Lane.CONVERSATION, "other");

        assertThat(bench.kept.kept(person))
                .singleElement()
                .satisfies(kept -> assertThat(kept.count()).isEqualTo(1))
                .satisfies(kept -> assertThat(kept.oldest()).isEqualTo(bench.clock.instant()));
        assertThat(bench.kept.words(person)).extracting("text").containsExactly("hello");
        bench.kept.erase(person);
        assertThat(bench.kept.kept(person)).isEmpty();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whatNoKeyOpensIsDeadAndStopsNobody() {
        var broken = bench.say(person, Lane.CONVERSATION, "broken");
        bench.sql.sql("update outbox set payload = 'x'::bytea").update();
        var fine = bench.say(person, Lane.CONVERSATION, "fine");

        bench.dispatcher().start();

        await().until(() -> bench.state(fine).equals("SENT"));
        assertThat(bench.state(broken)).isEqualTo("DEAD");
        assertThat(bench.deadLetters.drop(broken)).isTrue();
    }

    private int rows() {
        return bench.sql.sql("select count(*) from outbox").query((r, _) -> r.getInt(1)).single();
    }

    private int payloads() {
        return bench.sql
                .sql("select count(payload) from outbox")
                .query((r, _) -> r.getInt(1))
                .single();
    }
}
