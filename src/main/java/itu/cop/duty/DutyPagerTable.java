package itu.cop.duty;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code duty_pager}: how the last try of each went, of any process. */
@Component
class DutyPagerTable {
    private final JdbcClient jdbc;

    DutyPagerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void tried(String pager, Outcome outcome, Instant now) {
        jdbc.sql(
                        """
                        insert into duty_pager (pager, failure, tried_at)
                        values (:pager, :failure, :now)
                        on conflict (pager) do update
                            set failure = excluded.failure, tried_at = excluded.tried_at
                        """)
                .param("pager", pager)
                .param("failure", outcome instanceof Outcome.Failed(var why) ? why : null)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Why the last try failed, of those whose last one did. */
    Map<String, String> failures() {
        return jdbc
                .sql("select pager, failure from duty_pager where failure is not null")
                .query((row, _) -> Map.entry(row.getString("pager"), row.getString("failure")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
