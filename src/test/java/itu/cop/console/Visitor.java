package itu.cop.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without scripts: keeps cookies, sends the hidden fields of forms, follows no redirect.
 */
final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies;
    private final HttpClient client;
    private final String base;

    Visitor(int port) {
        this(port, new CookieManager());
    }

    private Visitor(int port, CookieManager cookies) {
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
        this.base = "http://localhost:" + port;
    }

    /** The same browser, sent by the balancer to another process. */
    Visitor at(int port) {
        return new Visitor(port, cookies);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Posts without the token against forged requests. */
    HttpResponse<String> postBare(String path, Map<String, String> fields) {
        var body =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Opens the page, fills in its form and posts it. */
    HttpResponse<String> fill(String page, String action, Map<String, String> fields) {
        var token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form at " + page);
        }
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token.group(1));
        return postBare(action, all);
    }

    HttpResponse<String> signIn(String name, String password) {
        return fill(
                "/console/sign-in", "/console/sign-in", Map.of("name", name, "password", password));
    }

    String cookie() {
        return cookies.getCookieStore().getCookies().toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
