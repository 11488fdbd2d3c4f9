package itu.cop.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresWakeupsTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final javax.sql.DataSource source = database.dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(source));
    private final PostgresWakeups wakeups = new PostgresWakeups(database, jdbc);
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        wakeups.on("letters", heard::add);
        wakeups.start();
        await().until(() -> listeners() == 1);
    }

    @AfterEach
    void close() throws SQLException {
        wakeups.close();
    }

    @Test
    void wakesAfterTheCommitAndNotBefore() {
        transaction.executeWithoutResult(status -> {
            wakeups.wake("letters", "one two");
            jdbc.sql("select pg_sleep(0.3)").query().listOfRows();
            assertThat(heard).isEmpty();
        });

        await().untilAsserted(() -> assertThat(heard).containsExactly("one two"));
    }

    @Test
    void staysSilentAfterARollback() {
        transaction.executeWithoutResult(status -> {
            wakeups.wake("letters", "never");
            status.setRollbackOnly();
        });
        wakeups.wake("letters", "");

        await().untilAsserted(() -> assertThat(heard).containsExactly(""));
    }

    @Test
    void wakesOtherReplicasAndOnlyTheTopic() throws SQLException {
        var elsewhere = new CopyOnWriteArrayList<String>();
        try (var replica = new PostgresWakeups(database, jdbc)) {
            replica.on("letters", elsewhere::add);
            replica.start();
            await().until(() -> listeners() == 2);

            wakeups.wake("other", "a");
            wakeups.wake("letters", "b");

            await().untilAsserted(() -> assertThat(elsewhere).containsExactly("b"));
        }
    }

    @Test
    void goesOnAfterATaskThatFails() {
        wakeups.on(
                "letters",
                payload -> {
                    throw new IllegalStateException("broken");
                });
        wakeups.wake("letters", "1");
        wakeups.wake("letters", "2");

        await().untilAsserted(() -> assertThat(heard).containsExactly("1", "2"));
    }

    @Test
    void comesBackAfterPostgresCutTheConnection() {
        var pid = listenerPids().getFirst();
        jdbc.sql("select pg_terminate_backend(?)").param(pid).query().listOfRows();
        await().until(() -> listeners() == 1 && !listenerPids().contains(pid));

        wakeups.wake("letters", "again");

        await().untilAsserted(() -> assertThat(heard).containsExactly("again"));
    }

    @Test
    void leavesNoConnectionWhenClosed() throws SQLException {
        wakeups.close();

        await().until(() -> listeners() == 0);
    }

    @Test
    void aTopicIsOneWord() {
        assertThatIllegalArgumentException().isThrownBy(() -> wakeups.wake("two words", ""));
    }

    private int listeners() {
        return listenerPids().size();
    }

    private List<Integer> listenerPids() {
        return jdbc.sql(
                        """
                        select pid from pg_stat_activity
                        where datname = current_database() and query = 'listen cop_wakeups'
                        """)
                .query((row, number) -> row.getInt(1))
                .list();
    }
}
