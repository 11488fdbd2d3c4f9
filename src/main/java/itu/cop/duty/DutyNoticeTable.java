package itu.cop.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code duty_notice}: one for each urgent case and pager. */
@Component
class DutyNoticeTable {
    private final JdbcClient jdbc;

    DutyNoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Notice.Urgent notice, String pager, Instant now) {
        jdbc.sql(
                        """
                        insert into duty_notice (id, case_id, severity, pager, created_at, due_at)
                        values (:id, :case, :severity, :pager, :now, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("case", notice.caseId())
                .param("severity", notice.severity())
                .param("pager", pager)
                .param("now", utc(now))
                .update();
    }

    /** Takes one that is due, the least tried first; others may take it after the lease. */
    Optional<Claimed> claim(String pager, Instant now, Duration lease) {
        return jdbc.sql(
                        """
                        update duty_notice set attempts = attempts + 1, due_at = :until
                        where id = (select id from duty_notice
                            where pager = :pager and sent_at is null and due_at <= :now
                            order by attempts, due_at limit 1
                            for update skip locked)
                        returning id, case_id, severity, attempts
                        """)
                .param("until", utc(now.plus(lease)))
                .param("pager", pager)
                .param("now", utc(now))
                .query((row, _) ->
                        new Claimed(
                                row.getObject("id", UUID.class),
                                new Notice.Urgent(
                                        row.getObject("case_id", UUID.class),
                                        row.getInt("severity")),
                                row.getInt("attempts")))
                .optional();
    }

    void sent(UUID id, Instant now) {
        jdbc.sql("update duty_notice set sent_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    /** Not yet: to be tried again then. */
    void again(UUID id, Instant due) {
        jdbc.sql("update duty_notice set due_at = :due where id = :id and sent_at is null")
                .param("due", utc(due))
                .param("id", id)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * One to be sent now, by whoever claimed it.
     *
     * @param attempts this one included
     */
    record Claimed(UUID id, Notice.Urgent notice, int attempts) {}
}
