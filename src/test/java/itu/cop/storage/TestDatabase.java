package itu.cop.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A database of its own for a test, with every migration applied. One PostgreSQL serves the whole
 * test run; a fresh database is a copy of a migrated template and takes some 50 ms.
 *
 * <pre>
 * &#64;DynamicPropertySource
 * static void database(DynamicPropertyRegistry registry) {
 *     TestDatabase.fresh().register(registry);
 * }
 * </pre>
 */
public record TestDatabase(String url, String username, String password)
        implements JdbcConnectionDetails {
    private static final String TEMPLATE = "cop_template";
    private static final String USER = "postgres";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A database that nobody else uses. */
    public static TestDatabase fresh() {
        var name = "cop_" + COUNT.incrementAndGet();
        Server.execute("create database " + name + " template " + TEMPLATE);
        return new TestDatabase(Server.POSTGRES.getJdbcUrl(USER, name), USER, "unchecked");
    }

    /** Points a Spring test at it. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", this::url);
        registry.add("spring.datasource.username", this::username);
        registry.add("spring.datasource.password", this::password);
        registry.add("spring.datasource.hikari.maximum-pool-size", () -> 8);
        registry.add("spring.datasource.hikari.minimum-idle", () -> 1);
        registry.add("cop.secret-key", () -> Base64.getEncoder().encodeToString(new byte[32]));
    }

    /** Without a pool: every use is a connection of its own, none is left open. */
    public DataSource dataSource() {
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(username);
        source.setPassword(password);
        return source;
    }

    /** For tables and for looking at rows. */
    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** A sealer whose current key is made of the first number, earlier ones of the others. */
    public static Sealer sealer(int... newestFirst) {
        List<byte[]> keys = new java.util.ArrayList<>();
        for (int number : newestFirst) {
            var key = new byte[32];
            java.util.Arrays.fill(key, (byte) number);
            keys.add(key);
        }
        return new AesSealer(new SecretKeys(keys));
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    /** Started when the first test asks. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres =
                        EmbeddedPostgres.builder()
                                .setRegisterShutdownHook(false)
                                .setPGStartupWait(java.time.Duration.ofSeconds(60))
                                .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + TEMPLATE);
                }
                Flyway.configure()
                        .dataSource(postgres.getDatabase(USER, TEMPLATE))
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static synchronized void execute(String sql) {
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Spring closes its contexts in a hook too: the server goes after their connections. */
        private static void stop(EmbeddedPostgres postgres) {
            try {
                try (var connection = postgres.getPostgresDatabase().getConnection()) {
                    for (int i = 0; i < 100 && othersAreConnected(connection); i++) {
                        Thread.sleep(100);
                    }
                }
                postgres.close();
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static boolean othersAreConnected(Connection connection) throws SQLException {
            try (var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery(
                                    "select count(*) from pg_stat_activity where backend_type ="
                                            + " 'client backend' and pid <> pg_backend_pid()")) {
                return rows.next() && rows.getInt(1) > 0;
            }
        }
    }
}
