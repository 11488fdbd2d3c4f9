package itu.cop.console;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AuditTable implements Audit {
    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void note(UUID who, String what, String which) {
        jdbc.sql(
                        """
                        insert into audit (at, who, what, which)
                        values (:at, :who, :what, :which)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("what", what)
                .param("which", which)
                .update();
    }

    void forgetOlderThan(Duration age) {
        jdbc.sql("delete from audit where at < :before")
                .param("before", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .update();
    }
}
