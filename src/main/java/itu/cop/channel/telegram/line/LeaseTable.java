package itu.cop.channel.telegram.line;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who does what only one replica may do. Times are the database's own. */
@Repository
class LeaseTable {
    private final JdbcClient sql;

    LeaseTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** True when it is this replica, for that long. */
    boolean take(String role, UUID me, Duration time) {
        return sql.sql(
                                """
                                insert into telegram_lease (role, holder, until)
                                values (:role, :me, clock_timestamp() + :millis * interval '1 millisecond')
                                on conflict (role)
                                do update set holder = excluded.holder, until = excluded.until
                                where telegram_lease.holder = excluded.holder
                                   or telegram_lease.until < clock_timestamp()
                                """)
                        .param("role", role)
                        .param("me", me)
                        .param("millis", time.toMillis())
                        .update()
                > 0;
    }

    void release(UUID me) {
        sql.sql("delete from telegram_lease where holder = :me").param("me", me).update();
    }
}
