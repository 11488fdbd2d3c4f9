package itu.cop.operations;

import itu.cop.understanding.Understanding;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service while the models are being trained; the chat and the risk gate already work. */
@Component("models")
class ModelsHealth implements HealthIndicator {
    private final Understanding understanding;

    ModelsHealth(Understanding understanding) {
        this.understanding = understanding;
    }

    @Override
    public Health health() {
        return understanding.ready()
                ? Health.up().build()
                : Health.outOfService().withDetail("progress", understanding.progress()).build();
    }
}
