package itu.cop.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import itu.cop.channel.Peer;
import itu.cop.content.Severity;
import itu.cop.moderation.Moderation;
import itu.cop.moderation.TestModeration;
import itu.cop.person.People;
import itu.cop.person.TestPeople;
import itu.cop.storage.SettableClock;
import itu.cop.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class NoticeDispatcherTests {
    private final SettableClock clock = new SettableClock();
    private final TestDatabase database = TestDatabase.fresh();
    private final javax.sql.DataSource source = database.dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(source));
    private final DutyNoticeTable table = new DutyNoticeTable(jdbc);
    private final FakePager hook = new FakePager("hook");
    private final FakePager mail = new FakePager("mail");
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final NoticeDispatcher dispatcher = dispatcher();
    private final People people = TestPeople.in(database, clock);

    @Test
    void aNoticeIsWrittenWithItsCaseOrNotAtAll() {
        var moderation = moderation(hook, mail);
        transaction.executeWithoutResult(status -> {
            escalate(moderation, "1");
            assertThat(notices()).isEqualTo(2);
            status.setRollbackOnly();
        });
        assertThat(notices()).isZero();

        transaction.executeWithoutResult(_ -> escalate(moderation, "1"));
        assertThat(notices()).isEqualTo(2);
    }

    @Test
    void nothingIsWrittenWhereNobodyIsToBeTold() {
        escalate(moderation(), "1");
        assertThat(notices()).isZero();
    }

    @Test
    void eachPagerIsToldOnceOfTheCaseAndItsSeverityOnly() {
        var id = escalate(moderation(hook, mail), "1");

        assertThat(dispatcher.next(hook)).isTrue();
        assertThat(dispatcher.next(mail)).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(dispatcher.next(hook)).isFalse();
        assertThat(dispatcher.next(mail)).isFalse();
        assertThat(hook.paged)
                .isEqualTo(mail.paged)
                .containsExactly("{\"case\":\"" + id + "\",\"severity\":3}");
        assertThat(counted("sent")).isEqualTo(2);
    }

    @Test
    void whatFailsIsTriedAgainAfterLongerWaitsButNeverGivenUp() {
        escalate(moderation(hook), "1");
        hook.outcome = new Outcome.Failed("status 500");
        for (int seconds : new int[] {5, 10, 20, 40, 80, 160, 320, 600, 600, 600}) {
            assertThat(dispatcher.next(hook)).isTrue();
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(dispatcher.next(hook)).as("before %d s", seconds).isFalse();
            clock.advance(Duration.ofMillis(1));
        }
        hook.outcome = new Outcome.Sent();
        assertThat(dispatcher.next(hook)).isTrue();
        assertThat(dispatcher.next(hook)).isFalse();
        assertThat(counted("failed")).isEqualTo(10);
        assertThat(counted("sent")).isEqualTo(1);
    }

    @Test
    void aFreshNoticeDoesNotWaitBehindOnesThatFail() {
        var moderation = moderation(hook);
        hook.outcome = new Outcome.Failed("status 500");
        escalate(moderation, "1");
        dispatcher.next(hook);
        clock.advance(Duration.ofMinutes(1));
        var fresh = escalate(moderation, "2");
        dispatcher.next(hook);
        assertThat(hook.paged.getLast()).contains(fresh.toString());
    }

    @Test
    void whatAKilledProcessHadClaimedIsSentByAnother() {
        escalate(moderation(hook), "1");
        assertThat(table.claim("hook", clock.instant(), Duration.ofMinutes(1))).isPresent();
        assertThat(dispatcher.next(hook)).isFalse();

        clock.advance(Duration.ofMinutes(1));
        assertThat(dispatcher.next(hook)).isTrue();
        assertThat(hook.paged).hasSize(1);
    }

    @Test
    void manyProcessesSendEachNoticeOnce() throws Exception {
        var moderation = moderation(hook);
        for (int i = 0; i < 20; i++) {
            escalate(moderation, "person " + i);
        }
        Callable<Integer> process =
                () -> {
                    int sent = 0;
                    while (dispatcher.next(hook)) {
                        sent++;
                    }
                    return sent;
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(Stream.generate(() -> process).limit(4).toList())) {
                sent.get();
            }
        }
        while (dispatcher.next(hook)) {} // a process may have met only rows that others held
        assertThat(hook.paged).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void sendsByItselfWhileItRuns() {
        dispatcher.start();
        try {
            escalate(moderation(hook, mail), "1");
            await().untilAsserted(() -> {
                assertThat(hook.paged).hasSize(1);
                assertThat(mail.paged).hasSize(1);
            });
        } finally {
            dispatcher.stop();
        }
        assertThat(dispatcher.isRunning()).isFalse();
    }

    @Test
    void aNoticeGoesWithItsCase() {
        escalate(moderation(hook), "1");
        jdbc.sql("delete from moderation_case").update();
        assertThat(notices()).isZero();
    }

    private NoticeDispatcher dispatcher() {
        var pagers = new Pagers(List.of(hook, mail));
        return new NoticeDispatcher(pagers, table, new DutyPagerTable(jdbc), metrics, clock);
    }

    private Moderation moderation(Pager... pagers) {
        var notices = new CaseNotices(new Pagers(List.of(pagers)), table, clock);
        return TestModeration.in(jdbc, notices, clock);
    }

    private UUID escalate(Moderation moderation, String who) {
        var person = people.meet(new Peer("telegram", who), new People.Meeting(null, null));
        return moderation.escalate(person, Severity.URGENT, "crisis/suicide", true);
    }

    private int notices() {
        return jdbc.sql("select count(*) from duty_notice").query(Integer.class).single();
    }

    private double counted(String outcome) {
        return metrics.get("cop.duty.notices").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
