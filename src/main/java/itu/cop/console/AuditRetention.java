package itu.cop.console;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets who did what, once it is long ago. */
@Component
class AuditRetention {
    private final AuditTable audit;
    private final Settings settings;

    AuditRetention(AuditTable audit, Settings settings) {
        this.audit = audit;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void retire() {
        audit.forgetOlderThan(settings.audit());
    }

    /** How long it is kept. */
    @ConfigurationProperties("cop.retention")
    record Settings(@DefaultValue("365d") Duration audit) {}
}
