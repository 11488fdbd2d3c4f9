package itu.cop.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.verify;

import itu.cop.channel.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTests {
    private OutboxBench bench = new OutboxBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void crisisComesBeforeEverythingElse() {
        var lanes = List.of(Lane.BULK, Lane.CONVERSATION, Lane.MODERATOR, Lane.CRISIS);
        lanes.forEach(lane -> bench.say(UUID.randomUUID(), lane, lane.name()));

        bench.dispatcher(bench.clock, 1).start();

        await().until(() -> bench.channel.sent.size() == 4);
        assertThat(bench.channel.texts())
                .containsExactly("CRISIS", "MODERATOR", "CONVERSATION", "BULK");
    }

    @Test
    void keepsTheOrderOfEachPersonWithinALane() {
        var people = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (int i = 0; i < 20; i++) {
            for (var person : people) {
                bench.say(person, Lane.CONVERSATION, String.format("%02d", i));
            }
        }

        bench.dispatcher().start();
        bench.dispatcher().start();

        await().until(() -> bench.channel.sent.size() >= 60);
        for (var person : people) {
            assertThat(bench.channel.sent)
                    .filteredOn(sent -> sent.to().id().equals(person.toString()))
                    .extracting(OutboxBench.Sent::text)
                    .hasSize(20)
                    .isSorted();
        }
    }

    @Test
    void crisisOvertakesThatPersonsOtherLanes() {
        var person = UUID.randomUUID();
        var slow = new CountDownLatch(1);
        bench.channel.answer =
                sent -> {
                    if (sent.text().equals("first")) {
                        holdUntil(slow);
                    }
                    return new Delivery.Accepted("");
                };
        bench.say(person, Lane.CONVERSATION, "first");
        bench.say(person, Lane.CONVERSATION, "second");
        bench.dispatcher().start();
        await().until(() -> bench.channel.texts().contains("first"));

        bench.say(person, Lane.CRISIS, "urgent");

        await().until(() -> bench.channel.texts().contains("urgent"));
        assertThat(bench.channel.texts()).doesNotContain("second");
        slow.countDown();
        await().until(() -> bench.channel.texts().contains("second"));
    }

    @Test
    void sendsNothingTwiceWithTwoProcesses() {
        for (int i = 0; i < 300; i++) {
            bench.say(UUID.randomUUID(), i % 2 == 0 ? Lane.BULK : Lane.CONVERSATION, "hello");
        }

        bench.dispatcher().start();
        bench.dispatcher().start();

        await().until(() -> count("SENT") == 300);
        assertThat(bench.channel.sent).hasSize(300);
    }

    @Test
    void neverExceedsTheBudgetInAnySlidingSecond() {
        bench.close();
        bench = new OutboxBench(20);
        for (int i = 0; i < 60; i++) {
            bench.say(UUID.randomUUID(), i % 3 == 0 ? Lane.CONVERSATION : Lane.BULK, "hello");
        }

        bench.dispatcher(Clock.systemUTC(), 64).start();
        bench.dispatcher(Clock.systemUTC(), 64).start();

        await().atMost(Duration.ofSeconds(15)).until(() -> bench.channel.sent.size() == 60);
        var starts = bench.channel.sent.stream().map(OutboxBench.Sent::nanos).sorted().toList();
        for (int i = 20; i < starts.size(); i++) {
            assertThat(starts.get(i) - starts.get(i - 20))
                    .as("the 21 sends that end with number %d", i)
                    .isGreaterThan(TimeUnit.SECONDS.toNanos(1));
        }
        var seconds = (starts.getLast() - starts.getFirst()) / 1e9;
        assertThat(59 / seconds).as("of 20 a second").isGreaterThan(15.0);
    }

    @Test
    void repliesAreNotStuckBehindBulk() {
        bench.close();
        bench = new OutboxBench(20);
        for (int i = 0; i < 100; i++) {
            bench.say(UUID.randomUUID(), Lane.BULK, "bulk");
        }
        bench.dispatcher(Clock.systemUTC(), 64).start();
        await().until(() -> bench.channel.sent.size() > 3);
        var asked = System.nanoTime();

        bench.say(UUID.randomUUID(), Lane.CONVERSATION, "reply");

        await().until(() -> bench.channel.texts().contains("reply"));
        assertThat(bench.channel.sent)
                .filteredOn(sent -> sent.text().equals("reply"))
                .allMatch(sent -> sent.nanos() - asked < TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void holdsNoConnectionWhileTheChannelIsAtWork() {
        var active = new AtomicInteger(-1);
        bench.channel.answer =
                _ -> {
                    active.set(bench.source.getHikariPoolMXBean().getActiveConnections());
                    return new Delivery.Accepted("1");
                };
        var letter = bench.say(UUID.randomUUID(), Lane.CONVERSATION, "hello");

        bench.dispatcher(bench.clock, 1).start();

        await().until(() -> bench.state(letter).equals("SENT"));
        assertThat(active).hasValue(0);
    }

    @Test
    void aPersonWhoMustRestHoldsNobodyElseUp() {
        var tired = UUID.randomUUID();
        bench.channel.answer =
                it ->
                        it.toString().contains("tired")
                                ? new Delivery.NotYet(Duration.ofSeconds(5))
                                : new Delivery.Accepted("1");
        var waits = bench.say(tired, Lane.CONVERSATION, "tired");
        bench.dispatcher().start();
        await().until(() -> due(waits) > 0);
        var other = bench.say(UUID.randomUUID(), Lane.CONVERSATION, "other");

        await().until(() -> bench.state(other).equals("SENT"));
        assertThat(bench.state(waits)).isEqualTo("WAITING");
        bench.channel.answer = _ -> new Delivery.Accepted("1");
        bench.clock.advance(Duration.ofSeconds(6));
        await().until(() -> bench.state(waits).equals("SENT"));
    }

    @Test
    void aReplyOfUnknownFateIsSentOnceMore() {
        bench.channel.answer = _ -> new Delivery.Unknown("cut");
        var letter = bench.say(UUID.randomUUID(), Lane.CONVERSATION, "hello");
        bench.dispatcher().start();
        await().until(() -> bench.channel.sent.size() == 1 && due(letter) > 0);

        bench.clock.advance(Duration.ofSeconds(3));

        await().until(() -> bench.state(letter).equals("UNKNOWN"));
        assertThat(bench.channel.sent).hasSize(2);
        assertThat(bench.deadLetters.list())
                .singleElement()
                .satisfies(dead -> assertThat(dead.id()).isEqualTo(letter))
                .satisfies(dead -> assertThat(dead.reason()).isEqualTo("cut"));
    }

    @Test
    void bulkOfUnknownFateIsNeverSentAgain() {
        bench.channel.answer = _ -> new Delivery.Unknown("cut");
        var letter = bench.say(UUID.randomUUID(), Lane.BULK, "hello");

        bench.dispatcher().start();

        await().until(() -> bench.state(letter).equals("UNKNOWN"));
        assertThat(bench.channel.sent).hasSize(1);
        assertThat(bench.deadLetters.list()).isEmpty();
    }

    @Test
    void aReplyThatAKilledProcessHeldIsSentOnceMoreButBulkIsNot() {
        var reply = bench.say(UUID.randomUUID(), Lane.CONVERSATION, "reply");
        var bulk = bench.say(UUID.randomUUID(), Lane.BULK, "bulk");
        bench.claimAndDie();
        var survivor = bench.dispatcher();
        survivor.start();

        survivor.sweep();
        assertThat(bench.state(reply)).isEqualTo("CLAIMED");
        bench.clock.advance(Duration.ofSeconds(31));
        survivor.sweep();

        await().until(() -> bench.state(reply).equals("SENT"));
        assertThat(bench.state(bulk)).isEqualTo("UNKNOWN");
        assertThat(bench.channel.texts()).containsExactly("reply");
    }

    @Test
    void aReplyIsGivenBackWhileProcessesDieInARowAndUnknownAfterTheFifth() {
        var reply = bench.say(UUID.randomUUID(), Lane.CRISIS, "reply");
        var survivor = bench.dispatcher();
        for (int deaths = 1; deaths <= 5; deaths++) {
            bench.claimAndDie();
            bench.clock.advance(Duration.ofSeconds(31));
            survivor.sweep();
            assertThat(bench.state(reply)).isEqualTo(deaths < 5 ? "WAITING" : "UNKNOWN");
        }
    }

    @Test
    void laterPausesTheLaneAndCountsNoAttempt() {
        bench.channel.answer = _ -> new Delivery.Later(Duration.ofSeconds(7));
        var first = bench.say(UUID.randomUUID(), Lane.BULK, "first");
        bench.dispatcher().start();
        await().until(() -> due(first) > 0);
        bench.channel.answer = _ -> new Delivery.Accepted("1");

        var second = bench.say(UUID.randomUUID(), Lane.BULK, "second");
        var reply = bench.say(UUID.randomUUID(), Lane.CONVERSATION, "reply");

        await().until(() -> bench.state(reply).equals("SENT"));
        assertThat(bench.channel.texts()).containsExactly("first", "reply");
        bench.clock.advance(Duration.ofSeconds(8));
        await().until(() ->
                bench.state(second).equals("SENT") && bench.state(first).equals("SENT"));
        assertThat(attempts(first)).isEqualTo(1);
    }

    @Test
    void whatAChannelRefusesWaitsForAnOperator() {
        bench.channel.answer = _ -> new Delivery.Refused("400");
        var letter = bench.say(UUID.randomUUID(), Lane.CONVERSATION, "hello");
        bench.dispatcher().start();
        await().until(() -> bench.deadLetters.list().size() == 1);

        bench.channel.answer = _ -> new Delivery.Accepted("1");
        assertThat(bench.deadLetters.retry(letter)).isTrue();

        await().until(() -> bench.state(letter).equals("SENT"));
        assertThat(bench.deadLetters.retry(letter)).isFalse();
        assertThat(bench.deadLetters.drop(letter)).isFalse();
    }

    @Test
    void whoIsGoneGetsNothingMore() {
        var person = UUID.randomUUID();
        bench.channel.answer = _ -> new Delivery.Gone();
        var first = bench.say(person, Lane.CONVERSATION, "first");
        var second = bench.say(person, Lane.CONVERSATION, "second");

        bench.dispatcher().start();

        await().until(() -> bench.state(second).equals("GONE"));
        assertThat(bench.state(first)).isEqualTo("GONE");
        assertThat(bench.channel.sent).hasSize(1);
        verify(bench.people).gone(person, true);
    }

    @Test
    void whatAChannelThrowsIsAnUnknownFate() {
        bench.channel.answer =
                _ -> {
                    throw new IllegalStateException("bug");
                };
        var letter = bench.say(UUID.randomUUID(), Lane.BULK, "hello");

        bench.dispatcher().start();

        await().until(() -> bench.state(letter).equals("UNKNOWN"));
    }

    @Test
    void sendsNothingAfterItsTime() {
        var person = UUID.randomUUID();
        var letter =
                bench.outbox.enqueue(
                        new Letter(
                                person,
                                Lane.CONVERSATION,
                                new itu.cop.channel.Outbound.Typing(),
                                false,
                                null,
                                bench.clock.instant().plusSeconds(5)));
        bench.clock.advance(Duration.ofSeconds(5));

        bench.dispatcher().start();

        await().until(() -> bench.state(letter).equals("EXPIRED"));
        assertThat(bench.channel.sent).isEmpty();
    }

    @Test
    void stoppingWaitsForWhatIsUnderWay() {
        var release = new CountDownLatch(1);
        bench.channel.answer =
                _ -> {
                    holdUntil(release);
                    return new Delivery.Accepted("1");
                };
        var letter = bench.say(UUID.randomUUID(), Lane.CONVERSATION, "hello");
        var dispatcher = bench.dispatcher();
        dispatcher.start();
        await().until(() -> bench.channel.sent.size() == 1);

        var stopping = Thread.ofVirtual().start(dispatcher::stop);
        var after = bench.say(UUID.randomUUID(), Lane.CONVERSATION, "too late");
        await().until(() -> !dispatcher.isRunning());
        release.countDown();

        await().until(() -> !stopping.isAlive());
        assertThat(bench.state(letter)).isEqualTo("SENT");
        assertThat(new ArrayList<>(bench.channel.texts())).contains("hello");
        assertThat(bench.state(after)).isIn("WAITING", "SENT");
    }

    private static void holdUntil(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int count(String state) {
        return bench.sql
                .sql("select count(*) from outbox where state = :state")
                .param("state", state)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** Seconds until it may be tried again, while it waits. */
    private int due(UUID letter) {
        return bench.sql
                .sql(
                        """
                        select extract(epoch from due_at - created_at) from outbox
                        where id = :id and state = 'WAITING' union all select 0
                        """)
                .param("id", letter)
                .query((row, _) -> row.getInt(1))
                .list()
                .getFirst();
    }

    private int attempts(UUID letter) {
        return bench.sql
                .sql("select attempts from outbox where id = :id")
                .param("id", letter)
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
