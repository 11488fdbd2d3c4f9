package itu.cop.inbox;

import static itu.cop.inbox.InboxBench.peer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import itu.cop.channel.Inbound;
import itu.cop.content.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class InboxTests {
    private final InboxBench bench = new InboxBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRepeatIsStoredOnce() {
        bench.start(0);
        var said = bench.said("ann", "hello");

        bench.receive(said);
        bench.receive(said);
        bench.drain();
        bench.receive(said);
        bench.drain();

        assertThat(bench.answered()).containsExactly("hello");
    }

    @Test
    void whatSoundsLikeDangerComesBeforeEarlierMessagesOfOthersAndAfterTheirOwn() {
        bench.start(0);
        bench.say("ann", "first");
        bench.say("ann", "second");
        bench.say("bob", "hi");
        bench.say("bob", "in danger");

        bench.drain();

        assertThat(bench.answered()).containsExactly("hi", "in danger", "first", "second");
    }

    @Test
    void keepsTheOrderOfEachPersonOverWorkersAndReplicasAndHandlesNothingTwice() {
        var inside = new ConcurrentHashMap<java.util.UUID, AtomicInteger>();
        var clashes = new AtomicInteger();
        var random = new Random(1);
        bench.replies =
                turn -> {
                    var count =
                            inside.computeIfAbsent(turn.person().id(), _ -> new AtomicInteger());
                    clashes.addAndGet(count.getAndIncrement());
                    pause(random.nextInt(4));
                    count.decrementAndGet();
                    return InboxBench.reply("re: " + InboxBench.text(turn));
                };
        bench.start(4);
        bench.start(4);
        var people = List.of("ann", "bob", "cem", "dee", "eve");
        for (int i = 0; i < 20; i++) {
            for (var who : people) {
                bench.say(who, who + String.format(" %02d", i));
            }
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> bench.rows("inbox where state = 'DONE'") == 100);
        assertThat(clashes).hasValue(0);
        assertThat(bench.answered()).doesNotHaveDuplicates().hasSize(100);
        for (var who : people) {
            assertThat(bench.answered())
                    .filteredOn(text -> text.startsWith(who))
                    .hasSize(20)
                    .isSorted();
        }
        await().until(() -> bench.channel.sent.size() == 100);
    }

    @Test
    void aMessageThatBreaksIsRetriedThenLaidAsideAndTheNextIsAnswered() {
        bench.start(0);
        bench.replies =
                turn -> {
                    if (InboxBench.text(turn).equals("poison")) {
                        throw new IllegalStateException("bug");
                    }
                    return InboxBench.reply("re: " + InboxBench.text(turn));
                };
        bench.say("ann", "poison");
        bench.say("ann", "next");
        bench.say("bob", "other");
        bench.drain();
        assertThat(bench.answered()).containsExactly("poison", "other");

        for (int seconds : new int[] {1, 5, 10, 15}) {
            bench.clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            bench.drain();
            assertThat(bench.answered()).doesNotContain("next");
            bench.clock.advance(Duration.ofMillis(1));
            bench.drain();
        }

        assertThat(bench.answered())
                .containsExactly("poison", "other", "poison", "poison", "poison", "poison", "next");
        await().until(() -> bench.channel.sent.size() == 3);
        assertThat(bench.channel.texts()).containsExactly("re: other", "broken", "re: next");
        var dead = bench.bean(DeadLettersEndpoint.class).list().inbox();
        assertThat(dead).singleElement().extracting("kind").isEqualTo("SAID");
        bench.replies = turn -> InboxBench.reply("now " + InboxBench.text(turn));
        assertThat(bench.bean(DeadLettersEndpoint.class).retry(dead.getFirst().id()).found())
                .isTrue();
        bench.drain();
        await().until(() -> bench.channel.texts().contains("now poison"));
    }

    @Test
    void piecesThatBreakTogetherAreLaidAsideTogether() {
        bench.start(0);
        bench.understands = _ -> InboxBench.understood(Severity.NONE, true);
        bench.replies =
                _ -> {
                    throw new IllegalStateException("bug");
                };
        bench.say("ann", "piece");
        bench.drain();
        for (int i = 0; i < 6; i++) {
            bench.clock.advance(Duration.ofSeconds(15));
            bench.drain();
        }
        await().until(() -> bench.channel.texts().contains("broken"));
        bench.understands = _ -> InboxBench.understood(Severity.NONE, false);
        bench.replies = turn -> InboxBench.reply("re: " + InboxBench.text(turn));

        bench.say("ann", "next");
        bench.drain();

        await().until(() -> bench.channel.texts().contains("re: next"));
    }

    @Test
    void whatBreaksLeavesNoTrace() {
        bench.start(0);
        bench.replies =
                _ -> {
                    throw new StackOverflowError();
                };
        bench.say("ann", "poison");

        bench.drain();

        assertThat(bench.rows("outbox")).isZero();
        assertThat(bench.rows("dialogue_state")).isZero();
    }

    @Test
    void aDatabaseThatWasAwayIsNoFailureOfTheMessage() {
        bench.start(2);
        bench.source.down = true;
        assertThatThrownBy(() -> bench.say("ann", "lost"))
                .isInstanceOfAny(
                        DataAccessException.class,
                        org.springframework.transaction.TransactionException.class);
        pause(100);
        bench.source.down = false;

        bench.say("ann", "hello");

        await().until(() -> bench.channel.texts().equals(List.of("re: hello")));
        assertThat(bench.rows("inbox where attempts > 0")).isZero();
    }

    @Test
    void stoppingFinishesWhatIsUnderWay() {
        var begun = new CountDownLatch(1);
        bench.replies =
                turn -> {
                    begun.countDown();
                    pause(300);
                    return InboxBench.reply("re: " + InboxBench.text(turn));
                };
        var replica = bench.start(1);
        bench.say("ann", "one");
        await().until(() -> begun.getCount() == 0);

        replica.getBean(Workers.class).stop();

        assertThat(bench.rows("inbox where state = 'DONE'")).isEqualTo(1);
        bench.say("ann", "two");
        assertThat(bench.rows("inbox where state = 'WAITING'")).isEqualTo(1);
    }

    @Test
    void forgettingErasesWhatWaitsToo() {
        bench.start(0);
        bench.say("ann", "one");
        bench.drain();
        bench.say("ann", "two");
        bench.say("bob", "hello");

        bench.bean(Inbox.class).forget(peer("ann"));

        bench.drain();
        assertThat(bench.answered()).containsExactly("one", "hello");
        assertThat(bench.rows("inbox")).isEqualTo(1);
        assertThat(bench.rows("dialogue_state")).isEqualTo(1);
    }

    @Test
    void textIsSealedAtRestAndForgottenAfterADay() {
        bench.start(0);
        bench.say("ann", "hello");
        assertThat(bench.rows("inbox where position('hello'::bytea in payload) > 0")).isZero();
        bench.drain();
        var retention = bench.bean(InboxRetention.class);

        bench.clock.advance(Duration.ofHours(23));
        retention.retire();
        assertThat(bench.rows("inbox where payload is not null")).isEqualTo(1);
        bench.clock.advance(Duration.ofHours(1));
        retention.retire();
        assertThat(bench.rows("inbox where payload is not null")).isZero();
        assertThat(bench.rows("inbox")).isEqualTo(1);
        bench.clock.advance(Duration.ofDays(7));
        retention.retire();
        assertThat(bench.rows("inbox")).isZero();
    }

    @Test
    void whoBlockedTheBotIsGoneUntilTheyComeBack() {
        bench.start(0);
        bench.say("ann", "hello");
        bench.drain();
        var id = bench.people.id("ann");

        bench.receive(new Inbound.Blocked("b1", peer("ann"), bench.clock.instant()));
        bench.drain();
        assertThat(bench.people.gone).contains(id);
        bench.receive(new Inbound.Unblocked("b2", peer("ann"), bench.clock.instant()));
        bench.drain();

        assertThat(bench.people.gone).isEmpty();
        assertThat(new ArrayList<>(bench.answered())).containsExactly("hello");
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
