package itu.cop.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of our own, in the data folder: durable, on loopback, behind a password. */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {
    private static final String USER = "postgres";
    private static final String PASSWORD_FILE = "postgres/password";
    private static final String VERSION = "18";

    private final FolderLock lock;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(FolderLock lock, EmbeddedPostgres server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /** Starts it, after stopping what a killed process may have left running. */
    static EmbeddedDatabase start(DataFolder folder) {
        var home = folder.folder("postgres");
        try {
            var lock = FolderLock.take(home);
            try {
                var password = prepare(folder, home);
                var server = builder(home, password).start();
                Files.deleteIfExists(unfinished(home));
                return new EmbeddedDatabase(lock, server, password);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (StorageRefusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new StorageRefusal(
                    "The embedded PostgreSQL in " + home + " does not start: " + e.getMessage(),
                    "Look at "
                            + home.resolve("data/log")
                            + ", free disk space and the owner of the"
                            + " folder; or set spring.datasource.url to a PostgreSQL of your own.",
                    e);
        }
    }

    /** Makes the folder ready for a start and gives the password. */
    private static String prepare(DataFolder folder, Path home) throws IOException {
        var data = home.resolve("data");
        if (Files.exists(unfinished(home))) {
            // the very first start was cut off: nobody has used this database yet
            new PostmasterPid(data).clear();
            FileSystemUtils.deleteRecursively(data);
        }
        if (Files.exists(data)) {
            checkVersion(data);
            new PostmasterPid(data).clear();
        } else {
            Files.write(unfinished(home), new byte[0]);
            folder.keepSecret(PASSWORD_FILE, randomPassword());
        }
        return folder.secret(PASSWORD_FILE)
                .orElseThrow(() ->
                        new StorageRefusal(
                                "The file " + home.resolve("password") + " is missing.",
                                "Restore it from the backup of the data folder."));
    }

    private static void checkVersion(Path data) throws IOException {
        var file = data.resolve("PG_VERSION");
        var version = Files.exists(file) ? Files.readString(file).strip() : "an unknown version";
        if (!version.equals(VERSION)) {
            throw new StorageRefusal(
                    "The database in " + data + " was made by PostgreSQL " + version + ".",
                    "This release runs PostgreSQL "
                            + VERSION
                            + ": restore a backup into a fresh data folder.");
        }
    }

    private static EmbeddedPostgres.Builder builder(Path home, String password) {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                .setDataDirectory(home.resolve("data"))
                .setCleanDataDirectory(false)
                // the pool closes first, then Spring closes this: a hook of its own would race
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                // options of initdb: these come after the library's own "-A trust" and win
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", home.resolve("password").toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                // its log stays in the data folder, a week of it, without values of rows
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "%a.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic");
    }

    private static Path unfinished(Path home) {
        return home.resolve("unfinished");
    }

    private static String randomPassword() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            server.close();
        }
    }
}
