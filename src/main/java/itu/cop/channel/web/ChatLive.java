package itu.cop.channel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the script of the page listens to, and what it asks when it cannot listen. */
@RestController
class ChatLive {
    private final LiveStreams streams;
    private final WebVisitors visitors;
    private final WebMessageTable messages;

    ChatLive(LiveStreams streams, WebVisitors visitors, WebMessageTable messages) {
        this.streams = streams;
        this.visitors = visitors;
        this.messages = messages;
    }

    @GetMapping("/chat/stream")
    ResponseEntity<SseEmitter> stream(
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") String after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEvent) {
        var visitor = visitors.find(request);
        if (visitor.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        return streams.open(visitor.get(), number(lastEvent == null ? after : lastEvent))
                .map(it ->
                        ResponseEntity.ok()
                                .contentType(MediaType.TEXT_EVENT_STREAM)
                                .cacheControl(CacheControl.noStore())
                                .header("X-Accel-Buffering", "no")
                                .body(it))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                                .header(HttpHeaders.RETRY_AFTER, "30")
                                .build());
    }

    /**
     * What a page gets that cannot listen.
     *
     * @param kept the ids of all messages that are still there
     */
    record Missed(List<Long> kept, List<WebMessage.View> messages) {}

    @GetMapping("/chat/messages")
    ResponseEntity<Missed> messages(
            HttpServletRequest request, @RequestParam(defaultValue = "0") String after) {
        var visitor = visitors.find(request);
        if (visitor.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        var all = messages.after(visitor.get().key(), 0);
        var seen = number(after);
        var missed = all.stream().filter(it -> it.id() > seen).map(WebMessage::view).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Missed(all.stream().map(WebMessage::id).toList(), missed));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Void> away() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }

    /** A number we gave out, or the beginning for anything else. */
    static long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
