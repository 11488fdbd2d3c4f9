package itu.cop.channel.telegram.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parameters of a call: JSON, a form, a multipart form, or in the address. */
record Params(Map<String, JsonNode> values) {
    static final JsonMapper JSON = new JsonMapper();

    static Params of(HttpExchange exchange) throws IOException {
        var values = new LinkedHashMap<String, JsonNode>();
        form(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""), values);
        var type =
                Objects.requireNonNullElse(
                        exchange.getRequestHeaders().getFirst("Content-Type"), "");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (type.startsWith("multipart/form-data")) {
            multipart(body, type.replaceAll(".*boundary=\"?([^\";]+).*", "$1"), values);
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            form(body, values);
        } else if (!body.isBlank()) {
            JSON.readTree(body).properties().forEach(it -> values.put(it.getKey(), it.getValue()));
        }
        return new Params(values);
    }

    private static void form(String text, Map<String, JsonNode> values) {
        for (var pair : text.split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                values.put(decoded(pair.substring(0, at)), node(decoded(pair.substring(at + 1))));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void multipart(String body, String boundary, Map<String, JsonNode> values) {
        for (var part : body.split("--" + java.util.regex.Pattern.quote(boundary))) {
            var end = part.indexOf("\r\n\r\n");
            var name = part.replaceAll("(?s).*?[; ]name=\"([^\"]+)\".*", "$1");
            if (end > 0 && !name.equals(part)) {
                values.put(name, node(part.substring(end + 4, part.lastIndexOf("\r\n"))));
            }
        }
    }

    /** In a form everything is text, and only what looks like a list or an object is JSON. */
    private static JsonNode node(String text) {
        if (text.startsWith("[") || text.startsWith("{")) {
            try {
                return JSON.readTree(text);
            } catch (JacksonException plain) {
                return JSON.valueToTree(text);
            }
        }
        return JSON.valueToTree(text);
    }

    @Nullable JsonNode value(String name) {
        return values.get(name);
    }

    String text(String name) {
        var value = values.get(name);
        return value == null || value.isNull() ? "" : value.asString();
    }

    long number(String name, long otherwise) {
        var text = text(name);
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }

    boolean flag(String name) {
        return text(name).equals("true");
    }
}
