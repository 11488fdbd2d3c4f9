package itu.cop;

import itu.cop.channel.telegram.fake.FakeTelegram;
import itu.cop.content.ContentFolder;
import itu.cop.content.Language;
import itu.cop.content.Language.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * People who write at a steady pace, answered or not. Questions come from people who take turns; a
 * crisis each time from somebody new, so that no conversation about it delays a question. What they
 * write comes from the content and is never shown.
 */
final class Crowd {
    private static final long FIRST = 7_700_000_000L;
    private static final long STRANGERS = 7_800_000_000L;
    private static final int ONE_CRISIS_IN = 50;

    private final FakeTelegram telegram;
    private final ScheduledExecutorService clock;
    private final int people;
    private final int rate;
    private final List<String> questions;
    private final List<String> crises;
    private final Map<Long, Sent> waiting = new ConcurrentHashMap<>();
    private volatile Stretch now = new Stretch();
    private int count;

    /** Those who wrote in one stretch of time. */
    record Stretch(Waits questions, Waits crises) {
        Stretch() {
            this(new Waits(), new Waits());
        }
    }

    private record Sent(long nanos, Waits waits) {}

    Crowd(FakeTelegram telegram, ScheduledExecutorService clock, int people, int rate) {
        this.telegram = telegram;
        this.clock = clock;
        this.people = people;
        this.rate = rate;
        var english = ContentFolder.read(Path.of("intents")).source();
        this.questions = questions(english);
        this.crises = crises(english);
        telegram.watch(this::hear);
    }

    private static List<String> questions(Language english) {
        return english.checks().stream().filter(Crowd::isClearQuestion).map(Check::text).toList();
    }

    private static List<String> crises(Language english) {
        return english.crises().values().stream()
                .flatMap(crisis -> crisis.examples().stream())
                .toList();
    }

    /** With a question mark nobody waits for the rest of it. */
    private static boolean isClearQuestion(Check check) {
        return check.text().contains("?") && !check.intents().contains("none");
    }

    /** Everybody writes for so long. */
    Stretch write(long seconds) throws InterruptedException, ExecutionException {
        now = new Stretch();
        var period = TimeUnit.SECONDS.toNanos(1) / rate;
        var writing = clock.scheduleAtFixedRate(this::one, 0, period, TimeUnit.NANOSECONDS);
        try {
            writing.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException over) {
            writing.cancel(false);
        }
        return now;
    }

    /** How many wait for an answer. */
    int waiting() {
        return waiting.size();
    }

    private void one() {
        var number = count++;
        if (number % ONE_CRISIS_IN == ONE_CRISIS_IN - 1) {
            var text = crises.get(number / ONE_CRISIS_IN % crises.size());
            say(STRANGERS + number, text, now.crises());
        } else {
            say(FIRST + number % people, questions.get(number % questions.size()), now.questions());
        }
    }

    private void say(long person, String text, Waits waits) {
        waits.sent();
        waiting.put(person, new Sent(System.nanoTime(), waits));
        telegram.says(person, text);
    }

    private void hear(FakeTelegram.Call call) {
        if (call.accepted() && call.method().equals("sendmessage")) {
            var sent = waiting.remove(call.chat());
            if (sent != null) {
                sent.waits().answered(call.nanos() - sent.nanos());
            }
        }
    }
}
