package itu.cop.channel.telegram;

import itu.cop.storage.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ids of buttons that are too long for Telegram, by a short code made of them. */
@Repository
class ButtonTable {
    private final JdbcClient sql;
    private final Sealer sealer;

    ButtonTable(JdbcClient sql, Sealer sealer) {
        this.sql = sql;
        this.sealer = sealer;
    }

    void keep(String code, String id, Instant now) {
        sql.sql(
                        """
                        insert into telegram_button (code, id, shown_at) values (:code, :id, :now)
                        on conflict (code) do update set shown_at = excluded.shown_at
                        """)
                .param("code", code)
                .param("id", sealer.seal(id.getBytes(StandardCharsets.UTF_8)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<String> find(String code) {
        return sql.sql("select id from telegram_button where code = :code")
                .param("code", code)
                .query((row, _) -> row.getBytes("id"))
                .optional()
                .map(sealed -> new String(sealer.open(sealed), StandardCharsets.UTF_8));
    }

    void forget(Instant shownBefore) {
        sql.sql("delete from telegram_button where shown_at < :before")
                .param("before", shownBefore.atOffset(ZoneOffset.UTC))
                .update();
    }
}
