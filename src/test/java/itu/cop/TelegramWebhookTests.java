package itu.cop;

import java.util.Map;

class TelegramWebhookTests extends TelegramJourney {
    @Override
    Map<String, String> properties(int port) {
        return Map.of(
                "cop.telegram.webhook-url",
                "http://127.0.0.1:" + port + "/telegram/webhook",
                "cop.telegram.webhook-secret",
                "canarytoken_2");
    }
}
