package itu.cop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who writes in the web chat, as the page's script does. */
final class Teen {
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Supplier<URI> bot;
    private @Nullable String cookie;

    /**
     * Where the bot is may change while somebody writes: it may be killed and start again
     * elsewhere.
     */
    Teen(Supplier<URI> bot) {
        this.bot = bot;
    }

    /** One line of the chat. */
    record Line(boolean mine, String text, List<String> buttons) {}

    /** Writes, and tries again with the same key until the bot says that it has it. */
    void say(String text) throws InterruptedException {
        post("/chat/messages", "text", text);
    }

    void press(String button) throws InterruptedException {
        post("/chat/buttons", "button", button);
    }

    /** Writes once and gives the whole answer of the server. */
    HttpResponse<String> trySaying(String text) throws IOException, InterruptedException {
        return send("/chat/messages", body("text", text));
    }

    private static String body(String field, String value) {
        return "key="
                + UUID.randomUUID()
                + "&"
                + field
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(String path, String body)
            throws IOException, InterruptedException {
        var request =
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json");
        var response =
                HTTP.send(
                        request.POST(BodyPublishers.ofString(body)).build(),
                        BodyHandlers.ofString());
        response.headers()
                .firstValue("Set-Cookie")
                .ifPresent(it -> cookie = it.substring(0, it.indexOf(';')));
        return response;
    }

    private void post(String path, String field, String value) throws InterruptedException {
        var body = body(field, value);
        for (int tries = 0; tries < 1200; tries++) {
            try {
                if (send(path, body).statusCode() == 202) {
                    return;
                }
            } catch (IOException away) {
                // killed, or not up yet: the page tries again too
            }
            java.util.concurrent.locks.LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("not taken within two minutes");
    }

    /** The chat so far, oldest first; empty while the bot is away. */
    List<Line> chat() throws InterruptedException {
        var lines = new ArrayList<Line>();
        try {
            var response =
                    HTTP.send(
                            request("/chat/messages?after=0").GET().build(),
                            BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                JSON.readTree(response.body())
                        .get("messages")
                        .forEach(node -> lines.add(line(node)));
            }
        } catch (IOException away) {
            // asked again
        }
        return lines;
    }

    private static Line line(JsonNode node) {
        var text = new StringBuilder();
        node.get("parts").forEach(part -> text.append(part.get("text").asString()));
        var buttons = new ArrayList<String>();
        node.get("buttons").forEach(button -> buttons.add(button.get("id").asString()));
        return new Line(node.get("mine").asBoolean(), text.toString(), buttons);
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(bot.get().resolve(path)).timeout(Duration.ofSeconds(10));
        return cookie == null ? request : request.header("Cookie", cookie);
    }

    /** The status of a page, 0 when nobody answers. */
    static int status(URI page) {
        try {
            return read(page).statusCode();
        } catch (IOException away) {
            return 0;
        }
    }

    /** What stands on a page, whatever its status. */
    static String get(URI page) {
        try {
            return read(page).body();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private static HttpResponse<String> read(URI page) throws IOException {
        try {
            var request = HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }
}
