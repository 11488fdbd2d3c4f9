package itu.cop.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.understanding.RiskGate.Finding;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class GateLimitTests {
    @Test
    void aGateThatThrowsComesBackEmpty() {
        try (var limit = new GateLimit(Duration.ofSeconds(10))) {
            var finding =
                    limit.within(() -> {
                        throw new IllegalStateException("boom");
                    });
            assertThat(finding).isEmpty();
        }
    }

    @Test
    void aGateThatHangsComesBackEmpty() {
        var never = new CountDownLatch(1);
        try (var limit = new GateLimit(Duration.ofMillis(50))) {
            var finding =
                    limit.within(() -> {
                        never.await();
                        return Finding.NOTHING;
                    });
            assertThat(finding).isEmpty();
        }
    }

    @Test
    void aClosedGateComesBackEmpty() {
        var limit = new GateLimit(Duration.ofSeconds(10));
        limit.close();
        assertThat(limit.within(() -> Finding.NOTHING)).isEmpty();
    }

    @Test
    void aGateInTimeIsBelieved() {
        try (var limit = new GateLimit(Duration.ofSeconds(10))) {
            assertThat(limit.within(() -> Finding.NOTHING)).contains(Finding.NOTHING);
        }
    }
}
