package itu.cop.channel.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Long polls, one at a time. */
final class Polls {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int MOST = 100;

    private final TelegramSettings settings;
    private final OkHttpClient http;
    private volatile @Nullable Call current;

    Polls(TelegramSettings settings, OkHttpClient http) {
        this.settings = settings;
        this.http = http;
    }

    Answer<JsonNode> next(long offset, List<String> kinds) {
        var call = http.newCall(request(offset, kinds));
        current = call;
        try (var response = call.execute()) {
            var body = response.body();
            return body == null ? new Answer.Lost<>("empty") : BotApi.read(body.string());
        } catch (IOException broken) {
            return BotApi.failure(broken);
        } finally {
            current = null;
        }
    }

    void stop() {
        var call = current;
        if (call != null) {
            call.cancel();
        }
    }

    private Request request(long offset, List<String> kinds) {
        var body = JsonNodeFactory.instance.objectNode();
        if (offset > 0) {
            body.put("offset", offset);
        }
        body.put("limit", MOST).put("timeout", settings.pollTimeout().toSeconds());
        var allowed = body.putArray("allowed_updates");
        kinds.forEach(allowed::add);
        var url = settings.apiUrl().resolve("/bot" + settings.token() + "/getUpdates");
        return new Request.Builder()
                .url(url.toString())
                .post(RequestBody.create(body.toString(), JSON))
                .build();
    }
}
