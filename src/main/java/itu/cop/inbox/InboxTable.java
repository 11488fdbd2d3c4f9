package itu.cop.inbox;

import itu.cop.channel.Inbound;
import itu.cop.channel.Peer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue: what waits, in the order of each person. */
@Repository
class InboxTable {
    private static final String SAME_PERSON =
            "peer_key = (select peer_key from inbox where id = :id)";

    private final JdbcClient sql;
    private final Seals seals;
    private final Clock clock;

    InboxTable(JdbcClient sql, Seals seals, Clock clock) {
        this.sql = sql;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * False when it was there already.
     *
     * @param urgent answered before what came earlier from others
     */
    boolean add(Inbound event, byte[] key, boolean urgent) {
        return sql.sql(
                                """
                                insert into inbox (id, channel, external_id, peer_key, kind, payload,
                                    urgent, received_at, due_at)
                                values (:id, :channel, :external, :key, :kind, :payload,
                                    :urgent, :now, :now)
                                on conflict (channel, external_id) do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("channel", event.from().channel())
                        .param("external", event.id())
                        .param("key", key)
                        .param("kind", event.getClass().getSimpleName().toUpperCase(Locale.ROOT))
                        .param("payload", seals.seal(event, Inbound.class))
                        .param("urgent", urgent)
                        .param("now", utc(clock.instant()))
                        .update()
                > 0;
    }

    /** What a person wrote before something urgent comes before it, so it hurries as well. */
    void hurry(byte[] key) {
        sql.sql(
                        """
                        update inbox set urgent = true
                        where peer_key = :key and state = 'WAITING' and kind <> 'TIMER' and not urgent
                        """)
                .param("key", key)
                .update();
    }

    /** Sets a timer, in place of an earlier one with this id. */
    void setTimer(UUID person, String timer, Peer peer, byte[] key, Instant due) {
        sql.sql(
                        """
                        insert into inbox (id, channel, external_id, peer_key, person_id, kind,
                            received_at, due_at)
                        values (:id, :channel, :external, :key, :person, 'TIMER', :due, :due)
                        on conflict (channel, external_id) do update
                        set state = 'WAITING', attempts = 0, sequence = default,
                            received_at = excluded.received_at, due_at = excluded.due_at
                        """)
                .param("id", UUID.randomUUID())
                .param("channel", peer.channel())
                .param("external", timer)
                .param("key", key)
                .param("person", person)
                .param("due", utc(due))
                .update();
    }

    /**
     * The row to answer next. It stays locked until the transaction ends, and as long as it waits
     * no later row of the same person can be claimed; a timer that is not due stands in no one's
     * way.
     */
    Optional<Item> claim(Instant now) {
        return sql.sql(
                        """
                        select * from inbox i
                        where i.state = 'WAITING' and i.due_at <= :now
                          and not exists (select 1 from inbox e
                              where e.peer_key = i.peer_key and e.state = 'WAITING'
                                and e.sequence < i.sequence
                                and (e.kind <> 'TIMER' or e.due_at <= :now))
                        order by i.urgent desc, i.due_at, i.sequence
                        limit 1
                        for update of i skip locked
                        """)
                .param("now", utc(now))
                .query((row, _) -> item(row, now))
                .optional();
    }

    /**
     * False when another worker is with this person: rows that became visible out of order must not
     * be answered at the same time.
     */
    boolean tryLockPerson(Item item) {
        return sql.sql(
                        """
                        select pg_try_advisory_xact_lock(hashtextextended(encode(peer_key, 'hex'), 7))
                        from inbox where id = :id
                        """)
                .param("id", item.id())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Waits until no worker is with the person of this key. */
    void lockPerson(byte[] key) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(encode(:key, 'hex'), 7))")
                .param("key", key)
                .query((_, _) -> true)
                .single();
    }

    /** Done, held or dead; a timer that was set anew meanwhile stays. */
    void settle(Item item, String state, @Nullable UUID person, Instant now) {
        sql.sql(
                        """
                        update inbox set state = :state, person_id = coalesce(:person, person_id),
                            done_at = :now
                        where id = :id and sequence = :sequence
                        """)
                .param("id", item.id())
                .param("sequence", item.sequence())
                .param("state", state)
                .param("person", person)
                .param("now", utc(now))
                .update();
    }

    void remove(Item item) {
        sql.sql("delete from inbox where id = :id").param("id", item.id()).update();
    }

    /** Counts a failure, unless another worker was faster. */
    void failed(Item item, Instant due) {
        sql.sql(
                        """
                        update inbox set attempts = attempts + 1, due_at = :due
                        where id = :id and attempts = :attempts and state = 'WAITING'
                        """)
                .param("id", item.id())
                .param("attempts", item.attempts())
                .param("due", utc(due))
                .update();
    }

    /**
     * Lays the row aside, and the pieces held before it: they may be what broke. False when another
     * worker was faster.
     */
    boolean dead(Item item, String reason, Instant now) {
        return sql.sql(
                                """
                                update inbox set state = 'DEAD', reason = :reason, done_at = :now
                                where id = :id and attempts = :attempts and state = 'WAITING'
                                   or state = 'HELD' and
                                """
                                        + SAME_PERSON)
                        .param("id", item.id())
                        .param("attempts", item.attempts())
                        .param("reason", reason)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /** Pieces of text of the same person that wait for the rest, oldest first. */
    List<Item> held(Item item) {
        return sql.sql(
                        "select * from inbox where state = 'HELD' and "
                                + SAME_PERSON
                                + " order by sequence")
                .param("id", item.id())
                .query((row, _) -> item(row, item.now()))
                .list();
    }

    /** What the same person wrote since then and was answered, oldest first. */
    List<Item> said(Item item, Instant since) {
        return sql.sql(
                        "select * from inbox where state = 'DONE' and kind in ('SAID', 'EDITED')"
                                + " and payload is not null and received_at >= :since and "
                                + SAME_PERSON
                                + " order by sequence")
                .param("id", item.id())
                .param("since", utc(since))
                .query((row, _) -> item(row, item.now()))
                .list();
    }

    private Item item(ResultSet row, Instant now) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getLong("sequence"),
                row.getString("channel"),
                row.getString("external_id"),
                row.getObject("person_id", UUID.class),
                row.getString("kind"),
                seals.open(row.getBytes("payload"), Inbound.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                now);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
