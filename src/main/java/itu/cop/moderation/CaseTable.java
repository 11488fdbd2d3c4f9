package itu.cop.moderation;

import itu.cop.channel.PersonalData.Kept;
import itu.cop.content.Severity;
import itu.cop.person.Person;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code moderation_case}: at most one that is not closed for each person. */
@Component
class CaseTable {
    private static final String RAISE =
            """
            insert into moderation_case as c (id, person_id, pseudonym, language, country,
                severity, intent, clear, opened_at, updated_at)
            values (:id, :person, :pseudonym, :language, :country,
                :severity, :intent, :clear, :now, :now)
            on conflict (person_id) where status <> 'CLOSED' do update set
                language = excluded.language, country = excluded.country,
                intent = case when excluded.severity > c.severity
                    then excluded.intent else c.intent end,
                clear = case when excluded.severity > c.severity then excluded.clear
                    else c.clear or (excluded.clear and excluded.severity = c.severity) end,
                severity = greatest(c.severity, excluded.severity),
                updated_at = excluded.updated_at,
                writer_says_no_at = null
            returning new.id,
                new.severity = 3 and old.severity is distinct from 3 as became_urgent
            """;

    private final JdbcClient jdbc;

    CaseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Opens a case or raises the open one. New words undo an earlier "no" of the writer; intent and
     * clearness are those of the highest severity.
     */
    Raised raise(Person person, Severity severity, String intent, boolean clear, Instant now) {
        return jdbc.sql(RAISE)
                .param("id", UUID.randomUUID())
                .param("person", person.id())
                .param("pseudonym", person.pseudonym())
                .param("language", person.language())
                .param("country", person.country())
                .param("severity", level(severity))
                .param("intent", intent)
                .param("clear", clear)
                .param("now", utc(now))
                .query((row, number) ->
                        new Raised(
                                row.getObject("id", UUID.class), row.getBoolean("became_urgent")))
                .single();
    }

    void writerSaysNo(UUID person, Instant now) {
        jdbc.sql(
                        """
                        update moderation_case set writer_says_no_at = :now, updated_at = :now
                        where person_id = :person and status <> 'CLOSED'
                        """)
                .param("now", utc(now))
                .param("person", person)
                .update();
    }

    /** True when a human holds the open case, empty when none is open. */
    Optional<Boolean> held(UUID person) {
        return jdbc.sql(
                        """
                        select status = 'HELD' as held from moderation_case
                        where person_id = ? and status <> 'CLOSED'
                        """)
                .param(person)
                .query((row, number) -> row.getBoolean("held"))
                .optional();
    }

    /** Cuts the link between an open case and its writer, and removes the closed ones. */
    void unlink(UUID person, Instant now) {
        jdbc.sql("delete from moderation_case where person_id = ? and status = 'CLOSED'")
                .param(person)
                .update();
        jdbc.sql(
                        """
                        update moderation_case set person_id = null, pseudonym = null,
                            language = null, country = null, unlinked_at = :now
                        where person_id = :person
                        """)
                .param("now", utc(now))
                .param("person", person)
                .update();
    }

    /** Removes cases that were cut from their writer before this. */
    int deleteUnlinked(Instant before) {
        return jdbc.sql("delete from moderation_case where unlinked_at < ?")
                .param(utc(before))
                .update();
    }

    Optional<Kept> kept(UUID person) {
        return jdbc.sql(
                        """
                        select count(*) as count, min(opened_at) as oldest from moderation_case
                        where person_id = ? having count(*) > 0
                        """)
                .param(person)
                .query((row, number) ->
                        new Kept(
                                "mydata.cases",
                                row.getInt("count"),
                                row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** As {@link Severity#of} reads it. */
    private static int level(Severity severity) {
        return switch (severity) {
            case NONE -> 0;
            case WATCH -> 1;
            case SERIOUS -> 2;
            case URGENT -> 3;
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A case that is open, and whether it has just reached the highest severity. */
    record Raised(UUID id, boolean becameUrgent) {}
}
