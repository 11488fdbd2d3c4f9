package itu.cop.person;

import itu.cop.channel.PersonalData.Kept;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code consent}: what was agreed to, and taken back, and when. */
@Component
class ConsentTable {
    private final JdbcClient jdbc;

    ConsentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an answer; nothing when the person was erased meanwhile. */
    void add(UUID person, Fact.Consent consent, Instant at) {
        jdbc.sql(
                        """
                        insert into consent (person_id, purpose, given, at)
                        select id, :purpose, :given, :at from person where id = :person
                        """)
                .param("purpose", consent.purpose().name())
                .param("given", consent.given())
                .param("at", PeopleTable.utc(at))
                .param("person", person)
                .update();
    }

    /** The last answer. */
    boolean given(UUID person, Fact.Purpose purpose) {
        return jdbc.sql(
                        """
                        select given from consent where person_id = ? and purpose = ?
                        order by id desc limit 1
                        """)
                .params(person, purpose.name())
                .query((row, number) -> row.getBoolean("given"))
                .optional()
                .orElse(false);
    }

    Optional<Kept> kept(UUID person) {
        return jdbc.sql(
                        """
                        select count(*) as count, min(at) as oldest from consent
                        where person_id = ? having count(*) > 0
                        """)
                .param(person)
                .query((row, number) ->
                        new Kept(
                                "mydata.consents",
                                row.getInt("count"),
                                PeopleTable.instant(row, "oldest")))
                .optional();
    }
}
