package itu.cop.channel.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong, in words for a person: no stack, and nothing of what was sent. */
@Controller
class ErrorPages implements ErrorController {
    private final PageWords words;

    ErrorPages(PageWords words) {
        this.words = words;
    }

    /** The answer to a script. */
    record Problem(int status, String say) {}

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = status(request);
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var say = words.frame(model, request);
        var kind = kind(status, request);
        var accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        if (!accept.contains(MediaType.TEXT_HTML_VALUE)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Problem(status, say.say(kind)));
        }
        model.addAttribute("kind", kind);
        return "web/error";
    }

    private static int status(HttpServletRequest request) {
        // somebody who opens /error by hand is lost, nothing more
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : 404;
    }

    private static String kind(int status, HttpServletRequest request) {
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return switch (status) {
            case 403 -> path.startsWith("/chat/") ? "blocked" : "not-found";
            case 401, 404 -> "not-found";
            case 411, 413 -> "too-long";
            case 503 -> "away";
            default -> status < 500 ? "not-understood" : "broken";
        };
    }
}
