package itu.cop;

import java.util.Map;

class TelegramPollingTests extends TelegramJourney {
    @Override
    Map<String, String> properties(int port) {
        return Map.of();
    }
}
