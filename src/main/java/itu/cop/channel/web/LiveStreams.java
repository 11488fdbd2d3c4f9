package itu.cop.channel.web;

import itu.cop.channel.web.WebChatChannel.Nudge;
import itu.cop.storage.Wakeups;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The open pages on this replica. A wake-up is a hint: every few seconds the table is asked too.
 */
@Component
class LiveStreams {
    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);
    private static final int PER_SESSION = 6;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration LOOK_BACK = Duration.ofSeconds(30);

    private final WebMessageTable messages;
    private final WebSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, List<Live>> pages = new ConcurrentHashMap<>();
    private volatile boolean closing;

    LiveStreams(
            WebMessageTable messages,
            WebSettings settings,
            JsonMapper json,
            Clock clock,
            Wakeups wakeups) {
        this.messages = messages;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        wakeups.on(WebChatChannel.NAME, payload -> woken(Nudge.of(payload)));
    }

    /** Opens a stream of what comes after this message; empty when there is no room. */
    Optional<SseEmitter> open(WebVisitors.Visitor visitor, long after) {
        if (closing || size() >= settings.streams()) {
            return Optional.empty();
        }
        var live = new Live(visitor, after);
        var ofSession =
                Objects.requireNonNull(
                        pages.compute(visitor.hex(), (_, others) -> joined(others, live)));
        if (ofSession.size() > PER_SESSION) {
            ofSession.getFirst().close();
        }
        if (closing) {
            live.close();
        }
        Thread.startVirtualThread(live::begin);
        return Optional.of(live.emitter);
    }

    private static List<Live> joined(@Nullable List<Live> others, Live live) {
        var all = others == null ? new CopyOnWriteArrayList<Live>() : others;
        all.add(live);
        return all;
    }

    int size() {
        return pages.values().stream().mapToInt(List::size).sum();
    }

    private List<Live> of(String hex) {
        return pages.getOrDefault(hex, List.of());
    }

    private List<Live> all() {
        return pages.values().stream().flatMap(List::stream).toList();
    }

    private void woken(Nudge nudge) {
        for (var live : of(nudge.hex())) {
            Thread.startVirtualThread(
                    switch (nudge.kind()) {
                        case MESSAGE -> live::deliver;
                        case TYPING -> live::typing;
                        case REMOVED -> live::kept;
                    });
        }
    }

    @Scheduled(fixedDelay = 5_000)
    void catchUp() {
        if (pages.isEmpty()) {
            return;
        }
        try {
            messages.activeSince(clock.instant().minus(LOOK_BACK)).stream()
                    .flatMap(hex -> of(hex).stream())
                    .forEach(Live::deliver);
        } catch (DataAccessException | TransactionException e) {
            log.debug("no catching up: {}", e.getClass().getSimpleName());
        }
    }

    /** Keeps the connections open through proxies, and lets a page notice a dead one. */
    @Scheduled(fixedDelay = 15_000)
    void beat() {
        all().forEach(Live::beat);
    }

    /** Open streams would hold up a graceful shutdown. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        all().forEach(Live::close);
    }

    private final class Live {
        private final WebVisitors.Visitor visitor;
        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private long last;

        Live(WebVisitors.Visitor visitor, long last) {
            this.visitor = visitor;
            this.last = last;
            emitter.onCompletion(this::drop);
            emitter.onTimeout(emitter::complete);
            emitter.onError(_ -> drop());
        }

        void begin() {
            beat();
            kept();
            deliver();
        }

        synchronized void deliver() {
            read(() -> {
                for (var message : messages.after(visitor.key(), last)) {
                    send(
                            SseEmitter.event()
                                    .id(Long.toString(message.id()))
                                    .name("message")
                                    .data(json.writeValueAsString(message.view())));
                    last = message.id();
                }
            });
        }

        void kept() {
            read(() -> {
                var ids = json.writeValueAsString(messages.ids(visitor.key()));
                send(SseEmitter.event().name("kept").data(ids));
            });
        }

        void typing() {
            send(SseEmitter.event().name("typing").data(""));
        }

        void beat() {
            send(SseEmitter.event().comment("beat").name("beat").data(""));
        }

        private void read(Runnable reading) {
            try {
                reading.run();
            } catch (DataAccessException | TransactionException e) {
                log.debug("stream cut: {}", e.getClass().getSimpleName());
                close(); // the page comes back and asks for what it missed
            }
        }

        private void send(SseEmitter.SseEventBuilder event) {
            try {
                emitter.send(event);
            } catch (IOException | IllegalStateException _) {
                drop();
            }
        }

        void close() {
            drop();
            emitter.complete();
        }

        private void drop() {
            pages.computeIfPresent(
                    visitor.hex(),
                    (_, lives) -> {
                        lives.remove(this);
                        return lives.isEmpty() ? null : lives;
                    });
        }
    }
}
