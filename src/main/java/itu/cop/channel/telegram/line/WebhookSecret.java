package itu.cop.channel.telegram.line;

import itu.cop.channel.telegram.api.TelegramIsOn;
import itu.cop.channel.telegram.api.TelegramSettings;
import itu.cop.storage.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** What Telegram shows at our door. Where none is set, all replicas make the same one. */
@Component
@Conditional(TelegramIsOn.class)
class WebhookSecret {
    static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private final String value;
    private final Sealer sealer;

    WebhookSecret(TelegramSettings settings, Sealer sealer) {
        var set = settings.webhookSecret();
        this.sealer = sealer;
        this.value = set == null ? HexFormat.of().formatHex(hash(settings.token())) : set;
    }

    String value() {
        return value;
    }

    /** Takes the same time however much of it is right. */
    boolean matches(@Nullable String shown) {
        return shown != null && MessageDigest.isEqual(hash(shown), hash(value));
    }

    private byte[] hash(String text) {
        return sealer.fingerprint("telegram.webhook-secret", text.getBytes(StandardCharsets.UTF_8));
    }
}
