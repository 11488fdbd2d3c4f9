package itu.cop;

import static org.awaitility.Awaitility.await;

import itu.cop.Crowd.Stretch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.json.JsonMapper;

/** How long people wait on Telegram while many write. The command is in benchmarks.md. */
public final class TelegramLoad {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);
    private static final Set<String> OPTIONS =
            Set.of("rate", "seconds", "warmup", "people", "webhook", "jvm");

    private TelegramLoad() {}

    /** Measures once and prints a block to read and one line of JSON. */
    public static void main(String[] arguments) throws Exception {
        var options = BenchOptions.of(arguments, OPTIONS);
        int rate = options.number("rate", 100);
        int people = options.number("people", 2000);
        int seconds = options.number("seconds", 60);
        try (var bot = new LoadedBot(options);
                var clock = Executors.newScheduledThreadPool(2)) {
            var crowd = new Crowd(bot.telegram, clock, people, rate);
            crowd.write(options.number("warmup", people / rate + 10));
            var measured = crowd.write(seconds);
            awaitAnswers(crowd);
            print(options.has("webhook") ? "webhook" : "polling", rate, measured, bot);
        }
    }

    /** Who is not answered by then counts as not answered. */
    private static void awaitAnswers(Crowd crowd) {
        try {
            await().atMost(LAST_ANSWERS).until(() -> crowd.waiting() == 0);
        } catch (ConditionTimeoutException unanswered) {
            System.out.println("Still waiting: " + crowd.waiting());
        }
    }

    private static void print(String way, int rate, Stretch measured, LoadedBot bot)
            throws Exception {
        var rss = bot.resident("VmRSS");
        var peak = bot.resident("VmHWM");
        System.out.printf(
                """
                Telegram by %s, %d messages a second
                  questions  %s
                  crises     %s
                  memory     %d MB resident, %d MB at most, %.0f MB heap in use
                  complaints %d lines of the log
                """,
                way,
                rate,
                measured.questions(),
                measured.crises(),
                rss,
                peak,
                bot.heap(),
                bot.complaints());
        var json = new LinkedHashMap<String, Object>();
        json.put("way", way);
        json.put("rate", rate);
        json.put("questions", figures(measured.questions()));
        json.put("crises", figures(measured.crises()));
        json.put("residentMb", rss);
        json.put("residentPeakMb", peak);
        System.out.println(new JsonMapper().writeValueAsString(json));
    }

    private static Map<String, Object> figures(Waits waits) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("sent", waits.count());
        figures.put("answered", waits.share());
        if (waits.share() > 0) {
            figures.put("p50Ms", waits.millis(0.50));
            figures.put("p95Ms", waits.millis(0.95));
            figures.put("p99Ms", waits.millis(0.99));
        }
        return figures;
    }
}
