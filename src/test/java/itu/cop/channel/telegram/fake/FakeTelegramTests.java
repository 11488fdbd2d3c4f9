package itu.cop.channel.telegram.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in is as strict as the real one, so that a bot that passes here passes there. */
class FakeTelegramTests {
    private static final String TOKEN = "42:canary-token";
    private static final long ANA = 7_000_000_101L;
    private final FakeTelegram telegram = FakeTelegram.start(TOKEN);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stops() {
        telegram.close();
    }

    @Test
    void updatesStayUntilAHigherOffsetConfirmsThem() throws Exception {
        telegram.says(ANA, "one");
        telegram.says(ANA, "two");

        assertThat(json("getUpdates", "{\"limit\":1}").get("result")).hasSize(1);
        var both = json("GETUPDATES", "{}").get("result");
        assertThat(both).hasSize(2);
        var next = both.get(1).get("update_id").asLong() + 1;
        assertThat(json("getUpdates", "{\"offset\":" + next + "}").get("result")).isEmpty();
        assertThat(telegram.pending()).isZero();
    }

    @Test
    void aPollWaitsForTheNextUpdate() throws Exception {
        var poll = CompletableFuture.supplyAsync(() -> call("getUpdates", "{\"timeout\":20}"));
        await().until(() -> telegram.polls() == 1);

        telegram.says(ANA, "at last");

        assertThat(poll.get().body()).contains("at last");
    }

    @Test
    void theLatestPollerWins() throws ExecutionException, InterruptedException {
        var first = CompletableFuture.supplyAsync(() -> call("getUpdates", "{\"timeout\":20}"));
        await().until(() -> telegram.polls() == 1);

        call("getUpdates", "{\"timeout\":0}");

        assertThat(first.get().statusCode()).isEqualTo(409);
        assertThat(first.get().body()).contains("terminated by other getUpdates");
    }

    @Test
    void jsonFormsAndMultipartAreTheSame() {
        telegram.says(ANA, "hello");
        var form =
                "chat_id="
                        + ANA
                        + "&text="
                        + URLEncoder.encode("as a form", StandardCharsets.UTF_8);
        var parts =
                "--x\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n"
                        + ANA
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nin parts\r\n--x--\r\n";
        call("sendMessage", "{\"chat_id\":\"" + ANA + "\",\"text\":\"as json\"}");
        send("sendMessage", form, "application/x-www-form-urlencoded");
        send("sendMessage", parts, "multipart/form-data; boundary=x");

        assertThat(telegram.answers(ANA))
                .extracting(FakeTelegram.Seen::text)
                .containsExactly("as json", "as a form", "in parts");
    }

    @Test
    void messagesAreCheckedAsTelegramDoes() {
        telegram.says(ANA, "hello");
        assertThat(say("{\"chat_id\":1,\"text\":\"x\"}")).contains("chat not found");
        assertThat(say(to("\"text\":\"" + "x".repeat(4097) + "\""))).contains("too long");
        assertThat(say(to("\"text\":\"\""))).contains("text is empty");
        assertThat(say(to("\"text\":\"a < b\",\"parse_mode\":\"HTML\"")))
                .contains("can't parse entities");
        assertThat(say(to("\"text\":\"a &lt; <b>b</b>\",\"parse_mode\":\"HTML\"")))
                .contains("a < b");
        var data = "é".repeat(33);
        assertThat(
                        say(
                                to(
                                        "\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"y\",\"callback_data\":\""
                                                + data
                                                + "\"}]]}")))
                .contains("BUTTON_DATA_INVALID");
        telegram.blocks(ANA);
        assertThat(say(to("\"text\":\"x\""))).contains("403", "blocked by the user");
        telegram.revoke(true);
        assertThat(say(to("\"text\":\"x\""))).contains("401");
    }

    @Test
    void tooManyMessagesAreRefused() {
        telegram.says(ANA, "hello");
        for (int i = 0; i < 5; i++) {
            assertThat(say(to("\"text\":\"x\""))).contains("true");
        }
        assertThat(say(to("\"text\":\"x\""))).contains("\"retry_after\":1");

        telegram.perChat(false);
        for (int i = 5; i < 30; i++) {
            say(to("\"text\":\"x\""));
        }
        assertThat(say(to("\"text\":\"x\""))).contains("\"retry_after\":1");
    }

    @Test
    void aCutComesAfterAccepting() {
        telegram.says(ANA, "hello");
        telegram.faults(Fault.always("sendMessage", new Fault.Cut()));
        assertThat(failure(() -> say(to("\"text\":\"cut\"")))).isTrue();
        telegram.faults(Fault.always("sendMessage", new Fault.Truncated()));
        assertThat(failure(() -> say(to("\"text\":\"half\"")))).isTrue();

        assertThat(telegram.answers(ANA)).hasSize(2);
        assertThat(telegram.calls("sendMessage").getFirst().status()).isZero();
    }

    @Test
    void aWebhookGetsItsSecretAndIsTriedAgain() throws Exception {
        var secrets = new CopyOnWriteArrayList<String>();
        var calls = new AtomicInteger();
        var hook = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        hook.createContext(
                "/",
                exchange -> {
                    secrets.add(
                            exchange.getRequestHeaders()
                                    .getFirst("X-Telegram-Bot-Api-Secret-Token"));
                    exchange.sendResponseHeaders(calls.incrementAndGet() < 3 ? 503 : 200, -1);
                    exchange.close();
                });
        hook.start();
        var url = "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook";
        call("setWebhook", "{\"url\":\"" + url + "\",\"secret_token\":\"abc\"}");

        telegram.says(ANA, "hello");

        await().until(() -> telegram.pending() == 0);
        assertThat(telegram.hookAnswers()).isEqualTo(List.of(503, 503, 200));
        assertThat(secrets).containsOnly("abc");
        assertThat(call("getUpdates", "{}").statusCode()).isEqualTo(409);
        hook.stop(0);
    }

    private static boolean failure(Runnable call) {
        try {
            call.run();
            return false;
        } catch (IllegalStateException cut) {
            return true;
        }
    }

    private static String to(String rest) {
        return "{\"chat_id\":" + ANA + "," + rest + "}";
    }

    private String say(String body) {
        return call("sendMessage", body).body();
    }

    private JsonNode json(String method, String body) {
        return new JsonMapper().readTree(call(method, body).body());
    }

    private HttpResponse<String> call(String method, String body) {
        return send(method, body, "application/json");
    }

    private HttpResponse<String> send(String method, String body, String type) {
        var address = URI.create(telegram.url() + "/bot" + TOKEN + "/" + method);
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException cut) {
            throw new IllegalStateException(cut);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
