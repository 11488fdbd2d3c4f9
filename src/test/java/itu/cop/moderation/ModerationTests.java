package itu.cop.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.channel.Peer;
import itu.cop.channel.PersonalData.Kept;
import itu.cop.content.Severity;
import itu.cop.moderation.Moderation.Standing;
import itu.cop.person.Fact;
import itu.cop.person.People;
import itu.cop.person.Person;
import itu.cop.person.TestPeople;
import itu.cop.storage.SettableClock;
import itu.cop.storage.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ModerationTests {
    private final SettableClock clock = new SettableClock();
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();
    private final List<UUID> urgent = new ArrayList<>();
    private final CaseTable table = new CaseTable(jdbc);
    private final CaseRecords records = new CaseRecords(table, clock);
    private final People people = TestPeople.in(database, clock, records);
    private final Moderation moderation = new Moderation(table, List.of(urgent::add), clock);
    private final Person person =
            people.meet(new Peer("telegram", "1"), new People.Meeting(null, null));

    @Test
    void opensOneCaseAndKeepsTheHighestSeverityWithItsIntent() {
        var first = moderation.escalate(person, Severity.SERIOUS, "crisis/abuse", true);
        var raised = moderation.escalate(person, Severity.URGENT, "crisis/suicide", false);
        var lower = moderation.escalate(person, Severity.SERIOUS, "crisis/threat", true);

        assertThat(raised).isEqualTo(first).isEqualTo(lower);
        assertThat(theCase())
                .containsEntry("severity", 3)
                .containsEntry("intent", "crisis/suicide")
                .containsEntry("clear", false)
                .containsEntry("pseudonym", person.pseudonym())
                .containsEntry("status", "OPEN");
        moderation.escalate(person, Severity.URGENT, "crisis/violence", true);
        assertThat(theCase())
                .containsEntry("intent", "crisis/suicide")
                .containsEntry("clear", true);
    }

    @Test
    void tellsOnceThatACaseBecameUrgent() {
        moderation.escalate(person, Severity.SERIOUS, "crisis/abuse", true);
        assertThat(urgent).isEmpty();
        var raised = moderation.escalate(person, Severity.URGENT, "crisis/suicide", true);
        moderation.escalate(person, Severity.URGENT, "crisis/suicide", true);
        moderation.escalate(person, Severity.SERIOUS, "crisis/abuse", true);
        assertThat(urgent).containsExactly(raised);

        status("CLOSED");
        var next = moderation.escalate(person, Severity.URGENT, "crisis/suicide", true);
        assertThat(urgent).containsExactly(raised, next);
    }

    @Test
    void opensOneCaseHoweverManyAtATime() throws Exception {
        var together = new CyclicBarrier(8);
        var ids = new HashSet<UUID>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var opened = new ArrayList<Future<UUID>>();
            for (int i = 0; i < 8; i++) {
                opened.add(
                        threads.submit(() -> {
                            together.await();
                            return moderation.escalate(
                                    person, Severity.SERIOUS, "crisis/abuse", true);
                        }));
            }
            for (var id : opened) {
                ids.add(id.get());
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void tellsWhereTheCaseStands() {
        assertThat(moderation.standing(person.id())).isEqualTo(Standing.NONE);
        moderation.escalate(person, Severity.SERIOUS, "crisis/abuse", true);
        assertThat(moderation.standing(person.id())).isEqualTo(Standing.WAITING);
        status("HELD");
        assertThat(moderation.standing(person.id())).isEqualTo(Standing.HELD);
        status("CLOSED");
        assertThat(moderation.standing(person.id())).isEqualTo(Standing.NONE);
        moderation.escalate(person, Severity.SERIOUS, "crisis/abuse", true);
        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void staysOpenWhenTheWriterSaysNoUntilTheNextWords() {
        moderation.escalate(person, Severity.SERIOUS, "crisis/abuse", true);
        moderation.writerSaysNo(person.id());

        assertThat(theCase().get("writer_says_no_at")).isNotNull();
        assertThat(moderation.standing(person.id())).isEqualTo(Standing.WAITING);

        moderation.escalate(person, Severity.SERIOUS, "crisis/abuse", true);
        assertThat(theCase().get("writer_says_no_at")).isNull();
    }

    @Test
    void erasureKeepsAnOpenCaseWithoutALinkAndDropsClosedOnes() {
        people.remember(person.id(), new Fact.Country("ke"));
        moderation.escalate(person, Severity.SERIOUS, "crisis/abuse", true);
        status("CLOSED");
        var known = people.find(person.id()).orElseThrow();
        var open = moderation.escalate(known, Severity.URGENT, "crisis/suicide", true);

        people.erase(person.id());

        assertThat(cases()).isEqualTo(1);
        assertThat(theCase())
                .containsEntry("id", open)
                .containsEntry("severity", 3)
                .containsEntry("intent", "crisis/suicide")
                .containsEntry("person_id", null)
                .containsEntry("pseudonym", null)
                .containsEntry("language", null)
                .containsEntry("country", null);
        assertThat(moderation.standing(person.id())).isEqualTo(Standing.NONE);
        assertThat(records.kept(person.id())).isEmpty();
    }

    @Test
    void anUnlinkedCaseGoesAfterThirtyDays() {
        var retention =
                new CaseRetention(table, new ModerationSettings(Duration.ofDays(30)), clock);
        moderation.escalate(person, Severity.SERIOUS, "crisis/abuse", true);
        clock.advance(Duration.ofDays(100));
        retention.removeUnlinked();
        people.erase(person.id());
        clock.advance(Duration.ofDays(30));
        retention.removeUnlinked();
        assertThat(cases()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        retention.removeUnlinked();
        assertThat(cases()).isZero();
    }

    @Test
    void tellsHowManyCasesAreKept() {
        moderation.escalate(person, Severity.SERIOUS, "crisis/abuse", true);

        assertThat(records.kept(person.id()))
                .containsExactly(new Kept("mydata.cases", 1, clock.instant()));
    }

    private void status(String status) {
        jdbc.sql("update moderation_case set status = ? where status <> 'CLOSED'")
                .param(status)
                .update();
    }

    private Map<String, @Nullable Object> theCase() {
        return jdbc.sql("select * from moderation_case").query().singleRow();
    }

    private int cases() {
        return jdbc.sql("select * from moderation_case").query().listOfRows().size();
    }
}
