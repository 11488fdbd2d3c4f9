package itu.cop.outbox;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How much a channel may send, shared by all replicas. Times are the database's own, and handed out
 * as distances from now, so replicas need not agree on the time.
 */
@Repository
class BudgetTable {
    private static final long LEAD_MICROS = 15_000;

    private final JdbcClient sql;

    BudgetTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps other replicas out until the transaction ends; how far ahead slots are taken. */
    Duration lock(String channel) {
        sql.sql("insert into outbox_budget (channel) values (:channel) on conflict do nothing")
                .param("channel", channel)
                .update();
        return micros(
                sql.sql(
                                """
                                select (extract(epoch from next_free - clock_timestamp()) * 1e6)::bigint
                                from outbox_budget where channel = :channel for update
                                """)
                        .param("channel", channel)
                        .query(Long.class)
                        .single());
    }

    /**
     * Takes this many slots; the first is this far from now, and not at once: its send still has to
     * be made ready.
     */
    Duration take(String channel, int slots, Duration spacing) {
        return micros(
                sql.sql(
                                """
                                update outbox_budget
                                set next_free = greatest(next_free, clock_timestamp() + :lead * interval '1 microsecond')
                                    + :micros * interval '1 microsecond'
                                where channel = :channel
                                returning (extract(epoch from new.next_free - clock_timestamp()) * 1e6
                                    - :micros)::bigint
                                """)
                        .param("channel", channel)
                        .param("lead", LEAD_MICROS)
                        .param("micros", slots * spacing.toNanos() / 1000)
                        .query((row, _) -> row.getLong(1))
                        .single());
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(Math.max(0, micros) * 1000);
    }

    /** Leaves a lane alone until then, on all replicas. */
    void pause(String channel, Lane lane, Instant until) {
        sql.sql(
                        """
                        insert into outbox_pause (channel, lane, until) values (:channel, :lane, :until)
                        on conflict (channel, lane)
                        do update set until = greatest(outbox_pause.until, excluded.until)
                        """)
                .param("channel", channel)
                .param("lane", lane.rank)
                .param("until", OutboxTable.utc(until))
                .update();
    }
}
