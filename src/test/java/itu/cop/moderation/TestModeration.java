package itu.cop.moderation;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases for the tests of other modules. */
public final class TestModeration {
    private TestModeration() {}

    /** Cases in this database, told to this watch. */
    public static Moderation in(JdbcClient jdbc, CaseWatch watch, Clock clock) {
        return new Moderation(new CaseTable(jdbc), List.of(watch), clock);
    }
}
