package itu.cop.channel.telegram.line;

import itu.cop.storage.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was registered last: Telegram tells the address of a webhook, but not its secret. */
@Repository
class WebhookTable {
    private final JdbcClient sql;
    private final Sealer sealer;

    WebhookTable(JdbcClient sql, Sealer sealer) {
        this.sql = sql;
        this.sealer = sealer;
    }

    private byte[] fingerprint(String what) {
        return sealer.fingerprint("telegram.webhook", what.getBytes(StandardCharsets.UTF_8));
    }

    boolean isRegistered(String what) {
        var fingerprint = fingerprint(what);
        return sql
                .sql("select registered from telegram_webhook")
                .query((row, _) -> row.getBytes(1))
                .list()
                .stream()
                .anyMatch(it -> Arrays.equals(it, fingerprint));
    }

    void registered(String what) {
        sql.sql(
                        """
                        insert into telegram_webhook (registered) values (:it)
                        on conflict (one) do update set registered = excluded.registered
                        """)
                .param("it", fingerprint(what))
                .update();
    }
}
