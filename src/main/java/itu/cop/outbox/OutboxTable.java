package itu.cop.outbox;

import itu.cop.channel.Peer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters on their way: stored, claimed, settled. */
@Repository
class OutboxTable {
    /** Settled by this process alone: what a lost lease has given to another is left alone. */
    private static final String MINE = " where id = :id and state = 'CLAIMED' and leased_by = :me";

    // Most letters that a dying process held had not left yet, and processes die in a row.
    private static final int CLAIMS = 5;

    private static final String CLAIM =
            """
            with ready as (
                select o.id from outbox o
                where o.channel = :channel and o.state = 'WAITING'
                  and o.lane between :from and :to and o.due_at <= :now
                  and not exists (select 1 from outbox e
                      where e.person_id = o.person_id and e.lane = o.lane
                        and e.sequence < o.sequence
                        and e.state in ('WAITING', 'CLAIMED'))
                  and not exists (select 1 from outbox_pause p
                      where p.channel = o.channel and p.lane = o.lane and p.until > :now)
                order by o.lane, o.sequence
                limit :limit
                for update of o skip locked)
            update outbox o
            set state = 'CLAIMED', attempts = attempts + 1, leased_by = :me,
                leased_until = :until
            from ready where o.id = ready.id
            returning o.*
            """;

    private final JdbcClient sql;
    private final Envelope envelope;
    private final UUID me = UUID.randomUUID();

    OutboxTable(JdbcClient sql, Envelope envelope) {
        this.sql = sql;
        this.envelope = envelope;
    }

    void add(UUID id, Letter letter, String channel, @Nullable Peer address, Instant now) {
        sql.sql(
                        """
                        insert into outbox (id, person_id, address, channel, lane, payload, sensitive,
                            answers_at, expires_at, due_at, created_at)
                        values (:id, :person, :address, :channel, :lane, :payload, :sensitive,
                            :answers, :expires, :now, :now)
                        """)
                .param("id", id)
                .param("person", letter.person())
                .param("address", address == null ? null : envelope.seal(address))
                .param("channel", channel)
                .param("lane", letter.lane().rank)
                .param("payload", envelope.seal(letter.message()))
                .param("sensitive", letter.sensitive())
                .param("answers", utc(letter.answers()))
                .param("expires", utc(letter.expiresAt()))
                .param("now", utc(now))
                .update();
    }

    /** Of each person and lane only the oldest unsent letter can be claimed: that keeps order. */
    List<Claimed> claim(
            String channel, Lane from, Lane to, int limit, Instant now, Duration lease) {
        return sql.sql(CLAIM)
                .param("channel", channel)
                .param("from", from.rank)
                .param("to", to.rank)
                .param("now", utc(now))
                .param("limit", limit)
                .param("me", me)
                .param("until", utc(now.plus(lease)))
                .query(this::claimed)
                .list();
    }

    private Claimed claimed(ResultSet row, int number) throws SQLException {
        return new Claimed(
                row.getObject("id", UUID.class),
                row.getLong("sequence"),
                row.getObject("person_id", UUID.class),
                envelope.address(row.getBytes("address")),
                Lane.ranked(row.getInt("lane")),
                envelope.message(row.getBytes("payload")),
                row.getBoolean("sensitive"),
                instant(row, "answers_at"),
                instant(row, "expires_at"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** It has arrived, whoever holds the lease by now. */
    void arrived(UUID id, String state, String externalId, Instant now) {
        sql.sql(
                        """
                        update outbox set state = :state, external_id = nullif(:external, ''),
                            sent_at = :now, leased_by = null, leased_until = null
                        where id = :id and state in ('WAITING', 'CLAIMED', 'UNKNOWN')
                        """)
                .param("id", id)
                .param("state", state)
                .param("external", externalId)
                .param("now", utc(now))
                .update();
    }

    void close(UUID id, String state, @Nullable String reason) {
        sql.sql("update outbox set state = :state, reason = left(:reason, 200)" + MINE)
                .param("id", id)
                .param("me", me)
                .param("state", state)
                .param("reason", reason)
                .update();
    }

    void again(UUID id, Instant due) {
        sql.sql("update outbox set state = 'WAITING', due_at = :due" + MINE)
                .param("id", id)
                .param("me", me)
                .param("due", utc(due))
                .update();
    }

    /** Back to waiting as if it had never been tried. */
    void notNow(UUID id, Instant due) {
        sql.sql(
                        "update outbox set state = 'WAITING', attempts = attempts - 1, due_at = :due"
                                + MINE)
                .param("id", id)
                .param("me", me)
                .param("due", utc(due))
                .update();
    }

    /** A farewell carries an address, so nothing of it stays once it is settled. */
    void deleteFarewells() {
        sql.sql(
                        """
                        delete from outbox
                        where address is not null and state not in ('WAITING', 'CLAIMED')
                        """)
                .update();
    }

    void dropUnsent(UUID person, String state) {
        sql.sql(
                        """
                        update outbox set state = :state, payload = null
                        where person_id = :person and state in ('WAITING', 'CLAIMED', 'HIDDEN')
                        """)
                .param("person", person)
                .param("state", state)
                .update();
    }

    /**
     * Settles what no process holds any more: leases that ran out (the fate of such a letter is
     * unknown) and letters whose time is over.
     */
    int sweep(Instant now) {
        int leases =
                sql.sql(
                                """
                                update outbox
                                set state = case when lane < :bulk and attempts < :claims then 'WAITING'
                                                 else 'UNKNOWN' end,
                                    reason = 'lease'
                                where state = 'CLAIMED' and leased_until <= :now
                                """)
                        .param("bulk", Lane.BULK.rank)
                        .param("claims", CLAIMS)
                        .param("now", utc(now))
                        .update();
        sql.sql(
                        """
                        update outbox set state = 'EXPIRED', payload = null
                        where state in ('WAITING', 'HIDDEN') and expires_at <= :now
                        """)
                .param("now", utc(now))
                .update();
        deleteFarewells();
        return leases;
    }

    /** What a wipe sent at this place in the queue has to remove. */
    List<String> delivered(UUID person, long before, Instant since) {
        return sql.sql(
                        """
                        select external_id from outbox
                        where person_id = :person and sequence < :before and sent_at >= :since
                          and external_id is not null
                        order by sequence
                        """)
                .param("person", person)
                .param("before", before)
                .param("since", utc(since))
                .query((row, _) -> row.getString(1))
                .list();
    }

    boolean hides(UUID person) {
        return sql.sql(
                        """
                        select exists (select 1 from outbox
                            where person_id = :person and state = 'HIDDEN')
                        """)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
