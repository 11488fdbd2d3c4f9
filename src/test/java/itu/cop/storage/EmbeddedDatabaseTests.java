package itu.cop.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTests {
    @TempDir Path temporary;

    @Test
    void keepsRowsOverARestartAndRefusesWhoHasNoPassword() throws Exception {
        try (var database = EmbeddedDatabase.start(folder())) {
            jdbc(database).sql("create table kept (word text)").update();
            jdbc(database).sql("insert into kept values ('Ünïcode')").update();
            isDurable(jdbc(database));
            refusesWithoutPassword(database);
            isForItsOwnerOnly();
            isRefusedTo("is in use by another process");
        }
        for (var garbage : new String[] {"", "1\n", ProcessHandle.current().pid() + "\n"}) {
            Files.writeString(home().resolve("data/postmaster.pid"), garbage);
            try (var database = EmbeddedDatabase.start(folder())) {
                assertThat(jdbc(database).sql("select lower(word) from kept").query().singleValue())
                        .isEqualTo("ünïcode");
            }
        }
        assertThat(home().resolve("data/postmaster.pid")).doesNotExist();
        Files.move(home().resolve("password"), home().resolve("elsewhere"));
        isRefusedTo("password is missing");
        Files.writeString(home().resolve("data/PG_VERSION"), "17\n");
        isRefusedTo("was made by PostgreSQL 17");
    }

    @Test
    void startsAfterTheJvmWasKilledAndKeepsWhatWasCommitted() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledJvm.class.getName(),
                                temporary.toString())
                        .redirectErrorStream(true)
                        .start();
        try (var lines = process.inputReader()) {
            assertThat(lines.lines().filter(KilledJvm.READY::equals).findFirst()).isPresent();
        } finally {
            process.destroyForcibly().waitFor();
        }
        long orphan =
                Long.parseLong(
                        Files.readAllLines(home().resolve("data/postmaster.pid")).getFirst());
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (var database = EmbeddedDatabase.start(folder())) {
            assertThat(jdbc(database).sql("select word from kept").query().singleValue())
                    .isEqualTo("committed");
        }
        assertThat(ProcessHandle.of(orphan)).isEmpty();
    }

    @Test
    void startsAnewWhenTheVeryFirstStartWasCutOff() throws Exception {
        Files.createDirectories(home().resolve("data"));
        Files.writeString(home().resolve("data/postgresql.conf"), "half");
        Files.writeString(home().resolve("unfinished"), "");
        Files.writeString(home().resolve("password"), "");

        try (var database = EmbeddedDatabase.start(folder())) {
            assertThat(jdbc(database).sql("select 1").query().singleValue()).isEqualTo(1);
        }
        assertThat(home().resolve("unfinished")).doesNotExist();
    }

    private void isDurable(JdbcClient jdbc) {
        var settings =
                jdbc.sql(
                                """
                                select name || '=' || setting from pg_settings
                                where name in ('fsync', 'synchronous_commit', 'max_connections',
                                    'listen_addresses', 'unix_socket_directories')
                                """)
                        .query(String.class)
                        .set();
        assertThat(settings)
                .isEqualTo(
                        Set.of(
                                "fsync=on",
                                "synchronous_commit=on",
                                "max_connections=100",
                                "listen_addresses=localhost",
                                "unix_socket_directories="));
    }

    private void refusesWithoutPassword(EmbeddedDatabase database) throws IOException {
        for (var password : new String[] {"", "guess"}) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(database.getJdbcUrl(), "postgres", password)
                                    .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
        assertThat(Files.readAllLines(home().resolve("data/pg_hba.conf")))
                .filteredOn(line -> !line.startsWith("#") && !line.isBlank())
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
    }

    private void isForItsOwnerOnly() throws IOException {
        assertThat(mode(home())).isEqualTo("rwx------");
        assertThat(mode(home().resolve("data"))).isEqualTo("rwx------");
        assertThat(mode(home().resolve("password"))).isEqualTo("rw-------");
        assertThat(mode(home().resolve("data/postgresql.conf"))).isEqualTo("rw-------");
        assertThat(mode(home().resolve("data/PG_VERSION"))).isEqualTo("rw-------");
    }

    private void isRefusedTo(String message) {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder()).close())
                .isInstanceOf(StorageRefusal.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static JdbcClient jdbc(EmbeddedDatabase database) {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }

    private Path home() {
        return temporary.resolve("postgres");
    }

    private DataFolder folder() {
        return new DataFolder(temporary);
    }

    /** Starts a database, commits a row and waits to be killed. */
    static final class KilledJvm {
        static final String READY = "row committed";

        public static void main(String[] args) throws InterruptedException {
            var database = EmbeddedDatabase.start(new DataFolder(Path.of(args[0])));
            jdbc(database).sql("create table kept as select 'committed' as word").update();
            System.out.println(READY);
            Thread.sleep(600_000);
        }
    }
}
