package itu.cop.channel.web;

import itu.cop.channel.Receiver;
import itu.cop.channel.web.WebVisitors.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The quick exit: out first, at once, whatever the database does; erased as soon as it can be. */
@Controller
class Leaving {
    private static final Logger log = LoggerFactory.getLogger(Leaving.class);
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int TRIES = 60;

    private final WebVisitors visitors;
    private final WebMessageTable messages;
    private final WebChatChannel channel;
    private final Receiver receiver;
    private final WebSettings settings;

    Leaving(
            WebVisitors visitors,
            WebMessageTable messages,
            WebChatChannel channel,
            Receiver receiver,
            WebSettings settings) {
        this.visitors = visitors;
        this.messages = messages;
        this.channel = channel;
        this.receiver = receiver;
        this.settings = settings;
    }

    @GetMapping("/chat/leave")
    ResponseEntity<Void> byLink(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = "Sec-Fetch-Site", required = false) @Nullable String site)
            throws InterruptedException {
        // another site may send somebody here, but not make us erase
        if (site == null || site.equals("same-origin") || site.equals("none")) {
            leave(request, response);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(settings.exitUrl())
                .cacheControl(CacheControl.noStore())
                .build();
    }

    /** The page is already gone when this comes. */
    @PostMapping("/chat/leave")
    ResponseEntity<Void> byScript(HttpServletRequest request, HttpServletResponse response)
            throws InterruptedException {
        leave(request, response);
        return ResponseEntity.noContent().build();
    }

    private void leave(HttpServletRequest request, HttpServletResponse response)
            throws InterruptedException {
        var visitor = visitors.find(request);
        visitors.end(response);
        if (visitor.isPresent()) {
            var erasing = Thread.startVirtualThread(() -> erase(visitor.get()));
            erasing.join(PATIENCE);
        }
    }

    private void erase(Visitor visitor) {
        for (var tries = 1; tries <= TRIES; tries++) {
            try {
                receiver.forget(visitor.peer());
                messages.erase(visitor.key());
                channel.wake(WebChatChannel.Nudge.Kind.REMOVED, visitor.hex());
                return;
            } catch (DataAccessException | TransactionException e) {
                log.warn("not erased yet: {}", e.getClass().getSimpleName());
                pause();
            }
        }
        log.error("gave up erasing a session that was left");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
