package itu.cop;

import static org.awaitility.Awaitility.await;

import itu.cop.channel.telegram.fake.FakeTelegram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The bot as it is released, in a process of its own, with its own database, on a fake Telegram.
 */
final class LoadedBot implements AutoCloseable {
    private static final String TOKEN = "42:canarytoken";
    private static final String JVM = "-Xmx512m -XX:+UseCompactObjectHeaders";
    private static final int LIMIT = 1000;
    private static final int PORT_LINE = 3;

    final FakeTelegram telegram = FakeTelegram.start(TOKEN);
    private final Path data = Files.createTempDirectory("bench");
    private final BotProcess bot;

    /** Starts it and waits until its models are there, which may have to be trained. */
    LoadedBot(BenchOptions options) throws IOException {
        telegram.perSecond(LIMIT);
        var program = new ArrayList<>(Arrays.asList(options.text("jvm", JVM).split(" ")));
        program.addAll(List.of("-jar", System.getProperty("bench.jar")));
        bot = BotProcess.start(program, data, properties(options));
        // also where the measurement is broken off
        Runtime.getRuntime().addShutdownHook(new Thread(bot::close));
        await().atMost(Duration.ofMinutes(15))
                .until(() -> Teen.status(bot.base().resolve("/actuator/health/readiness")) == 200);
    }

    private Map<String, String> properties(BenchOptions options) throws IOException {
        var port = "" + BotProcess.freePort();
        var properties = new HashMap<String, String>();
        properties.put("server.port", port);
        properties.put("cop.telegram.token", TOKEN);
        properties.put("cop.telegram.api-url", telegram.url().toString());
        properties.put("cop.telegram.messages-per-second", "" + LIMIT);
        if (options.has("webhook")) {
            properties.put("cop.telegram.webhook-url", "http://127.0.0.1:" + port);
            properties.put("cop.telegram.webhook-secret", "canarytoken_2");
        }
        return properties;
    }

    /** Memory that the process holds, in MB: {@code VmRSS} now, {@code VmHWM} at most. */
    long resident(String field) throws IOException {
        var line =
                Files.readAllLines(Path.of("/proc/" + bot.pid() + "/status")).stream()
                        .filter(it -> it.startsWith(field + ":"))
                        .findFirst()
                        .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    }

    /** Heap in use, in MB. */
    double heap() {
        return bot.metric("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20);
    }

    int threads() {
        return (int) bot.metric("jvm_threads_live_threads");
    }

    /** How many errors and warnings it has logged. */
    long complaints() {
        return bot.log()
                .lines()
                .filter(it -> it.contains(" ERROR ") || it.contains(" WARN "))
                .count();
    }

    /** How many rows the tables hold that messages go through. */
    Map<String, Long> rows() throws IOException {
        var jdbc = jdbc();
        var rows = new TreeMap<String, Long>();
        jdbc.sql(
                        "select table_name from information_schema.tables where table_schema ="
                                + " 'public' and table_name ~ '^(inbox|outbox|telegram|person)'")
                .query(String.class)
                .list()
                .forEach(table ->
                        rows.put(
                                table,
                                jdbc.sql("select count(*) from " + table)
                                        .query(Long.class)
                                        .single()));
        return rows;
    }

    private JdbcClient jdbc() throws IOException {
        var home = data.resolve("postgres");
        var port = Files.readAllLines(home.resolve("data/postmaster.pid")).get(PORT_LINE);
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:" + port.strip() + "/postgres");
        source.setUser("postgres");
        source.setPassword(Files.readString(home.resolve("password")).strip());
        return JdbcClient.create(source);
    }

    @Override
    public void close() throws IOException {
        bot.close();
        telegram.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
