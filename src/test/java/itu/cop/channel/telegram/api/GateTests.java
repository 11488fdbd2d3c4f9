package itu.cop.channel.telegram.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GateTests {
    @Test
    void aPlaceIsFreeASecondAfterItsCallHasEndedAndNotAfterItBegan() throws Exception {
        var gate = new Gate(1);
        var entered = new CountDownLatch(1);
        var next = new ConcurrentLinkedQueue<Long>();
        gate.enter();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> {
                gate.enter();
                next.add(System.nanoTime());
                entered.countDown();
                return true;
            });
            assertThat(entered.await(1100, TimeUnit.MILLISECONDS)).isFalse();
            var ended = System.nanoTime();
            gate.leave();
            assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(next.element() - ended).isGreaterThan(Duration.ofSeconds(1).toNanos());
        }
    }
}
