package itu.cop.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The link that makes the first administrator. Its token lives in memory, until the next start. */
@Component
class SetupLink {
    private static final Logger LOG = LoggerFactory.getLogger(SetupLink.class);

    private final StaffTable staff;
    private final ConsoleSettings settings;
    private volatile @Nullable String token;

    SetupLink(StaffTable staff, ConsoleSettings settings) {
        this.staff = staff;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(20)
    void print() {
        if (staff.hasAdministrator()) {
            return;
        }
        var given = settings.setupToken();
        var fresh = given == null || given.isBlank() ? random() : given;
        token = fresh;
        var link =
                UriComponentsBuilder.fromUri(settings.publicUrl())
                        .path("/console/setup")
                        .queryParam("token", "{token}")
                        .encode()
                        .buildAndExpand(fresh);
        LOG.info("Setup (first administrator): {}", link);
    }

    /** True for the right token, while there is no administrator. */
    boolean opensWith(String offered) {
        var expected = token;
        return expected != null
                && MessageDigest.isEqual(digest(expected), digest(offered))
                && !staff.hasAdministrator();
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Of equal length whatever was offered, so that comparing tells nothing by its time. */
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
