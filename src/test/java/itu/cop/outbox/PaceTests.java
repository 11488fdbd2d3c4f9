package itu.cop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PaceTests {
    @Test
    void aSlotThatWasMissedIsNotUsedLate() {
        var pace = Pace.of(30);

        assertThat(pace.await(System.nanoTime() - Duration.ofMillis(11).toNanos())).isFalse();
        assertThat(pace.await(System.nanoTime())).isTrue();
    }

    @Test
    void atHighRatesOneProcessStaysWithinEachSlidingSecond() {
        var pace = Pace.of(250);
        var starts = new ConcurrentLinkedQueue<Long>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 600; i++) {
                threads.execute(() -> {
                    pace.await(System.nanoTime());
                    starts.add(System.nanoTime());
                });
            }
        }

        var sorted = starts.stream().sorted().toList();
        assertThat(sorted.getLast() - sorted.getFirst())
                .isGreaterThan(Duration.ofMillis(1990).toNanos());
    }

    @Test
    void slotsAreAHairFurtherApartThanTheLimit() {
        assertThat(Pace.spacing(30).multipliedBy(30)).isGreaterThan(Duration.ofMillis(1019));
        assertThat(1e9 / Pace.spacing(30).toNanos()).isGreaterThan(29.0);
        assertThat(1e9 / Pace.spacing(1000).toNanos()).isGreaterThan(997.0);
    }
}
