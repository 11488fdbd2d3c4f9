package itu.cop.channel.telegram.line;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was registered last: Telegram tells the address of a webhook, but not its secret. */
@Repository
class WebhookTable {
    private final JdbcClient sql;

    WebhookTable(JdbcClient sql) {
        this.sql = sql;
    }

    boolean isRegistered(byte[] fingerprint) {
        return sql
                .sql("select registered from telegram_webhook")
                .query((row, _) -> row.getBytes(1))
                .list()
                .stream()
                .anyMatch(it -> Arrays.equals(it, fingerprint));
    }

    void registered(byte[] fingerprint) {
        sql.sql(
                        """
                        insert into telegram_webhook (registered) values (:it)
                        on conflict (one) do update set registered = excluded.registered
                        """)
                .param("it", fingerprint)
                .update();
    }
}
