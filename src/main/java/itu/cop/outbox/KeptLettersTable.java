package itu.cop.outbox;

import static itu.cop.outbox.OutboxTable.instant;
import static itu.cop.outbox.OutboxTable.utc;

import itu.cop.channel.Outbound;
import itu.cop.channel.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters that rest: hidden, delivered, dead. */
@Repository
class KeptLettersTable implements PersonalData {
    private static final String DEAD = "(state = 'DEAD' or state = 'UNKNOWN' and lane < 3)";

    private final JdbcClient sql;
    private final Envelope envelope;

    KeptLettersTable(JdbcClient sql, Envelope envelope) {
        this.sql = sql;
        this.envelope = envelope;
    }

    /** A letter whose text waits behind an opener. */
    record Hidden(UUID id, Lane lane, @Nullable Outbound message, @Nullable Instant expiresAt) {}

    /** How many letters of a lane wait, and since when the oldest does. */
    record Waiting(long count, @Nullable Instant oldest) {}

    /** All that is hidden of the person, if this letter is among it, and never twice. */
    List<Hidden> reveal(UUID person, UUID pressed) {
        var hidden =
                sql.sql(
                                """
                                select * from outbox where person_id = :person and state = 'HIDDEN'
                                order by sequence for update
                                """)
                        .param("person", person)
                        .query(this::hidden)
                        .list();
        if (hidden.stream().noneMatch(letter -> letter.id().equals(pressed))) {
            return List.of();
        }
        sql.sql(
                        """
                        update outbox set state = 'SHOWN', payload = null
                        where person_id = :person and state = 'HIDDEN'
                        """)
                .param("person", person)
                .update();
        return hidden;
    }

    private Hidden hidden(ResultSet row, int number) throws SQLException {
        return new Hidden(
                row.getObject("id", UUID.class),
                Lane.ranked(row.getInt("lane")),
                envelope.message(row.getBytes("payload")),
                instant(row, "expires_at"));
    }

    /** Takes back what is unsent and blanks what was sent; what is being sent now stays. */
    void wipe(UUID person) {
        sql.sql(
                        """
                        delete from outbox where person_id = :person and state in ('WAITING', 'DEAD')
                        """)
                .param("person", person)
                .update();
        sql.sql(
                        """
                        update outbox set payload = null,
                            state = case when state = 'HIDDEN' then 'EXPIRED' else state end
                        where person_id = :person and state <> 'CLAIMED'
                        """)
                .param("person", person)
                .update();
    }

    @Override
    public Set<String> tables() {
        return Set.of("outbox");
    }

    @Override
    public void erase(UUID person) {
        sql.sql("delete from outbox where person_id = :person").param("person", person).update();
    }

    @Override
    public List<Kept> kept(UUID person) {
        return sql.sql(
                        """
                        select count(*), min(created_at) from outbox where person_id = :person
                        having count(*) > 0
                        """)
                .param("person", person)
                .query((row, _) ->
                        new Kept(
                                "mydata.messages-sent",
                                row.getInt(1),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<Words> words(UUID person) {
        return sql
                .sql(
                        """
                        select payload, created_at from outbox
                        where person_id = :person and payload is not null order by sequence
                        """)
                .param("person", person)
                .query((row, _) ->
                        new Words(
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                false,
                                text(envelope.message(row.getBytes(1)))))
                .list()
                .stream()
                .filter(words -> !words.text().isEmpty())
                .toList();
    }

    private static String text(@Nullable Outbound message) {
        return message instanceof Outbound.Say say ? say.text() : "";
    }

    /** Blanks texts that left before, and forgets what is not even needed for a wipe any more. */
    void retire(Instant blankBefore, Instant deleteBefore) {
        sql.sql(
                        """
                        update outbox set payload = null,
                            state = case when state = 'HIDDEN' then 'EXPIRED' else state end
                        where created_at <= :before and coalesce(sent_at, created_at) <= :before
                          and payload is not null and state not in ('WAITING', 'CLAIMED', 'DEAD')
                        """)
                .param("before", utc(blankBefore))
                .update();
        sql.sql(
                        """
                        delete from outbox
                        where created_at <= :before and state not in ('WAITING', 'CLAIMED')
                        """)
                .param("before", utc(deleteBefore))
                .update();
    }

    List<DeadLetters.Dead> dead(int limit) {
        return sql.sql(
                        "select id, lane, reason, created_at from outbox where "
                                + DEAD
                                + " and payload is not null order by sequence limit :limit")
                .param("limit", limit)
                .query((row, _) ->
                        new DeadLetters.Dead(
                                row.getObject(1, UUID.class),
                                Lane.ranked(row.getInt(2)),
                                row.getString(3) == null ? "" : row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean revive(UUID id, Instant now) {
        return sql.sql(
                                "update outbox set state = 'WAITING', attempts = 0, due_at = :now"
                                        + " where id = :id and payload is not null and "
                                        + DEAD)
                        .param("id", id)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    boolean drop(UUID id) {
        return sql.sql("delete from outbox where id = :id and " + DEAD).param("id", id).update()
                > 0;
    }

    Map<Lane, Waiting> waiting() {
        return sql
                .sql(
                        """
                        select lane, count(*), min(created_at) from outbox
                        where state = 'WAITING' group by lane
                        """)
                .query((row, _) ->
                        Map.entry(
                                Lane.ranked(row.getInt(1)),
                                new Waiting(
                                        row.getLong(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
