package itu.cop.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Who may use the actuator: somebody on this very machine, or a collector with the token. */
@Component
class Operator implements AuthorizationManager<RequestAuthorizationContext> {
    private final OperationsSettings settings;

    Operator(OperationsSettings settings) {
        this.settings = settings;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        var request = context.getRequest();
        return new AuthorizationDecision(isHere(request) || collects(request));
    }

    /**
     * Neither a proxy on this machine, which speaks for others, nor a page in a browser on it
     * counts as somebody here.
     */
    private static boolean isHere(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader(HttpHeaders.ORIGIN) == null;
    }

    private boolean collects(HttpServletRequest request) {
        var token = settings.metricsToken();
        var offered = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token != null
                && !token.isBlank()
                && offered != null
                && request.getRequestURI().equals("/actuator/prometheus")
                && MessageDigest.isEqual(bytes("Bearer " + token), bytes(offered));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
