package itu.cop.channel.telegram.api;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the bot is on Telegram.
 *
 * @param token from BotFather; none means no Telegram
 * @param apiUrl scheme, host and port of the Bot API
 * @param webhookUrl where Telegram reaches this bot from outside; none means long polling
 * @param webhookSecret what Telegram shows at that door; none means one made from the secret key
 * @param messagesPerSecond 30, or what a paid broadcast allows
 * @param pollTimeout how long a poll waits for something to happen
 */
@ConfigurationProperties("cop.telegram")
public record TelegramSettings(
        @DefaultValue("") String token,
        @DefaultValue("https://api.telegram.org") URI apiUrl,
        @Nullable URI webhookUrl,
        @Nullable String webhookSecret,
        @DefaultValue("30") int messagesPerSecond,
        @DefaultValue("25s") Duration pollTimeout) {
    /** The path of the webhook. */
    public static final String WEBHOOK = "/telegram/webhook";

    private static final int FREE = 30;

    public TelegramSettings {
        token = token.strip();
        webhookUrl = webhookUrl == null || webhookUrl.toString().isBlank() ? null : webhookUrl;
        webhookSecret =
                webhookSecret == null || webhookSecret.isBlank() ? null : webhookSecret.strip();
        check(token.matches("[A-Za-z0-9:_-]*"), "token", "copy it whole from BotFather");
        check(isBase(apiUrl), "api-url", "it is scheme://host[:port], without a path");
        check(
                webhookSecret == null || webhookSecret.matches("[A-Za-z0-9_-]{1,256}"),
                "webhook-secret",
                "use 1 to 256 of A-Z a-z 0-9 _ -");
        check(
                webhookUrl == null || webhookUrl.getHost() != null,
                "webhook-url",
                "it is https://host" + WEBHOOK);
        check(
                messagesPerSecond >= 1 && messagesPerSecond <= 1000,
                "messages-per-second",
                "choose 1 to 1000");
    }

    private static boolean isBase(URI url) {
        var path = url.getPath();
        return url.getHost() != null
                && url.getRawUserInfo() == null
                && (path == null || path.isEmpty() || path.equals("/"))
                && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
    }

    private static void check(boolean right, String property, String advice) {
        if (!right) {
            throw new IllegalArgumentException("cop.telegram." + property + ": " + advice);
        }
    }

    /** More is sent than is free, so announcements say that they are paid for. */
    public boolean isPaid() {
        return messagesPerSecond > FREE;
    }

    /** The public number of the bot: it stands before the colon of the token. */
    public String bot() {
        var colon = token.indexOf(':');
        return colon < 1 ? "0" : token.substring(0, colon);
    }

    /** The address to register; none when polling. */
    public @Nullable String webhook() {
        if (webhookUrl == null) {
            return null;
        }
        var path = webhookUrl.getPath();
        return path == null || path.isEmpty() || path.equals("/")
                ? webhookUrl.resolve(WEBHOOK).toString()
                : webhookUrl.toString();
    }

    /** Never shows the token nor the secret. */
    @Override
    public String toString() {
        return "TelegramSettings[" + apiUrl + ", polling=" + (webhookUrl == null) + "]";
    }
}
