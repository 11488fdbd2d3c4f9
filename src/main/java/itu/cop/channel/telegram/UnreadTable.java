package itu.cop.channel.telegram;

import itu.cop.storage.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Updates that could not be read. */
@Repository
class UnreadTable {
    private final JdbcClient sql;
    private final Sealer sealer;

    UnreadTable(JdbcClient sql, Sealer sealer) {
        this.sql = sql;
        this.sealer = sealer;
    }

    /** One of them. */
    record Row(UUID id, String body, Instant receivedAt) {}

    void add(@Nullable Long update, String error, byte[] body, Instant now) {
        sql.sql(
                        """
                        insert into telegram_unread (id, update_id, error, body, received_at)
                        values (:id, :update, left(:error, 100), :body, :now)
                        on conflict (update_id) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("update", update)
                .param("error", error)
                .param("body", sealer.seal(body))
                .param("now", utc(now))
                .update();
    }

    List<Row> all() {
        return sql.sql("select id, body, received_at from telegram_unread order by received_at")
                .query((row, _) ->
                        new Row(
                                row.getObject("id", UUID.class),
                                opened(row.getBytes("body")),
                                row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private String opened(byte[] sealed) {
        try {
            return new String(sealer.open(sealed), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noKey) {
            return "";
        }
    }

    void remove(UUID id) {
        sql.sql("delete from telegram_unread where id = :id").param("id", id).update();
    }

    int retire(Instant before) {
        return sql.sql("delete from telegram_unread where received_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
