package itu.cop.channel.telegram.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import itu.cop.channel.telegram.BotOnTelegram;
import itu.cop.channel.telegram.fake.FakeTelegram;
import itu.cop.channel.telegram.fake.Fault;
import itu.cop.storage.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WebhookTests {
    private static final long ANA = 7_400_000_101L;
    private static final String SECRET = "canary-secret_1";
    private final TestDatabase database = TestDatabase.fresh();
    private final FakeTelegram telegram = FakeTelegram.start(BotOnTelegram.TOKEN);
    private final HttpClient http = HttpClient.newHttpClient();
    private int port;
    private BotOnTelegram bot;

    @BeforeEach
    void starts() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        bot = start(Map.of("webhook-secret", SECRET));
    }

    private BotOnTelegram start(Map<String, String> more) {
        var properties = new HashMap<>(more);
        properties.put("webhook-url", "http://127.0.0.1:" + port);
        return BotOnTelegram.start(telegram, database, properties, port);
    }

    @AfterEach
    void stops() {
        bot.close();
        telegram.close();
    }

    private int heard() {
        return bot.rest().from(ANA).size();
    }

    @Test
    void updatesArePostedAndAnsweredOnceTheyAreStored() {
        telegram.says(ANA, "hello");
        telegram.presses(ANA, "menu");
        await().until(() -> heard() == 2);
        await().until(() -> telegram.pending() == 0);
        assertThat(telegram.hookAnswers()).containsOnly(200);
        assertThat(telegram.calls("getUpdates")).isEmpty();
    }

    @Test
    void whileTheDatabaseIsAwayTelegramIsToldToComeAgain() {
        telegram.says(ANA, "hello");
        await().until(() -> heard() == 1);
        bot.rest().away = true;
        telegram.says(ANA, "again");
        await().until(() -> telegram.hookAnswers().contains(503));

        bot.rest().away = false;

        await().until(() -> heard() == 2 && telegram.pending() == 0);
    }

    @Test
    void whatCannotBeReadIsKeptAndNotSentForEver(CapturedOutput output) {
        await().until(() -> !telegram.calls("setWebhook").isEmpty());
        telegram.raw(id -> "{\"update_id\":" + id + ",\"message\":\"canary\"}");
        telegram.raw(id -> "no json, canary");
        await().until(() -> telegram.pending() == 0);
        assertThat(telegram.hookAnswers()).containsOnly(200);
        assertThat(
                        database.jdbc()
                                .sql("select count(*) from telegram_unread")
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
        assertThat(output.getAll()).doesNotContain("canary");
    }

    @Test
    void onlyTelegramGetsIn() throws Exception {
        assertThat(post(SECRET, "{\"update_id\":1}")).isEqualTo(200);
        assertThat(post("wrong", "{\"update_id\":1}")).isEqualTo(401);
        assertThat(post("", "{\"update_id\":1}")).isEqualTo(401);
        assertThat(post(SECRET, "x".repeat(600 * 1024))).isEqualTo(413);
        var get = HttpRequest.newBuilder(door()).header(WebhookSecret.HEADER, SECRET).build();
        assertThat(http.send(get, BodyHandlers.discarding()).statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    private URI door() {
        return URI.create("http://127.0.0.1:" + port + "/telegram/webhook");
    }

    private int post(String secret, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(door())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        if (!secret.isEmpty()) {
            request.header(WebhookSecret.HEADER, secret);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    void itIsRegisteredOnceAndAgainWhenTheSecretChanges() {
        await().until(() -> telegram.calls("setWebhook").size() == 1);
        var params = telegram.calls("setWebhook").getFirst().params();
        assertThat(params.get("url").asString()).isEqualTo(door().toString());
        assertThat(params.get("allowed_updates").toString()).contains("my_chat_member");

        bot.close();
        bot = start(Map.of("webhook-secret", SECRET));
        await().until(() -> bot.bean(LineState.class).health().getDetails().containsValue(true));
        assertThat(telegram.calls("setWebhook")).hasSize(1);

        bot.close();
        bot = start(Map.of());
        await().until(() -> telegram.calls("setWebhook").size() == 2);
        telegram.says(ANA, "with a secret of its own");
        await().until(() -> heard() == 1);
    }

    @Test
    void aRevokedTokenIsTold() {
        bot.close();
        telegram.faults(Fault.always("getwebhookinfo", new Fault.Refused(401, "Unauthorized")));
        bot = start(Map.of());
        await().until(() -> bot.bean(LineState.class).trouble() == Trouble.TOKEN_REFUSED);
    }
}
