package itu.cop.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wake-ups by LISTEN and NOTIFY. One connection outside the pool listens; it comes back by itself
 * when PostgreSQL does. Tasks of one topic run one after the other, topics do not wait for each
 * other.
 */
final class PostgresWakeups implements Wakeups, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostgresWakeups.class);
    private static final String CHANNEL = "cop_wakeups";
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final JdbcConnectionDetails database;
    private final JdbcClient jdbc;
    private final Map<String, Topic> topics = new ConcurrentHashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread loop = Thread.ofPlatform().name("wakeups").daemon().unstarted(this::run);
    private volatile @Nullable Connection connection;

    PostgresWakeups(JdbcConnectionDetails database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    void start() {
        loop.start();
    }

    @Override
    public void on(String topic, Consumer<String> task) {
        topics.computeIfAbsent(checked(topic), Topic::new).tasks.add(task);
    }

    @Override
    public void wake(String topic, String payload) {
        jdbc.sql("select pg_notify(:channel, :message)")
                .param("channel", CHANNEL)
                .param("message", checked(topic) + ' ' + payload)
                .query()
                .listOfRows();
    }

    private static String checked(String topic) {
        if (topic.isEmpty() || topic.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("a topic is one word");
        }
        return topic;
    }

    private void run() {
        boolean told = false;
        while (stop.getCount() > 0) {
            try (var listening = connect()) {
                told = false;
                listen(listening);
            } catch (SQLException e) {
                if (stop.getCount() > 0 && !told) {
                    log.warn("no wake-ups until the database is back: {}", e.getSQLState());
                    told = true;
                }
                pause();
            }
        }
    }

    private Connection connect() throws SQLException {
        var opened =
                DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
        connection = opened;
        try (var statement = opened.createStatement()) {
            statement.execute("listen " + CHANNEL);
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
        return opened;
    }

    private void listen(Connection listening) throws SQLException {
        var notifications = listening.unwrap(PGConnection.class);
        while (stop.getCount() > 0) {
            var received = notifications.getNotifications((int) SIGN_OF_LIFE.toMillis());
            if (received.length == 0 && !listening.isValid(3)) {
                throw new SQLException("silent", "08006");
            }
            for (var notification : received) {
                hand(notification.getParameter());
            }
        }
    }

    private void hand(String message) {
        int space = message.indexOf(' ');
        var topic = space < 0 ? null : topics.get(message.substring(0, space));
        if (topic != null) {
            topic.wake(message.substring(space + 1));
        }
    }

    private void pause() {
        try {
            stop.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    @Override
    public void close() throws SQLException {
        stop.countDown();
        var open = connection;
        if (open != null) {
            open.abort(Runnable::run);
        }
        topics.values().forEach(Topic::stop);
    }

    /** The tasks of a topic, and the one thread that runs them. */
    private static final class Topic {
        private final String name;
        private final List<Consumer<String>> tasks = new CopyOnWriteArrayList<>();
        private final ExecutorService worker =
                Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

        Topic(String name) {
            this.name = name;
        }

        void wake(String payload) {
            if (!worker.isShutdown()) {
                tasks.forEach(task -> worker.execute(() -> run(task, payload)));
            }
        }

        void stop() {
            worker.shutdown();
            try {
                worker.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            worker.shutdownNow();
        }

        private void run(Consumer<String> task, String payload) {
            try {
                task.accept(payload);
            } catch (RuntimeException e) {
                log.warn("wake-up of {} failed: {}", name, e.getClass().getSimpleName());
            }
        }
    }
}
