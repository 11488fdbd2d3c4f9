package itu.cop.channel.web;

import itu.cop.channel.Channel;
import itu.cop.channel.Delivery;
import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;
import itu.cop.channel.web.WebVisitors.Visitor;
import itu.cop.storage.Wakeups;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Puts messages where the pages of a session find them, and wakes those pages on every replica. */
@Component
class WebChatChannel implements Channel {
    static final String NAME = "web";

    private final WebMessageTable messages;
    private final WebVisitors visitors;
    private final Wakeups wakeups;

    WebChatChannel(WebMessageTable messages, WebVisitors visitors, Wakeups wakeups) {
        this.messages = messages;
        this.visitors = visitors;
        this.wakeups = wakeups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int messagesPerSecond() {
        return 10_000;
    }

    @Override
    public Delivery send(Peer to, UUID letter, Outbound message) {
        var visitor = visitors.visitor(to.id());
        try {
            return switch (message) {
                case Outbound.Say say -> say(visitor, letter, say);
                case Outbound.Typing _ -> wake(Nudge.Kind.TYPING, visitor.hex());
                case Outbound.Delete delete -> delete(visitor, delete);
            };
        } catch (DataAccessException | TransactionException e) {
            return new Delivery.Unknown("database: " + e.getClass().getSimpleName());
        }
    }

    private Delivery say(Visitor to, UUID letter, Outbound.Say say) {
        var body = new WebMessage.Body(say.text(), say.buttons());
        var id = messages.add(to.key(), letter.toString(), false, say.sensitive(), body);
        wake(Nudge.Kind.MESSAGE, to.hex());
        return new Delivery.Accepted(Long.toString(id));
    }

    private Delivery delete(Visitor of, Outbound.Delete delete) {
        var byForm =
                delete.externalIds().stream()
                        .collect(Collectors.partitioningBy(id -> id.matches("\\d{1,18}")));
        var ids = byForm.getOrDefault(true, List.of()).stream().map(Long::valueOf);
        var keys = byForm.getOrDefault(false, List.of()).stream();
        messages.remove(
                of.key(), ids.toList(), keys.map(id -> id.substring(id.indexOf(':') + 1)).toList());
        return wake(Nudge.Kind.REMOVED, of.hex());
    }

    /** Tells the pages of the session that something is new. */
    Delivery wake(Nudge.Kind kind, String hex) {
        wakeups.wake(NAME, new Nudge(kind, hex).toString());
        return new Delivery.Accepted("");
    }

    /** What a page is woken with: what happened, and in which session. No words. */
    record Nudge(Kind kind, String hex) {
        enum Kind {
            MESSAGE,
            TYPING,
            REMOVED
        }

        static Nudge of(String payload) {
            var colon = payload.indexOf(':');
            return new Nudge(
                    Kind.valueOf(payload.substring(0, colon)), payload.substring(colon + 1));
        }

        @Override
        public String toString() {
            return kind + ":" + hex;
        }
    }
}
