package itu.cop.channel.web;

import itu.cop.channel.web.ChatDoor.Attempt;
import itu.cop.channel.web.ChatDoor.Taken;
import itu.cop.channel.web.WebVisitors.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The campaign page and its forms. Everything on it works without scripts. */
@Controller
class ChatPages {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final ChatDoor door;
    private final ChatView view;
    private final WebMessageTable messages;
    private final WebVisitors visitors;
    private final PageWords words;
    private final WebSettings settings;

    ChatPages(
            ChatDoor door,
            ChatView view,
            WebMessageTable messages,
            WebVisitors visitors,
            PageWords words,
            WebSettings settings) {
        this.door = door;
        this.view = view;
        this.messages = messages;
        this.visitors = visitors;
        this.words = words;
        this.settings = settings;
    }

    @GetMapping("/")
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        var visitor = visitors.find(request).orElseGet(() -> visitors.start(response));
        return view.show(model, request, response, new ChatView.Shown(visitor, "", null));
    }

    @PostMapping("/chat/messages")
    Object say(HttpServletRequest request, HttpServletResponse response, Model model) {
        return take(new Post(request, response, model, "text"), door::say);
    }

    @PostMapping("/chat/buttons")
    Object press(HttpServletRequest request, HttpServletResponse response, Model model) {
        return take(new Post(request, response, model, "button"), door::press);
    }

    private record Post(
            HttpServletRequest request, HttpServletResponse response, Model model, String field) {
        private String value(String name) {
            return Objects.requireNonNullElse(request.getParameter(name), "");
        }

        private boolean isFromScript() {
            var accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
            return accept.contains(MediaType.APPLICATION_JSON_VALUE);
        }

        private Attempt by(Visitor visitor) {
            return new Attempt(
                    visitor,
                    request.getRemoteAddr(),
                    value("key"),
                    value(field),
                    request.getParameter("source"),
                    PageWords.hint(request));
        }
    }

    private Object take(Post post, Function<Attempt, Taken> taking) {
        var visitor =
                visitors.find(post.request()).orElseGet(() -> visitors.start(post.response()));
        var taken = taking.apply(post.by(visitor));
        return post.isFromScript()
                ? tellScript(post, visitor, taken)
                : tellPerson(post, visitor, taken);
    }

    /**
     * The answer to a script.
     *
     * @param session changes when the browser is somebody new
     * @param id of the stored message
     * @param say why it was not taken, in words for the person
     */
    record Answer(String session, @Nullable Long id, @Nullable String say) {}

    private ResponseEntity<Answer> tellScript(Post post, Visitor visitor, Taken taken) {
        var answer = ResponseEntity.status(status(taken)).contentType(MediaType.APPLICATION_JSON);
        var say = notice(taken, words.of(post.request()));
        return switch (taken) {
            case Taken.Stored(var id) -> answer.body(new Answer(visitor.tag(), id, null));
            case Taken.TooFast(var pause) ->
                    answer.header(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1))
                            .body(new Answer(visitor.tag(), null, say));
            default -> answer.body(new Answer(visitor.tag(), null, say));
        };
    }

    private Object tellPerson(Post post, Visitor visitor, Taken taken) {
        if (taken instanceof Taken.Stored(var id)) {
            awaitAnswer(visitor, id);
            var back = URI.create("/?from=" + id + "#last");
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(back).build();
        }
        post.response().setStatus(status(taken).value());
        var draft = post.value("text");
        var shown = new ChatView.Shown(visitor, draft, notice(taken, words.of(post.request())));
        return view.show(post.model(), post.request(), post.response(), shown);
    }

    private static HttpStatus status(Taken taken) {
        return switch (taken) {
            case Taken.Stored _ -> HttpStatus.ACCEPTED;
            case Taken.Empty _, Taken.TooLong _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Taken.TooFast _ -> HttpStatus.TOO_MANY_REQUESTS;
            case Taken.Away _ -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static @Nullable String notice(Taken taken, PageWords.Words words) {
        return switch (taken) {
            case Taken.Stored _ -> null;
            case Taken.Empty _ -> words.say("empty");
            case Taken.TooLong _ -> words.say("too-long");
            case Taken.TooFast _ -> words.say("too-fast");
            case Taken.Away _ -> words.say("away");
        };
    }

    /** A form shows the answer at once, when it comes soon; several bubbles come close together. */
    private void awaitAnswer(Visitor visitor, long id) {
        var end = Instant.now().plus(settings.answerWait());
        try {
            while (Instant.now().isBefore(end) && !messages.isAnswered(visitor.key(), id)) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            Thread.sleep(BETWEEN_LOOKS);
        } catch (DataAccessException | TransactionException _) {
            // it is stored; the page says that the answer is on its way
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
