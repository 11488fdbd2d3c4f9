package itu.cop.inbox;

import static itu.cop.inbox.InboxBench.peer;
import static itu.cop.inbox.InboxBench.reply;
import static itu.cop.inbox.InboxBench.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import itu.cop.channel.Inbound;
import itu.cop.channel.Outbound;
import itu.cop.content.Severity;
import itu.cop.conversation.Choice;
import itu.cop.conversation.Effect;
import itu.cop.conversation.Event;
import itu.cop.conversation.Reply;
import itu.cop.conversation.Standing;
import itu.cop.conversation.State;
import itu.cop.moderation.Moderation;
import itu.cop.person.Fact;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JourneyTests {
    private final InboxBench bench = new InboxBench();

    @BeforeEach
    void open() {
        bench.start(0);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aMessageIsAnsweredWithItsButtons() {
        bench.replies =
                _ ->
                        new Reply(
                                List.of(
                                        new Reply.Message(
                                                "hi", List.of(new Choice("a", "A")), false, false)),
                                State.fresh(),
                                List.of());
        bench.say("ann", "hello");

        bench.drain();

        await().until(() -> !bench.channel.sent.isEmpty());
        assertThat(bench.channel.sent)
                .containsExactly(
                        new Outbound.Say("hi", List.of(new Outbound.Button("a", "A")), false));
        assertThat(bench.turns.getFirst().now()).isEqualTo(bench.clock.instant());
    }

    @Test
    void aCrisisReplyTakesTheCrisisLane() {
        bench.replies =
                _ ->
                        new Reply(
                                List.of(new Reply.Message("help", List.of(), true, true)),
                                State.fresh(),
                                List.of(
                                        new Effect.Escalate(
                                                Severity.URGENT, "crisis/suicide", true)));
        bench.say("ann", "hello");

        bench.drain();

        assertThat(bench.rows("outbox where lane = 0 and sensitive and answers_at is not null"))
                .isEqualTo(1);
        verify(bench.moderation)
                .escalate(any(), eq(Severity.URGENT), eq("crisis/suicide"), eq(true));
    }

    @Test
    void theConversationLearnsWhoHoldsTheChat() {
        when(bench.moderation.standing(any())).thenReturn(Moderation.Standing.HELD);
        bench.say("ann", "hello");

        bench.drain();

        assertThat(bench.turns.getFirst().standing()).isEqualTo(Standing.HELD);
    }

    @Test
    void aReplyToAnOldMessageLeavesAsANeutralOpenerThatCanBeShown() {
        bench.replies =
                _ ->
                        new Reply(
                                List.of(new Reply.Message("secret", List.of(), true, false)),
                                State.fresh(),
                                List.of());
        bench.say("ann", "hello");
        bench.clock.advance(Duration.ofMinutes(3));
        bench.drain();
        await().until(() -> bench.rows("outbox where state = 'HIDDEN'") == 1);
        var opener = (Outbound.Say) bench.channel.sent.getFirst();
        assertThat(opener.silent()).isTrue();

        bench.press("ann", opener.buttons().getFirst().id());
        bench.press("ann", opener.buttons().getFirst().id());
        bench.drain();

        await().until(() -> bench.channel.sent.size() == 3);
        assertThat(bench.channel.texts())
                .containsExactly("I have an answer for you.", "secret", "nothing to show");
        assertThat(bench.turns).hasSize(1);
    }

    @Test
    void piecesAreAnsweredTogetherWhenTheWaitIsOver() {
        bench.understands = _ -> understood(Severity.NONE, true);
        bench.say("ann", "so there is");
        bench.drain();
        bench.clock.advance(Duration.ofSeconds(2));
        bench.say("ann", "this guy");
        bench.drain();
        assertThat(bench.turns).isEmpty();
        await().until(() -> bench.channel.sent.size() == 2);
        assertThat(bench.channel.sent).allMatch(m -> m instanceof Outbound.Typing);

        bench.clock.advance(Duration.ofMillis(2999));
        bench.drain();
        assertThat(bench.turns).isEmpty();
        bench.clock.advance(Duration.ofMillis(1));
        bench.drain();

        assertThat(bench.answered()).containsExactly("so there is\nthis guy");
        assertThat(bench.rows("inbox where state = 'HELD'")).isZero();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.drain();
        assertThat(bench.turns).hasSize(1);
    }

    @Test
    void theFirstPieceWaitsEightSecondsAtMost() {
        bench.understands = _ -> understood(Severity.NONE, true);
        for (int i = 0; i < 4; i++) {
            bench.say("ann", "piece");
            bench.drain();
            bench.clock.advance(Duration.ofMillis(2500));
        }
        assertThat(bench.turns).isEmpty();

        bench.drain();

        assertThat(bench.answered()).containsExactly("piece\npiece\npiece\npiece");
    }

    @Test
    void theRestOfATextEndsTheWait() {
        bench.understands = what -> understood(Severity.NONE, !what.text().contains("me"));
        bench.say("ann", "he is");
        bench.drain();

        bench.say("ann", "bullying me");
        bench.drain();

        assertThat(bench.answered()).containsExactly("he is\nbullying me");
        assertThat(bench.rows("inbox where state = 'HELD'")).isZero();
    }

    @Test
    void aCrisisNeverWaits() {
        bench.understands =
                what ->
                        what.text().contains("die")
                                ? understood(Severity.SERIOUS, true)
                                : understood(Severity.NONE, true);
        bench.say("ann", "i want to");
        bench.drain();

        bench.say("ann", "die");
        bench.drain();

        assertThat(bench.answered()).containsExactly("die");
        assertThat(bench.utterances)
                .anySatisfy(what -> assertThat(what.recent()).isEqualTo("i want to"));
    }

    @Test
    void wordsOfTheLastTenMinutesAreLookedAtTogether() {
        bench.say("ann", "i took");
        bench.drain();
        bench.clock.advance(Duration.ofMinutes(9));
        bench.say("bob", "unrelated");
        bench.say("ann", "all of them");
        bench.drain();
        bench.clock.advance(Duration.ofMinutes(2));
        bench.say("ann", "bye");
        bench.drain();

        assertThat(bench.utterances)
                .extracting("recent")
                .containsExactly("", "", "i took", "all of them");
    }

    @Test
    void whileTheModelsAreMadeOneHonestLineIsSaidAndTheRestWaits() {
        bench.understands = _ -> InboxBench.notReady();
        bench.say("ann", "hello");
        bench.say("ann", "are you there");
        bench.drain();
        bench.clock.advance(Duration.ofSeconds(2));
        bench.drain();
        bench.clock.advance(Duration.ofSeconds(2));
        bench.drain();
        await().until(() -> bench.channel.texts().equals(List.of("warming up")));

        bench.understands = _ -> understood(Severity.NONE, false);
        bench.clock.advance(Duration.ofSeconds(2));
        bench.drain();

        assertThat(bench.answered()).containsExactly("hello\nare you there");
        await().until(() -> bench.channel.sent.size() == 2);
    }

    @Test
    void whileTheModelsAreMadeACrisisAndTheWordsOfTheBotWorkAtOnce() {
        bench.understands =
                what ->
                        what.text().equals("help")
                                ? understood(Severity.URGENT, false)
                                : InboxBench.notReady();
        bench.say("ann", "hello");
        bench.say("ann", "Stop! ");
        bench.say("ann", "/forget");
        bench.say("ann", "2");
        bench.say("ann", "help");
        bench.press("ann", "menu");

        bench.drain();

        assertThat(bench.answered())
                .containsExactly("Stop! ", "/forget", "2", "help", "pressed menu");
    }

    @Test
    void whatWasForwardedIsAloneAndMarked() {
        bench.understands = what -> understood(Severity.NONE, !what.relayed());
        bench.say("ann", "look");
        bench.drain();
        bench.receive(
                new Inbound.Said(
                        "f1", peer("ann"), bench.clock.instant(), "i hate you", true, null, null));
        bench.drain();

        assertThat(bench.turns)
                .singleElement()
                .satisfies(turn -> {
                    var said = (Event.Said) turn.event();
                    assertThat(said.text()).isEqualTo("i hate you");
                    assertThat(said.relayed()).isTrue();
                });
        bench.clock.advance(Duration.ofSeconds(3));
        bench.drain();
        assertThat(bench.answered()).containsExactly("i hate you", "look");
    }

    @Test
    void anEditedTextIsLookedAtAsOne() {
        bench.receive(new Inbound.Edited("e1", peer("ann"), bench.clock.instant(), "worse"));
        bench.receive(
                new Inbound.Unsupported(
                        "u1", peer("ann"), bench.clock.instant(), Inbound.Kind.VOICE));

        bench.drain();

        assertThat(((Event.Said) bench.turns.getFirst().event()).edited()).isTrue();
        assertThat(bench.answered()).containsExactly("worse", "unopened VOICE");
    }

    @Test
    void aReminderComesBackAndReplacesAnEarlierOneOfItsName() {
        bench.replies = _ -> reply("ok", new Effect.Remind("check-in", Duration.ofHours(12)));
        bench.say("ann", "one");
        bench.drain();
        bench.clock.advance(Duration.ofHours(6));
        bench.say("ann", "two");
        bench.drain();
        bench.clock.advance(Duration.ofHours(11));
        bench.say("ann", "three");
        bench.drain();
        bench.replies = _ -> reply("unasked");
        assertThat(bench.answered()).containsExactly("one", "two", "three");

        bench.clock.advance(Duration.ofHours(12));
        bench.drain();
        bench.clock.advance(Duration.ofDays(1));
        bench.drain();

        assertThat(bench.answered()).containsExactly("one", "two", "three", "due check-in");
        assertThat(bench.rows("outbox where answers_at is null")).isEqualTo(1);
    }

    @Test
    void aTimerCanSetItselfAnew() {
        bench.replies = _ -> reply("ok", new Effect.Remind("tip", Duration.ofDays(1)));
        bench.say("ann", "one");
        bench.drain();
        for (int i = 0; i < 3; i++) {
            bench.clock.advance(Duration.ofDays(1));
            bench.drain();
        }

        assertThat(bench.answered()).containsExactly("one", "due tip", "due tip", "due tip");
    }

    @Test
    void noTimerIsAnsweredForSomebodyWhoIsGone() {
        bench.replies = _ -> reply("ok", new Effect.Remind("tip", Duration.ofDays(1)));
        bench.say("ann", "one");
        bench.drain();
        bench.people.gone.add(bench.people.id("ann"));

        bench.clock.advance(Duration.ofDays(1));
        bench.drain();

        assertThat(bench.answered()).containsExactly("one");
    }

    @Test
    void erasingLeavesNothingAndTheLastLineArrives() {
        bench.say("ann", "my secret");
        bench.drain();
        bench.press("ann", "data:erase:yes");
        bench.say("bob", "hello");
        bench.replies =
                turn ->
                        InboxBench.text(turn).equals("hello")
                                ? reply("hi")
                                : reply(
                                        "forgotten",
                                        new Effect.Remind("x", Duration.ofDays(1)),
                                        new Effect.Erase());

        bench.drain();

        await().until(() -> bench.channel.texts().contains("forgotten"));
        await().until(() -> bench.rows("outbox where address is not null") == 0);
        var bob = bench.people.id("bob");
        assertThat(bench.rows("inbox where person_id is distinct from '" + bob + "'")).isZero();
        assertThat(bench.rows("outbox where person_id <> '" + bob + "'")).isZero();
        assertThat(bench.rows("dialogue_state where person_id <> '" + bob + "'")).isZero();
    }

    @Test
    void whatWasWrittenAfterTheWishToBeForgottenIsAnsweredAsToSomebodyNew() {
        bench.say("ann", "forget me");
        bench.say("ann", "help");
        bench.replies =
                turn ->
                        InboxBench.text(turn).equals("help")
                                ? reply("here")
                                : reply("forgotten", new Effect.Erase());

        bench.drain();

        await().until(() -> bench.channel.sent.size() == 2);
        assertThat(bench.turns.get(0).person().id()).isNotEqualTo(bench.turns.get(1).person().id());
    }

    @Test
    void wipingRemovesBothSides() {
        bench.say("ann", "my secret");
        bench.drain();
        await().until(() -> bench.channel.sent.size() == 1);
        bench.replies = _ -> reply("neutral", new Effect.Wipe());
        bench.say("ann", "hide");
        bench.drain();

        await().until(() -> bench.channel.texts().contains("neutral"));
        assertThat(bench.channel.sent.get(1))
                .isEqualTo(new Outbound.Delete(List.of("m1", "m2", "x1")));
        var keeper = bench.bean(InboxRecordsTable.class);
        assertThat(keeper.words(bench.people.id("ann"))).extracting("text").containsExactly("hide");
    }

    @Test
    void whatIsKeptIsCountedAndThenShownInWords() {
        bench.say("ann", "first");
        bench.drain();
        bench.replies =
                turn -> reply("ok", new Effect.Export(InboxBench.text(turn).equals("words")));
        bench.say("ann", "counts");
        bench.drain();
        await().until(() -> bench.channel.sent.size() == 3);
        bench.clock.advance(Duration.ofSeconds(1));
        bench.say("ann", "words");
        bench.drain();
        await().until(() -> bench.channel.sent.size() == 5);

        assertThat(bench.channel.texts().get(1))
                .isEqualTo(
                        """
                        I keep:
                        1 other
                        2 from you since Nov 24, 2026
                        1 to you since Nov 24, 2026\
                        """);
        assertThat(bench.channel.texts().get(3))
                .contains("You: first\n")
                .contains("Bot: re: first\n")
                .endsWith("You: words");
    }

    @Test
    void longWordsAreShownInPieces() {
        var faces = "\uD83D\uDE00".repeat(3000);
        bench.replies =
                turn -> reply("ok", new Effect.Export(InboxBench.text(turn).equals("words")));
        bench.say("ann", "x".repeat(3400));
        bench.drain();
        bench.say("ann", faces);
        bench.drain();
        bench.clock.advance(Duration.ofSeconds(1));
        bench.say("ann", "words");

        bench.drain();

        await().until(() -> bench.channel.texts().stream().anyMatch(t -> t.endsWith("You: words")));
        assertThat(bench.channel.texts())
                .allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(MyData.LONGEST))
                .allSatisfy(text ->
                        assertThat(text.codePoints()).noneMatch(c -> c >= 0xD800 && c < 0xE000));
        assertThat(String.join("", bench.channel.texts()).replace("\n", "")).contains(faces);
    }

    @Test
    void factsAreRemembered() {
        var fact = new Fact.Country("ke");
        bench.replies = _ -> reply("ok", new Effect.Remember(fact), new Effect.WriterSaysNo());
        bench.say("ann", "kenya");

        bench.drain();

        verify(bench.people.mock).remember(bench.people.id("ann"), fact);
        verify(bench.moderation).writerSaysNo(bench.people.id("ann"));
    }

    @Test
    void aStateThatCannotBeReadIsAFreshOne() {
        bench.say("ann", "one");
        bench.drain();
        bench.sql.sql("update dialogue_state set state = 'x'::bytea").update();
        bench.say("ann", "two");
        bench.drain();

        assertThat(bench.turns.getLast().state()).isEqualTo(State.fresh());
    }
}
