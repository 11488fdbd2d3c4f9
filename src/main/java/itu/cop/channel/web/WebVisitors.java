package itu.cop.channel.web;

import itu.cop.channel.Peer;
import itu.cop.storage.Sealer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Who is who: a random id in a signed cookie, for as long as the browser is open. */
@Component
class WebVisitors {
    static final String COOKIE = "cop_web";
    private static final String SIGNED = "web-cookie";
    private static final String HASHED = "web-peer";

    private final Sealer sealer;
    private final boolean secure;
    private final SecureRandom random = new SecureRandom();

    WebVisitors(Sealer sealer, @Value("${cop.public-url:http://localhost:8080}") URI publicUrl) {
        this.sealer = sealer;
        this.secure = "https".equals(publicUrl.getScheme());
    }

    /**
     * One browser session.
     *
     * @param hex a keyed hash of the id: the only trace of it in our table
     */
    record Visitor(String id, String hex) {
        Peer peer() {
            return new Peer(WebChatChannel.NAME, id);
        }

        byte[] key() {
            return HexFormat.of().parseHex(hex);
        }

        /** Enough of the hash to tell sessions apart. */
        String tag() {
            return hex.substring(0, 16);
        }
    }

    /** The visitor of this request; empty without a cookie that we signed. */
    Optional<Visitor> find(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        var parts = cookie.getValue().split("\\.", -1);
        return parts.length == 2 && isSigned(parts[0], parts[1])
                ? Optional.of(visitor(parts[0]))
                : Optional.empty();
    }

    private boolean isSigned(String id, String signature) {
        var given = signature.getBytes(StandardCharsets.UTF_8);
        var value = id.getBytes(StandardCharsets.UTF_8);
        var known =
                Stream.concat(
                        Stream.of(sealer.fingerprint(SIGNED, value)),
                        sealer.earlierFingerprints(SIGNED, value).stream());
        return known.map(it -> base64(it).getBytes(StandardCharsets.UTF_8))
                .anyMatch(it -> MessageDigest.isEqual(it, given));
    }

    /** A new visitor, whose cookie goes with the response. */
    Visitor start(HttpServletResponse response) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var id = base64(bytes);
        var signature = sealer.fingerprint(SIGNED, id.getBytes(StandardCharsets.UTF_8));
        send(response, cookie(id + "." + base64(signature)));
        return visitor(id);
    }

    /** Makes the browser forget who it was. */
    void end(HttpServletResponse response) {
        send(response, cookie("").maxAge(Duration.ZERO));
    }

    /** The session behind an address of this channel. */
    Visitor visitor(String id) {
        var hash = sealer.fingerprint(HASHED, id.getBytes(StandardCharsets.UTF_8));
        return new Visitor(id, HexFormat.of().formatHex(hash));
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/");
    }

    private static void send(
            HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
