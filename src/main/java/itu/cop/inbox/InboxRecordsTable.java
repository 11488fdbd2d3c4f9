package itu.cop.inbox;

import static itu.cop.inbox.InboxTable.utc;

import itu.cop.channel.Inbound;
import itu.cop.channel.PersonalData;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the inbox keeps of what it has answered, and for how long. */
@Repository
class InboxRecordsTable implements PersonalData {
    private static final String OF_PERSON =
            "(person_id = :person or peer_key in (select peer_key from inbox where person_id ="
                    + " :person))";

    private final JdbcClient sql;
    private final Seals seals;

    InboxRecordsTable(JdbcClient sql, Seals seals) {
        this.sql = sql;
        this.seals = seals;
    }

    /** A message that could not be answered. */
    record Dead(UUID id, String kind, String reason, Instant since) {}

    /** How many messages are due, and since when the oldest is. */
    record Waiting(long count, @Nullable Instant oldest) {}

    @Override
    public Set<String> tables() {
        return Set.of("inbox");
    }

    @Override
    public List<Kept> kept(UUID person) {
        return sql.sql(
                        "select kind = 'TIMER', count(*), min(received_at) from inbox where "
                                + OF_PERSON
                                + " and (kind <> 'TIMER' or state = 'WAITING')"
                                + " group by 1 order by 1")
                .param("person", person)
                .query((row, _) ->
                        new Kept(
                                row.getBoolean(1) ? "mydata.timers" : "mydata.messages-received",
                                row.getInt(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<Words> words(UUID person) {
        return sql
                .sql(
                        "select payload, received_at from inbox where "
                                + OF_PERSON
                                + " and payload is not null and kind in ('SAID', 'EDITED')"
                                + " order by sequence")
                .param("person", person)
                .query((row, _) ->
                        new Words(
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                true,
                                text(seals.open(row.getBytes(1), Inbound.class))))
                .list()
                .stream()
                .filter(words -> !words.text().isEmpty())
                .toList();
    }

    private static String text(@Nullable Inbound event) {
        return switch (event) {
            case Inbound.Said said -> said.text();
            case Inbound.Edited edited -> edited.text();
            case null, default -> "";
        };
    }

    /**
     * What waits is not erased: it was written after the wish to be forgotten, may be a call for
     * help, and is answered as to somebody new.
     */
    @Override
    public void erase(UUID person) {
        sql.sql(
                        "delete from inbox where "
                                + OF_PERSON
                                + " and (state <> 'WAITING' or kind = 'TIMER')")
                .param("person", person)
                .update();
    }

    /** Everything of this address, what waits included. */
    void eraseAll(byte[] key) {
        sql.sql("delete from inbox where peer_key = :key").param("key", key).update();
    }

    /** The channel's ids of what the same person sent since then, this row included. */
    List<String> externalIds(Item item, Instant since) {
        return sql.sql(
                        "select external_id from inbox where kind <> 'TIMER'"
                                + " and received_at >= :since and sequence <= :sequence and "
                                + "peer_key = (select peer_key from inbox where id = :id)"
                                + " order by sequence")
                .param("id", item.id())
                .param("sequence", item.sequence())
                .param("since", utc(since))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Blanks what was said; pieces that wait for the rest are dropped. */
    void wipe(UUID person) {
        sql.sql(
                        "update inbox set payload = null,"
                                + " state = case when state = 'HELD' then 'DONE' else state end"
                                + " where state in ('HELD', 'DONE') and "
                                + OF_PERSON)
                .param("person", person)
                .update();
    }

    void retire(Instant blankBefore, Instant deleteBefore) {
        sql.sql(
                        """
                        update inbox set payload = null
                        where received_at <= :before and done_at <= :before
                          and state in ('DONE', 'HELD') and payload is not null
                        """)
                .param("before", utc(blankBefore))
                .update();
        sql.sql(
                        """
                        delete from inbox where received_at <= :before and done_at <= :before
                          and state <> 'WAITING'
                        """)
                .param("before", utc(deleteBefore))
                .update();
    }

    List<Dead> dead(int limit) {
        return sql.sql(
                        """
                        select id, kind, reason, received_at from inbox where state = 'DEAD'
                        order by sequence limit :limit
                        """)
                .param("limit", limit)
                .query((row, _) ->
                        new Dead(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3) == null ? "" : row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean revive(UUID id, Instant now) {
        return sql.sql(
                                """
                                update inbox set state = 'WAITING', attempts = 0, due_at = :now
                                where id = :id and state = 'DEAD'
                                """)
                        .param("id", id)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    boolean drop(UUID id) {
        return sql.sql("delete from inbox where id = :id and state = 'DEAD'")
                        .param("id", id)
                        .update()
                > 0;
    }

    Waiting waiting(Instant now) {
        return sql.sql(
                        """
                        select count(*), min(due_at) from inbox
                        where state = 'WAITING' and due_at <= :now
                        """)
                .param("now", utc(now))
                .query((row, _) ->
                        new Waiting(
                                row.getLong(1),
                                row.getLong(1) == 0
                                        ? null
                                        : row.getObject(2, OffsetDateTime.class).toInstant()))
                .single();
    }
}
