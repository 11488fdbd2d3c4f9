package itu.cop.channel.web;

import itu.cop.storage.Sealer;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class WebMessageTable {
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final JsonMapper json;
    private final Clock clock;

    WebMessageTable(JdbcClient jdbc, Sealer sealer, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds a message and answers with its id; a repeat changes nothing and gets the id of the
     * first.
     */
    long add(byte[] peer, String key, boolean mine, boolean sensitive, WebMessage.Body body) {
        // the lock makes ids of one session visible in their order, so that no page skips one
        var added =
                jdbc.sql(
                                """
                                with turn as materialized (select pg_advisory_xact_lock(:lock))
                                insert into web_message (peer, key, mine, sensitive, body, created_at)
                                select :peer, :key, :mine, :sensitive, :body, :now from turn
                                on conflict (peer, key) do nothing
                                returning id
                                """)
                        .param("lock", ByteBuffer.wrap(peer).getLong())
                        .param("peer", peer)
                        .param("key", key)
                        .param("mine", mine)
                        .param("sensitive", sensitive)
                        .param("body", sealer.seal(json.writeValueAsBytes(body)))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .optional();
        return added.orElseGet(() -> idOf(peer, key));
    }

    private long idOf(byte[] peer, String key) {
        return jdbc.sql("select id from web_message where peer = :peer and key = :key")
                .param("peer", peer)
                .param("key", key)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The messages after this id, oldest first. */
    List<WebMessage> after(byte[] peer, long id) {
        return jdbc.sql(
                        """
                        select id, key, mine, sensitive, body, created_at from web_message
                        where peer = :peer and id > :id order by id
                        """)
                .param("peer", peer)
                .param("id", id)
                .query((row, _) -> message(row))
                .list();
    }

    private WebMessage message(ResultSet row) throws SQLException {
        var body = sealer.open(row.getBytes("body"));
        return new WebMessage(
                row.getLong("id"),
                row.getString("key"),
                row.getBoolean("mine"),
                row.getBoolean("sensitive"),
                json.readValue(body, WebMessage.Body.class),
                row.getTimestamp("created_at").toInstant());
    }

    /** The ids of all messages that are still there. */
    List<Long> ids(byte[] peer) {
        return jdbc.sql("select id from web_message where peer = :peer order by id")
                .param("peer", peer)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /** True when the bot has written something after this id. */
    boolean isAnswered(byte[] peer, long id) {
        return jdbc.sql(
                        """
                        select exists (select from web_message
                                       where peer = :peer and id > :id and not mine)
                        """)
                .param("peer", peer)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Removes these messages; with the last of the bot's, the person's own go as well. */
    void remove(byte[] peer, Collection<Long> ids, Collection<String> keys) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from web_message where peer = :peer and id in (:ids)")
                    .param("peer", peer)
                    .param("ids", ids)
                    .update();
        }
        if (!keys.isEmpty()) {
            jdbc.sql("delete from web_message where peer = :peer and key in (:keys)")
                    .param("peer", peer)
                    .param("keys", keys)
                    .update();
        }
        jdbc.sql(
                        """
                        delete from web_message where peer = :peer and not exists
                        (select from web_message where peer = :peer and not mine)
                        """)
                .param("peer", peer)
                .update();
    }

    /** Erases the whole session. */
    void erase(byte[] peer) {
        jdbc.sql("delete from web_message where peer = :peer").param("peer", peer).update();
    }

    /** Sessions with a message since then, in hexadecimal. */
    Set<String> activeSince(Instant then) {
        return jdbc.sql(
                        "select encode(peer, 'hex') as hex from web_message where created_at >= :then")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getString("hex"))
                .set();
    }

    /** Erases every session whose newest message is older than this; answers with which. */
    Set<String> sweep(Instant before) {
        return jdbc.sql(
                        """
                        delete from web_message where peer in
                        (select peer from web_message group by peer having max(created_at) < :before)
                        returning encode(peer, 'hex') as hex
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getString("hex"))
                .set();
    }
}
