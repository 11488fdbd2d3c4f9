package itu.cop.duty;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where urgent notices go; what is unset or empty is not used.
 *
 * @param webhookUrl takes a POST of JSON
 * @param emailTo needs {@code spring.mail.host}
 * @param emailFrom unset: the same as {@code emailTo}
 */
@ConfigurationProperties("cop.notify")
record DutySettings(
        @Nullable String webhookUrl, @Nullable String emailTo, @Nullable String emailFrom) {
    /** Refuses an address that nothing can be posted to; the message does not repeat it. */
    DutySettings {
        webhookUrl = given(webhookUrl);
        emailTo = given(emailTo);
        emailFrom = given(emailFrom);
        if (webhookUrl != null && !isWeb(URI.create(webhookUrl))) {
            throw new IllegalArgumentException(
                    "cop.notify.webhook-url must begin with https:// or http:// and name a host");
        }
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static boolean isWeb(URI url) {
        return url.getHost() != null && Set.of("http", "https").contains(url.getScheme());
    }
}
