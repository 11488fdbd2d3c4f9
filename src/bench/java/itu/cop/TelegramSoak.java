package itu.cop;

import itu.cop.Crowd.Stretch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.stream.Collectors;

/** Whether anything grows while people write for long. The command is in benchmarks.md. */
public final class TelegramSoak {
    private static final int LOOK_EVERY = 5;
    private static final double STEADY = 0.10;
    private static final Set<String> OPTIONS =
            Set.of("rate", "minutes", "minute", "people", "webhook", "jvm");

    private TelegramSoak() {}

    /** How the bot was at the end of a minute; the heap is the least that was seen during it. */
    private record Minute(
            Stretch stretch, long resident, double heap, int threads, Map<String, Long> rows) {
        @Override
        public String toString() {
            return String.format(
                    "%d MB resident, heap %.0f MB, %d threads, p99 %.1f ms, crises %.1f ms,"
                            + " %.2f %% answered, rows %s",
                    resident,
                    heap,
                    threads,
                    stretch.questions().millis(0.99),
                    stretch.crises().millis(0.99),
                    100 * stretch.questions().share(),
                    rows);
        }
    }

    /** Prints a line a minute and at the end what has grown. */
    public static void main(String[] arguments) throws Exception {
        var options = BenchOptions.of(arguments, OPTIONS);
        int people = options.number("people", 2000);
        int rate = options.number("rate", 50);
        int seconds = options.number("minute", 60);
        var minutes = new ArrayList<Minute>();
        try (var bot = new LoadedBot(options);
                var clock = Executors.newScheduledThreadPool(2)) {
            var crowd = new Crowd(bot.telegram, clock, people, rate);
            for (int i = 1; i <= options.number("minutes", 30); i++) {
                minutes.add(minute(bot, crowd, clock, seconds));
                System.out.println("minute " + i + ": " + minutes.getLast());
            }
            System.out.println(verdict(minutes) + ", " + bot.complaints() + " complaints logged");
        }
    }

    private static Minute minute(
            LoadedBot bot, Crowd crowd, ScheduledExecutorService clock, int seconds)
            throws Exception {
        var heap = new DoubleAccumulator(Math::min, Double.POSITIVE_INFINITY);
        var looking =
                clock.scheduleAtFixedRate(
                        () -> heap.accumulate(bot.heap()), 0, LOOK_EVERY, TimeUnit.SECONDS);
        var stretch = crowd.write(seconds);
        looking.cancel(false);
        return now(bot, stretch, heap.get());
    }

    private static Minute now(LoadedBot bot, Stretch stretch, double heap) throws IOException {
        return new Minute(stretch, bot.resident("VmRSS"), heap, bot.threads(), bot.rows());
    }

    /**
     * What the first minute brings, when everybody is new and code is still compiled, is no sign.
     */
    private static String verdict(List<Minute> minutes) {
        if (minutes.size() < 3) {
            return "VERDICT: too short to tell";
        }
        var from = minutes.get(1);
        var to = minutes.getLast();
        var rows =
                to.rows().entrySet().stream()
                        .map(row -> growth(row, from))
                        .collect(Collectors.joining(", "));
        return String.format(
                "VERDICT: resident %s, heap %s, threads %s, p99 %s; rows: %s",
                growth(from.resident(), to.resident()),
                growth(from.heap(), to.heap()),
                growth(from.threads(), to.threads()),
                growth(
                        from.stretch().questions().millis(0.99),
                        to.stretch().questions().millis(0.99)),
                rows);
    }

    private static String growth(Map.Entry<String, Long> row, Minute from) {
        return row.getKey() + " +" + (row.getValue() - from.rows().getOrDefault(row.getKey(), 0L));
    }

    private static String growth(double from, double to) {
        var share = (to - from) / Math.max(from, 1);
        return String.format(
                "%+.0f (%+.1f %%, %s)",
                to - from, 100 * share, share <= STEADY ? "steady" : "GROWS");
    }
}
