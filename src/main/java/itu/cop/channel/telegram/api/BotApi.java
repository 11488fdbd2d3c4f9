package itu.cop.channel.telegram.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** Calls Telegram. Announcements have connections of their own, so no reply waits behind them. */
@Component
@Conditional(TelegramIsOn.class)
public class BotApi {
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration NO_PATIENCE = LONGEST.plusSeconds(1);
    private static final Duration ON_TOP = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OkHttpTelegramClient replies;
    private final OkHttpTelegramClient bulk;
    private final Polls polls;
    private final MeterRegistry meters;

    BotApi(TelegramSettings settings, MeterRegistry meters) {
        var gate = new Gate(settings.messagesPerSecond());
        this.replies = client(settings, Wire.client(LONGEST, gate));
        this.bulk = client(settings, Wire.client(LONGEST, gate));
        var polling = Wire.client(settings.pollTimeout().plus(ON_TOP), gate);
        this.polls = new Polls(settings, polling);
        this.meters = meters;
    }

    private static OkHttpTelegramClient client(TelegramSettings settings, OkHttpClient http) {
        var api = settings.apiUrl();
        var usual = "https".equals(api.getScheme()) ? 443 : 80;
        var port = api.getPort() < 0 ? usual : api.getPort();
        var url = new TelegramUrl(api.getScheme(), api.getHost(), port, false);
        return new OkHttpTelegramClient(http, settings.token(), url);
    }

    /** Calls this method, for one person. */
    public <T extends Serializable> Answer<T> call(BotApiMethod<T> method) {
        return counted(method.getMethod(), await(() -> replies.executeAsync(method)));
    }

    /** Calls this method, for one of many. */
    public <T extends Serializable> Answer<T> callForMany(BotApiMethod<T> method) {
        return counted(method.getMethod(), await(() -> bulk.executeAsync(method)));
    }

    /** Tells Telegram where to post. */
    public Answer<Boolean> call(SetWebhook method) {
        return counted(method.getMethod(), await(() -> replies.executeAsync(method)));
    }

    /** Waits for what happens next; each element is an update, whatever it looks like. */
    public Answer<JsonNode> poll(long offset, List<String> kinds) {
        return counted("getupdates", polls.next(offset, kinds));
    }

    /** Ends a poll that is under way. */
    public void stopPolling() {
        polls.stop();
    }

    private interface Calling<T> {
        CompletableFuture<T> start() throws TelegramApiException;
    }

    private static <T> Answer<T> await(Calling<T> calling) {
        try {
            var result = calling.start().get(NO_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer.Done<>(result);
        } catch (ExecutionException e) {
            return failure(e.getCause());
        } catch (TelegramApiException e) {
            return failure(e);
        } catch (TimeoutException _) {
            return new Answer.Lost<>("hanging");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Lost<>("interrupted");
        }
    }

    static <T> Answer<T> failure(@Nullable Throwable cause) {
        return switch (cause) {
            case Wire.NeverLeft it -> new Answer.NotSent<>(name(it.getCause()));
            case Wire.ServerBroken it -> new Answer.Broken<>(it.code);
            case TelegramApiRequestException it -> refused(it);
            // its message would tell the words of the message
            case TelegramApiValidationException _ -> new Answer.Refused<>(400, "not valid");
            case null, default -> new Answer.Lost<>(name(cause));
        };
    }

    private static <T> Answer<T> refused(TelegramApiRequestException it) {
        var code = it.getErrorCode() == null ? 0 : it.getErrorCode();
        var parameters = it.getParameters();
        var after = parameters == null ? null : parameters.getRetryAfter();
        return refused(code, it.getApiResponse(), after == null ? 0 : after);
    }

    static <T> Answer<T> refused(int code, @Nullable String description, int after) {
        if (code == 429) {
            return new Answer.TooMany<>(Duration.ofSeconds(Math.max(1, after)));
        }
        if (code >= 500) {
            return new Answer.Broken<>(code);
        }
        // what was no answer of Telegram's, a proxy's page for one, says nothing about the call
        return code == 0
                ? new Answer.Lost<>("unreadable")
                : new Answer.Refused<>(
                        code, description == null ? "" : description.toLowerCase(Locale.ROOT));
    }

    private <T> Answer<T> counted(String method, Answer<T> answer) {
        meters.counter(
                        "cop.telegram.calls",
                        "method",
                        method.toLowerCase(Locale.ROOT),
                        "outcome",
                        answer.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
        return answer;
    }

    static String name(@Nullable Throwable thrown) {
        return thrown == null ? "unknown" : thrown.getClass().getSimpleName();
    }

    /** Reads an answer as a tree: one strange update must not hide the others. */
    static Answer<JsonNode> read(String body) {
        try {
            var tree = JSON.readTree(body);
            if (tree.path("ok").asBoolean()) {
                return new Answer.Done<>(tree.path("result"));
            }
            return refused(
                    tree.path("error_code").asInt(),
                    tree.path("description").asText(),
                    tree.path("parameters").path("retry_after").asInt());
        } catch (JsonProcessingException _) {
            return new Answer.Lost<>("unreadable");
        }
    }
}
