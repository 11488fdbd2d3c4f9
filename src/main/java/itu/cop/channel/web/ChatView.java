package itu.cop.channel.web;

import itu.cop.channel.web.WebVisitors.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;

/** Fills the template of the chat with the history of one session. */
@Component
class ChatView {
    private static final Duration JUST_SENT = Duration.ofMinutes(2);

    /** Says whether somebody reads along. There is no duty roster yet, so nobody does. */
    @Component
    static class Watch {
        boolean isAnybodyThere() {
            return false;
        }
    }

    private final WebMessageTable messages;
    private final PageWords words;
    private final Watch watch;
    private final Clock clock;

    ChatView(WebMessageTable messages, PageWords words, Watch watch, Clock clock) {
        this.messages = messages;
        this.words = words;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * What to show besides the history.
     *
     * @param draft what was typed and could not be taken
     * @param notice a line for the person
     */
    record Shown(Visitor visitor, String draft, @Nullable String notice) {}

    String show(
            Model model, HttpServletRequest request, HttpServletResponse response, Shown shown) {
        var say = words.frame(model, request);
        var history = history(shown.visitor());
        var from = justSent(history == null ? List.of() : history, request.getParameter("from"));
        var notice = history == null && shown.notice() == null ? say.say("away") : shown.notice();
        if (history == null && response.getStatus() == HttpStatus.OK.value()) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("demo", !watch.isAnybodyThere());
        model.addAttribute("visitor", shown.visitor().tag());
        model.addAttribute("draft", shown.draft());
        model.addAttribute("notice", notice);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("source", request.getParameter("source"));
        fill(model, history == null ? List.of() : history, from);
        return "web/chat";
    }

    private void fill(Model model, List<WebMessage> history, long from) {
        var isCovered = history.stream().anyMatch(WebMessage::sensitive);
        var lastMine =
                history.stream().filter(WebMessage::mine).mapToLong(WebMessage::id).max().orElse(0);
        var covered = history.stream().filter(it -> isCovered && isBefore(it, from)).toList();
        var open = history.subList(covered.size(), history.size());
        model.addAttribute("covered", covered.stream().map(WebMessage::view).toList());
        model.addAttribute("open", open.stream().map(WebMessage::view).toList());
        model.addAttribute("lastMine", lastMine);
        model.addAttribute("last", history.isEmpty() ? 0 : history.getLast().id());
        model.addAttribute("waiting", from > 0 && history.getLast().mine());
        model.addAttribute("from", from);
    }

    private static boolean isBefore(WebMessage message, long from) {
        return from == 0 || message.id() < from;
    }

    private @Nullable List<WebMessage> history(Visitor visitor) {
        try {
            return messages.after(visitor.key(), 0);
        } catch (DataAccessException | TransactionException _) {
            return null;
        }
    }

    /** The turn a form has just sent stays open, so that its answer can be read without scripts. */
    private long justSent(List<WebMessage> history, @Nullable String from) {
        var id = ChatLive.number(from);
        var earliest = clock.instant().minus(JUST_SENT);
        return history.stream()
                .filter(it -> it.id() == id && it.createdAt().isAfter(earliest))
                .mapToLong(WebMessage::id)
                .findFirst()
                .orElse(0);
    }
}
