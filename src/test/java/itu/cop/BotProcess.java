package itu.cop;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The whole bot in a process of its own, which a test may kill. */
final class BotProcess implements AutoCloseable {
    /** Models trained once are used by every test of this build. */
    static final Path MODELS = Path.of("target", "models").toAbsolutePath();

    /** People of a test write faster than anybody may. */
    static final Map<String, String> UNLIMITED =
            Map.of(
                    "cop.web.messages-per-minute", "100000",
                    "cop.web.burst", "1000");

    /** A secret key of 32 bytes, all with this value. */
    static String key(int number) {
        var key = new byte[32];
        Arrays.fill(key, (byte) number);
        return Base64.getEncoder().encodeToString(key);
    }

    private final Process process;
    private final Path log;
    private final URI base;

    private BotProcess(Process process, Path log, URI base) {
        this.process = process;
        this.log = log;
        this.base = base;
    }

    /** Starts a bot on this data folder and waits until its page answers. */
    static BotProcess start(Path data, Map<String, String> properties) {
        var program =
                List.of(
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "itu.cop.CopApplication");
        return start(program, data, properties);
    }

    /** The same with other options and another program for {@code java}. */
    static BotProcess start(List<String> program, Path data, Map<String, String> properties) {
        try {
            Files.createDirectories(data);
            var own = properties.get("server.port");
            var port = own == null ? freePort() : Integer.parseInt(own);
            var log = Files.createTempFile(data, "bot", ".log");
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(program);
            command.addAll(List.of("--server.port=" + port, "--cop.data-dir=" + data));
            command.add("--cop.understanding.models-dir=" + MODELS);
            properties.forEach((key, value) -> {
                if (!key.equals("server.port")) {
                    command.add("--" + key + "=" + value);
                }
            });
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            var bot = new BotProcess(process, log, URI.create("http://127.0.0.1:" + port));
            bot.awaitPage();
            return bot;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitPage() {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the bot ended:\n" + log());
                    }
                    return Teen.status(base.resolve("/actuator/health/liveness")) == 200;
                });
    }

    URI base() {
        return base;
    }

    long pid() {
        return process.pid();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The sum of a counter over all its tags, as a collector on this machine reads it. */
    double metric(String name) {
        return Teen.get(base.resolve("/actuator/prometheus"))
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** As the kernel would: no goodbye. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As an operator would. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(40, java.util.concurrent.TimeUnit.SECONDS)
                .exceptionally(slow -> process.destroyForcibly())
                .join();
    }
}
