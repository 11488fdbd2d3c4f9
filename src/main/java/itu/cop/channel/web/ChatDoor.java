package itu.cop.channel.web;

import itu.cop.channel.Inbound;
import itu.cop.channel.Outbound;
import itu.cop.channel.Receiver;
import itu.cop.channel.web.WebVisitors.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes what a page sends. What was taken is stored; everything else says why not. */
@Component
class ChatDoor {
    static final int LONGEST = 4000;
    private static final int LONGEST_BUTTON = 200;

    private final RateLimits limits;
    private final WebMessageTable messages;
    private final WebChatChannel channel;
    private final Receiver receiver;
    private final Clock clock;

    ChatDoor(
            RateLimits limits,
            WebMessageTable messages,
            WebChatChannel channel,
            Receiver receiver,
            Clock clock) {
        this.limits = limits;
        this.messages = messages;
        this.channel = channel;
        this.receiver = receiver;
        this.clock = clock;
    }

    /**
     * One attempt to say or press something.
     *
     * @param key made by the page: the same key again is the same message
     * @param value the text, or the id of the button
     */
    record Attempt(
            Visitor visitor,
            String address,
            String key,
            String value,
            @Nullable String source,
            @Nullable String language) {
        Attempt {
            key = key.matches("[A-Za-z0-9-]{8,64}") ? key : UUID.randomUUID().toString();
            value = value.replace("\0", "").replace("\r\n", "\n").strip();
            source = source != null && source.matches("[A-Za-z0-9_-]{1,40}") ? source : null;
        }

        private String id() {
            return visitor.tag() + ":" + key;
        }
    }

    /** What became of it. */
    sealed interface Taken {
        /** It will not be lost; everything after this id is newer. */
        record Stored(long id) implements Taken {}

        /** There was nothing in it. */
        record Empty() implements Taken {}

        record TooLong() implements Taken {}

        record TooFast(Duration pause) implements Taken {}

        /** The database is away. */
        record Away() implements Taken {}
    }

    Taken say(Attempt attempt) {
        if (attempt.value().length() > LONGEST) {
            return new Taken.TooLong();
        }
        return take(attempt, () -> store(attempt));
    }

    Taken press(Attempt attempt) {
        if (attempt.value().length() > LONGEST_BUTTON) {
            return new Taken.TooLong();
        }
        return take(attempt, () -> storePress(attempt));
    }

    private Taken take(Attempt attempt, LongSupplier storing) {
        if (TextPart.clean(attempt.value()).isBlank()) {
            return new Taken.Empty();
        }
        var wait = limits.waitFor(attempt.visitor().tag(), attempt.address());
        if (wait.isPositive()) {
            return new Taken.TooFast(wait);
        }
        try {
            return new Taken.Stored(storing.getAsLong());
        } catch (DataAccessException | TransactionException _) {
            return new Taken.Away();
        }
    }

    private long store(Attempt attempt) {
        var id = show(attempt, attempt.value());
        receiver.receive(
                new Inbound.Said(
                        attempt.id(),
                        attempt.visitor().peer(),
                        clock.instant(),
                        attempt.value(),
                        false,
                        attempt.source(),
                        attempt.language()));
        return id;
    }

    private long storePress(Attempt attempt) {
        var history = messages.after(attempt.visitor().key(), 0);
        var newest = history.isEmpty() ? 0 : history.getLast().id();
        var id = label(history, attempt.value()).map(it -> show(attempt, it)).orElse(newest);
        receiver.receive(
                new Inbound.Pressed(
                        attempt.id(), attempt.visitor().peer(), clock.instant(), attempt.value()));
        return id;
    }

    /** Shown before it is handed on, so that no answer stands above its question. */
    private long show(Attempt attempt, String text) {
        var body = new WebMessage.Body(text, List.of());
        var id = messages.add(attempt.visitor().key(), attempt.key(), true, false, body);
        channel.wake(WebChatChannel.Nudge.Kind.MESSAGE, attempt.visitor().hex());
        return id;
    }

    private static Optional<String> label(List<WebMessage> history, String button) {
        return history.reversed().stream()
                .flatMap(it -> it.body().buttons().stream())
                .filter(it -> it.id().equals(button))
                .map(Outbound.Button::label)
                .findFirst();
    }
}
