package itu.cop.channel.telegram.line;

import com.fasterxml.jackson.databind.JsonNode;
import itu.cop.channel.telegram.Intake;
import itu.cop.channel.telegram.api.Answer;
import itu.cop.channel.telegram.api.BotApi;
import itu.cop.channel.telegram.api.TelegramIsOn;
import itu.cop.channel.telegram.api.TelegramSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;

/**
 * Fetches updates. Each is committed before the offset moves past it, so what a crash leaves behind
 * comes again.
 */
@Component
@Conditional(TelegramIsOn.class)
class Poller implements Source {
    private final BotApi api;
    private final Intake intake;
    private final LineState state;
    private final String ownHost;
    // Only needed until the next poll has confirmed it: after a quiet week Telegram's numbers
    // start anywhere, and an old offset would hide lower ones.
    private long offset;
    private boolean free;

    Poller(
            BotApi api,
            Intake intake,
            LineState state,
            @Value("${cop.public-url:http://localhost:8080}") URI publicUrl) {
        this.api = api;
        this.intake = intake;
        this.state = state;
        this.ownHost = String.valueOf(publicUrl.getHost());
    }

    @Override
    public void reset() {
        offset = 0;
        free = false;
    }

    @Override
    public void stop() {
        api.stopPolling();
    }

    @Override
    public Duration step() {
        return free ? poll() : checkWebhook();
    }

    private Duration poll() {
        return switch (api.poll(offset, Intake.KINDS)) {
            case Answer.Done<JsonNode>(var updates) -> take(updates);
            case Answer<JsonNode> other -> rest(other);
        };
    }

    private Duration take(JsonNode updates) {
        for (var update : updates) {
            try {
                intake.take(update);
            } catch (DataAccessException | TransactionException away) {
                return state.bad(Trouble.DATABASE, away.getClass().getSimpleName());
            }
            offset = Math.max(offset, update.path("update_id").asLong() + 1);
        }
        if (updates.isEmpty()) {
            offset = 0;
        }
        state.good();
        return Duration.ZERO;
    }

    private Duration rest(Answer<?> answer) {
        return switch (answer) {
            case Answer.TooMany<?>(var pause) -> {
                var own = state.bad(Trouble.TOO_MANY, "429");
                yield own.compareTo(pause) > 0 ? own : pause.plusMillis(own.toMillis() / 4);
            }
            case Answer.Refused<?> it when it.isToken() ->
                    state.bad(Trouble.TOKEN_REFUSED, "" + it.code());
            case Answer.Refused<?> it when it.code() == 409 && it.says("webhook") -> {
                free = false;
                yield state.bad(Trouble.FOREIGN_WEBHOOK, "409");
            }
            case Answer.Refused<?> it when it.code() == 409 ->
                    state.bad(Trouble.OTHER_POLLER, "409");
            case Answer.Refused<?>(var code, _) -> state.bad(Trouble.BROKEN, "" + code);
            case Answer.Broken<?>(var code) -> state.bad(Trouble.UNREACHABLE, "" + code);
            case Answer.Lost<?>(var reason) -> state.bad(Trouble.UNREACHABLE, reason);
            case Answer.NotSent<?>(var reason) -> state.bad(Trouble.UNREACHABLE, reason);
            case Answer.Done<?> _ -> Duration.ZERO;
        };
    }

    /** Whoever polls while a webhook is set takes it down for somebody else. */
    private Duration checkWebhook() {
        return switch (api.call(new GetWebhookInfo())) {
            case Answer.Done<WebhookInfo>(var info) -> respect(info.getUrl());
            case Answer.Refused<WebhookInfo> it when !it.isToken() -> go();
            case Answer<WebhookInfo> other -> rest(other);
        };
    }

    private Duration respect(@Nullable String url) {
        if (url == null || url.isEmpty()) {
            return go();
        }
        if (!isOurs(url)) {
            return state.bad(Trouble.FOREIGN_WEBHOOK, "set elsewhere");
        }
        var removed = api.call(new DeleteWebhook());
        return removed instanceof Answer.Done ? go() : rest(removed);
    }

    private boolean isOurs(String url) {
        try {
            var uri = URI.create(url);
            return TelegramSettings.WEBHOOK.equals(uri.getPath()) && ownHost.equals(uri.getHost());
        } catch (IllegalArgumentException strange) {
            return false;
        }
    }

    private Duration go() {
        free = true;
        return Duration.ZERO;
    }
}
