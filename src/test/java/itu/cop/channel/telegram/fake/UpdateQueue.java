package itu.cop.channel.telegram.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What happened, until the bot has confirmed it: fetched by long polling, or posted to it. */
final class UpdateQueue {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Set<String> ONLY_WHEN_NAMED =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final Map<Long, String> all = new HashMap<>();
    private final TreeMap<Long, String> waiting = new TreeMap<>();
    private final Map<String, ArrayDeque<Long>> posting = new HashMap<>();
    private final List<Integer> answers = new ArrayList<>();
    private Set<String> allowed = Set.of();
    private long next = 100;
    private long poller;
    private @Nullable Hook hook;

    /** A webhook as the bot has set it. */
    record Hook(URI url, String secret) {}

    /**
     * Something happened.
     *
     * @param key what shares a key is posted one after the other
     * @param rest the JSON of the update without its id
     */
    synchronized long add(String kind, String key, String rest) {
        if (allowed.isEmpty() ? ONLY_WHEN_NAMED.contains(kind) : !allowed.contains(kind)) {
            return -1;
        }
        var id = next++;
        waiting.put(id, "{\"update_id\":" + id + "," + rest + "}");
        all.put(id, json(id));
        if (hook != null) {
            post(key, id);
        }
        notifyAll();
        return id;
    }

    /** Puts something in as it is, which may be nonsense. */
    synchronized long addRaw(java.util.function.LongFunction<String> json) {
        var id = next++;
        waiting.put(id, json.apply(id));
        if (hook != null) {
            post("raw", id);
        }
        notifyAll();
        return id;
    }

    synchronized void skipTo(long id) {
        next = id;
    }

    /** Delivers an update once more, as after an answer that got lost. */
    synchronized void again(long id, String json) {
        waiting.put(id, json);
        if (hook != null) {
            post("again", id);
        }
        notifyAll();
    }

    /** What was once in the queue. */
    synchronized String past(long id) {
        return all.getOrDefault(id, "");
    }

    synchronized String json(long id) {
        return waiting.getOrDefault(id, "");
    }

    synchronized int size() {
        return waiting.size();
    }

    synchronized List<Integer> answers() {
        return List.copyOf(answers);
    }

    synchronized void allow(Set<String> kinds) {
        allowed = kinds;
    }

    synchronized Set<String> allowed() {
        return allowed;
    }

    /** The result of getUpdates. */
    synchronized String poll(long offset, int limit, Duration timeout) throws ApiError {
        if (hook != null) {
            throw new ApiError(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use"
                            + " deleteWebhook to delete the webhook first");
        }
        var me = ++poller;
        notifyAll();
        if (offset > 0) {
            waiting.headMap(offset).clear();
        }
        var end = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                if (me != poller) {
                    throw new ApiError(
                            409,
                            "Conflict: terminated by other getUpdates request; make sure that only"
                                    + " one bot instance is running");
                }
                var left = (end - System.nanoTime()) / 1_000_000;
                if (!waiting.isEmpty() || left <= 0) {
                    return waiting.values().stream()
                            .limit(limit)
                            .collect(java.util.stream.Collectors.joining(",", "[", "]"));
                }
                wait(left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "[]";
        }
    }

    synchronized @Nullable Hook hook() {
        return hook;
    }

    synchronized void hook(@Nullable Hook now) {
        hook = now;
        poller++;
        notifyAll();
        if (now != null) {
            waiting.keySet().forEach(id -> post("backlog", id));
        }
    }

    private void post(String key, long id) {
        var queue = posting.computeIfAbsent(key, it -> new ArrayDeque<>());
        queue.add(id);
        if (queue.size() == 1) {
            Thread.startVirtualThread(() -> postAll(queue));
        }
    }

    private void postAll(ArrayDeque<Long> queue) {
        var pause = Duration.ZERO;
        while (true) {
            Hook to;
            String body;
            synchronized (this) {
                var id = queue.peek();
                if (id == null || hook == null) {
                    queue.clear();
                    return;
                }
                to = hook;
                body = json(id);
            }
            if (body.isEmpty() || isTaken(to, body)) {
                pause = Duration.ZERO;
                synchronized (this) {
                    waiting.remove(queue.poll());
                }
            } else {
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.isZero() ? Duration.ofMillis(100) : pause.multipliedBy(2);
                pause = pause.compareTo(Duration.ofSeconds(2)) > 0 ? Duration.ofSeconds(2) : pause;
            }
        }
    }

    private boolean isTaken(Hook to, String body) {
        var request =
                HttpRequest.newBuilder(to.url())
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        if (!to.secret().isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", to.secret());
        }
        try {
            var status = HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
            synchronized (this) {
                answers.add(status);
            }
            return status / 100 == 2;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
