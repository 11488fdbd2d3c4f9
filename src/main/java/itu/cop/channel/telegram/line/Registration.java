package itu.cop.channel.telegram.line;

import itu.cop.channel.telegram.Intake;
import itu.cop.channel.telegram.api.Answer;
import itu.cop.channel.telegram.api.BotApi;
import itu.cop.channel.telegram.api.TelegramIsOn;
import itu.cop.channel.telegram.api.TelegramSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;

/** Tells Telegram once where to post, and then looks whether it can. */
@Component
@Conditional(TelegramIsOn.class)
class Registration implements Source {
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final long RECENT = Duration.ofMinutes(2).toSeconds();

    private final BotApi api;
    private final TelegramSettings settings;
    private final WebhookSecret secret;
    private final WebhookTable table;
    private final LineState state;
    private final Clock clock;

    Registration(
            BotApi api,
            TelegramSettings settings,
            WebhookSecret secret,
            WebhookTable table,
            LineState state,
            Clock clock) {
        this.api = api;
        this.settings = settings;
        this.secret = secret;
        this.table = table;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public void reset() {}

    @Override
    public void stop() {}

    @Override
    public Duration step() {
        try {
            return switch (api.call(new GetWebhookInfo())) {
                case Answer.Done<WebhookInfo>(var info) -> compare(info);
                case Answer.Refused<WebhookInfo> it when !it.isToken() -> register();
                case Answer<WebhookInfo> other -> rest(other);
            };
        } catch (DataAccessException | TransactionException away) {
            return state.bad(Trouble.DATABASE, away.getClass().getSimpleName());
        }
    }

    private Duration compare(WebhookInfo info) {
        if (!url().equals(info.getUrl()) || !table.isRegistered(what())) {
            return register();
        }
        var failed = info.getLastErrorDate();
        var waiting = info.getPendingUpdatesCount();
        if (failed != null
                && waiting != null
                && waiting > 0
                && clock.instant().getEpochSecond() - failed < RECENT) {
            return state.bad(Trouble.UNDELIVERED, waiting + " wait");
        }
        return good();
    }

    private Duration register() {
        var answer =
                api.call(
                        SetWebhook.builder()
                                .url(url())
                                .secretToken(secret.value())
                                .allowedUpdates(Intake.KINDS)
                                .build());
        if (answer instanceof Answer.Done) {
            table.registered(what());
            return good();
        }
        return rest(answer);
    }

    private Duration good() {
        state.good();
        return LOOK;
    }

    private Duration rest(Answer<?> answer) {
        return switch (answer) {
            case Answer.TooMany<?>(var pause) -> {
                state.bad(Trouble.TOO_MANY, "429");
                yield pause.plusMillis(500);
            }
            case Answer.Refused<?> it ->
                    state.bad(
                            it.isToken() ? Trouble.TOKEN_REFUSED : Trouble.BROKEN, "" + it.code());
            default -> state.bad(Trouble.UNREACHABLE, answer.getClass().getSimpleName());
        };
    }

    private String url() {
        return Objects.requireNonNull(settings.webhook());
    }

    private String what() {
        return settings.bot() + url() + '\n' + secret.value() + '\n' + Intake.KINDS;
    }
}
