package itu.cop.channel.telegram.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The Bot API on this machine. The methods here are what people do; the bot comes by HTTP. */
public final class FakeTelegram implements AutoCloseable {
    static {
        // otherwise each answer waits 40 ms for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** Names that a person has on Telegram, and that the bot must never keep nor log. */
    public static final List<String> NAMES = List.of("Quibblina", "Zorblatt", "zorblatt_q");

    private static final long BOT = 42;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String token;
    private final Flood flood = new Flood();
    private final Chats chats = new Chats(flood);
    private final UpdateQueue updates = new UpdateQueue();
    private final List<Call> transcript = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, JsonNode> profile = new HashMap<>();
    private final AtomicInteger polls = new AtomicInteger();
    private volatile Function<String, Fault> faults = Fault.never();
    private volatile boolean revoked;
    private volatile @Nullable Consumer<Call> watcher;

    private FakeTelegram(HttpServer server, String token) {
        this.server = server;
        this.token = token;
        server.setExecutor(threads);
        server.createContext("/bot", this::serve);
        server.start();
    }

    /**
     * A call of the bot, when it came and how it was answered.
     *
     * @param method in lower case
     * @param nanos when it came, by {@link System#nanoTime}
     * @param status 0 where no answer was sent
     * @param accepted what it asks for has been done
     */
    public record Call(
            String method,
            long chat,
            String text,
            Map<String, JsonNode> params,
            long nanos,
            int status,
            boolean accepted) {}

    /** What a person sees of one message. */
    public record Seen(long id, boolean mine, String text, List<Key> keys, boolean silent) {}

    /** A button that a person sees. */
    public record Key(String label, String data) {}

    /** Starts on any free port. */
    public static FakeTelegram start(String token) {
        return start(token, 0);
    }

    /** Starts on this port. */
    public static FakeTelegram start(String token, int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return new FakeTelegram(HttpServer.create(address, 1000), token);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** Where the bot has to call. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** For a page that plays a person. */
    public HttpServer server() {
        return server;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    // what people do

    /** Somebody writes. */
    public long says(long person, String text) {
        return sends(person, Map.of("text", text));
    }

    /** Somebody sends a message with these fields, a photo for one. */
    public long sends(long person, Map<String, ?> fields) {
        var text = fields.get("text");
        var id = chats.wrote(person, text == null ? "" : text.toString(), Instant.now());
        return updates.add(
                "message", "chat" + person, "\"message\":" + message(person, id, fields));
    }

    /** Somebody changes what they wrote. */
    public long edits(long person, long message, String text) {
        var fields = Map.of("text", text, "edit_date", Instant.now().getEpochSecond());
        return updates.add(
                "edited_message",
                "chat" + person,
                "\"edited_message\":" + message(person, message, fields));
    }

    /** Somebody presses a button; gives the id of the query. */
    public String presses(long person, String data) {
        var query = chats.query(person);
        var shown =
                chats.messages(person).stream()
                        .filter(it -> !it.mine())
                        .mapToLong(Chats.Message::id)
                        .max()
                        .orElse(1);
        var pressed = new LinkedHashMap<String, Object>();
        pressed.put("id", query);
        pressed.put("from", user(person));
        pressed.put("message", bare(person, shown, Map.of("text", "…")));
        pressed.put("chat_instance", "1");
        pressed.put("data", data);
        updates.add("callback_query", "user" + person, "\"callback_query\":" + json(pressed));
        return query;
    }

    /** Somebody blocks the bot. */
    public void blocks(long person) {
        chats.close(person, "Forbidden: bot was blocked by the user");
        member(person, "private", "member", "kicked");
    }

    /** Somebody lets the bot in again, without writing. */
    public void unblocks(long person) {
        chats.open(person);
        member(person, "private", "kicked", "member");
    }

    /** Somebody adds the bot to a group. */
    public void addsToGroup(long group, String kind) {
        chats.open(group);
        member(group, kind, "left", "member");
    }

    /** Somebody writes in a group where the bot is. */
    public long saysInGroup(long group, long person, String text) {
        var id = chats.wrote(group, text, Instant.now());
        var message = new LinkedHashMap<String, Object>(bare(person, id, Map.of("text", text)));
        message.put("chat", Map.of("id", group, "type", "supergroup", "title", NAMES.getFirst()));
        return updates.add("message", "chat" + group, "\"message\":" + json(message));
    }

    /** From now on each message to this chat is refused with this text. */
    public void closes(long chat, String why) {
        chats.close(chat, why);
    }

    private void member(long chat, String kind, String from, String to) {
        var change = new LinkedHashMap<String, Object>();
        change.put("chat", Map.of("id", chat, "type", kind));
        change.put("from", user(Math.abs(chat)));
        change.put("date", Instant.now().getEpochSecond());
        change.put("old_chat_member", Map.of("status", from, "user", bot()));
        var now = new LinkedHashMap<String, Object>(Map.of("status", to, "user", bot()));
        if (to.equals("kicked")) {
            now.put("until_date", 0);
        }
        change.put("new_chat_member", now);
        updates.add("my_chat_member", "chat" + chat, "\"my_chat_member\":" + json(change));
    }

    private static String message(long person, long id, Map<String, ?> fields) {
        return json(bare(person, id, fields));
    }

    private static Map<String, Object> bare(long person, long id, Map<String, ?> fields) {
        var message = new LinkedHashMap<String, Object>();
        message.put("message_id", id);
        message.put("from", user(person));
        message.put("chat", Map.of("id", person, "type", "private", "first_name", NAMES.get(0)));
        message.put("date", Instant.now().getEpochSecond());
        message.putAll(fields);
        if (fields.get("text") instanceof String text && text.startsWith("/")) {
            var length = (text + " ").indexOf(' ');
            message.put(
                    "entities",
                    List.of(Map.of("type", "bot_command", "offset", 0, "length", length)));
        }
        return message;
    }

    private static Map<String, Object> user(long id) {
        return Map.of(
                "id",
                id,
                "is_bot",
                false,
                "first_name",
                NAMES.get(0),
                "last_name",
                NAMES.get(1),
                "username",
                NAMES.get(2),
                "language_code",
                "en");
    }

    private static Map<String, Object> bot() {
        return Map.of("id", BOT, "is_bot", true, "first_name", "Bot", "username", "the_bot");
    }

    private static String json(Object value) {
        return Params.JSON.writeValueAsString(value);
    }

    // what a test sees and sets

    /** What stands in a chat, oldest first. */
    public List<Seen> chat(long id) {
        return chats.messages(id).stream()
                .map(it ->
                        new Seen(
                                it.id(),
                                it.mine(),
                                it.text(),
                                it.keys().stream()
                                        .map(key -> new Key(key.label(), key.data()))
                                        .toList(),
                                it.silent()))
                .toList();
    }

    /** What the bot has written in a chat, oldest first. */
    public List<Seen> answers(long id) {
        return chat(id).stream().filter(it -> !it.mine()).toList();
    }

    /** How often the bot showed that it is typing. */
    public int typing(long chat) {
        return chats.typing(chat);
    }

    /** True once the bot has answered the press of a button. */
    public boolean isAnswered(String query) {
        return chats.isAnswered(query);
    }

    /** The line that was shown when a button was pressed. */
    public String toast(String query) {
        return chats.toast(query);
    }

    /** All calls so far. */
    public List<Call> transcript() {
        synchronized (transcript) {
            return List.copyOf(transcript);
        }
    }

    /** From now on calls are told as they come and not kept: there may be very many. */
    public void watch(Consumer<Call> now) {
        watcher = now;
    }

    /** All calls of this method so far. */
    public List<Call> calls(String method) {
        return transcript().stream().filter(it -> it.method().equalsIgnoreCase(method)).toList();
    }

    /** What the bot has set of itself, by method and language. */
    public Map<String, JsonNode> profile() {
        synchronized (profile) {
            return Map.copyOf(profile);
        }
    }

    /** How many updates the bot has not confirmed. */
    public int pending() {
        return updates.size();
    }

    /** How many polls there are right now. */
    public int polls() {
        return polls.get();
    }

    /** How the webhook of the bot answered, in order. */
    public List<Integer> hookAnswers() {
        return updates.answers();
    }

    /** Decides by the method in lower case what goes wrong from now on. */
    public void faults(Function<String, Fault> now) {
        faults = now;
    }

    /** From now on the token is (not) known. */
    public void revoke(boolean now) {
        revoked = now;
    }

    /** How many messages it takes in a second. */
    public void perSecond(int now) {
        flood.perSecond = now;
    }

    /** Whether a chat takes only one message a second, after a short burst. */
    public void perChat(boolean now) {
        flood.perChat = now;
    }

    /** Puts an update in as it is: {@code json} makes it of its id. */
    public long raw(java.util.function.LongFunction<String> json) {
        return updates.addRaw(json);
    }

    /** The next update gets this id: after a quiet week they start anywhere. */
    public void skipTo(long id) {
        updates.skipTo(id);
    }

    /** Delivers an update again, as after an answer that got lost. */
    public void again(long update) {
        updates.again(update, updates.past(update));
    }

    /** A webhook that somebody else has set. */
    public void hook(@Nullable URI url) {
        updates.hook(url == null ? null : new UpdateQueue.Hook(url, ""));
    }

    // what the bot does

    private void serve(HttpExchange exchange) throws IOException {
        var nanos = System.nanoTime();
        var params = Params.of(exchange);
        var path = exchange.getRequestURI().getPath();
        var slash = path.indexOf('/', 4);
        var method = slash < 0 ? "" : path.substring(slash + 1).toLowerCase(Locale.ROOT);
        var fault = faults.apply(method);
        if (revoked || !path.startsWith("/bot" + token + "/")) {
            fault = new Fault.Refused(401, "Unauthorized");
        }
        var answer =
                switch (fault) {
                    case Fault.TooMany(var wait) -> error(new ApiError(wait));
                    case Fault.Refused(var code, var why) -> error(new ApiError(code, why));
                    case Fault.Page(var status) ->
                            new Answer(status, "<html><h1>" + status + "</h1></html>", 0, false);
                    default -> done(method, params);
                };
        var isCut = fault instanceof Fault.Cut;
        note(method, params, nanos, isCut ? 0 : answer.status(), answer.accepted());
        if (fault instanceof Fault.Slow(var wait)) {
            LockSupport.parkNanos(wait.toNanos());
        }
        if (isCut) {
            exchange.close();
        } else {
            write(exchange, answer, fault instanceof Fault.Truncated);
        }
    }

    private record Answer(int status, String body, int retryAfter, boolean accepted) {}

    private static Answer error(ApiError error) {
        var body = new LinkedHashMap<String, Object>();
        body.put("ok", false);
        body.put("error_code", error.code);
        body.put("description", String.valueOf(error.getMessage()));
        if (error.retryAfter > 0) {
            body.put("parameters", Map.of("retry_after", error.retryAfter));
        }
        if (String.valueOf(error.getMessage()).contains("upgraded to a supergroup")) {
            body.put("parameters", Map.of("migrate_to_chat_id", -1001234567890L));
        }
        return new Answer(error.code, json(body), error.retryAfter, false);
    }

    private Answer done(String method, Params params) {
        try {
            return new Answer(
                    200, "{\"ok\":true,\"result\":" + result(method, params) + "}", 0, true);
        } catch (ApiError error) {
            return error(error);
        }
    }

    private String result(String method, Params params) throws ApiError {
        return switch (method) {
            case "getupdates" -> poll(params);
            case "sendmessage" -> sent(params);
            case "deletemessage" -> yes(() -> chats.delete(params));
            case "deletemessages" -> yes(() -> chats.deleteAll(params));
            case "sendchataction" -> yes(() -> chats.type(params));
            case "answercallbackquery" -> yes(() -> chats.answer(params));
            case "leavechat" -> yes(() -> chats.leave(params));
            case "getme" -> json(bot());
            case "setwebhook" -> yes(() -> setHook(params));
            case "deletewebhook" -> yes(() -> updates.hook(null));
            case "getwebhookinfo" -> hookInfo();
            default -> own(method, params);
        };
    }

    private interface Doing {
        void run() throws ApiError;
    }

    private static String yes(Doing doing) throws ApiError {
        doing.run();
        return "true";
    }

    private String poll(Params params) throws ApiError {
        allow(params);
        polls.incrementAndGet();
        try {
            return updates.poll(
                    params.number("offset", 0),
                    Math.clamp(params.number("limit", 100), 1, 100),
                    Duration.ofSeconds(Math.min(50, params.number("timeout", 0))));
        } finally {
            polls.decrementAndGet();
        }
    }

    private void allow(Params params) {
        var allowed = params.value("allowed_updates");
        if (allowed != null) {
            var kinds = new java.util.HashSet<String>();
            allowed.forEach(it -> kinds.add(it.asString()));
            updates.allow(Set.copyOf(kinds));
        }
    }

    private String sent(Params params) throws ApiError {
        var message = chats.send(params);
        var chat = Map.of("id", params.number("chat_id", 0), "type", "private");
        return json(
                Map.of(
                        "message_id", message.id(),
                        "from", bot(),
                        "chat", chat,
                        "date", message.at().getEpochSecond(),
                        "text", message.text()));
    }

    private void setHook(Params params) throws ApiError {
        var secret = params.text("secret_token");
        if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
            throw new ApiError(400, "Bad Request: secret token contains unallowed characters");
        }
        allow(params);
        var url = params.text("url");
        updates.hook(url.isEmpty() ? null : new UpdateQueue.Hook(URI.create(url), secret));
    }

    private String hookInfo() {
        var hook = updates.hook();
        return json(
                Map.of(
                        "url",
                        hook == null ? "" : hook.url().toString(),
                        "has_custom_certificate",
                        false,
                        "allowed_updates",
                        updates.allowed(),
                        "pending_update_count",
                        updates.size()));
    }

    /** The name, descriptions and commands of the bot, by language. */
    private String own(String method, Params params) throws ApiError {
        var part = method.replaceFirst("^[gs]etmy", "") + ":" + params.text("language_code");
        synchronized (profile) {
            if (method.startsWith("setmy")) {
                limits(params);
                profile.put(part, Params.JSON.valueToTree(params.values()));
                return "true";
            }
            if (method.startsWith("getmycommands")) {
                var set = profile.get(part);
                return set == null ? "[]" : set.get("commands").toString();
            }
            if (method.startsWith("getmy")) {
                var field = part.substring(0, part.indexOf(':')).replace("shortd", "short_d");
                var set = profile.get(part);
                return json(Map.of(field, set == null ? "" : set.path(field).asString()));
            }
        }
        throw new ApiError(404, "Not Found: method not found");
    }

    private static void limits(Params params) throws ApiError {
        if (params.text("description").length() > 512
                || params.text("short_description").length() > 120
                || params.text("name").length() > 64
                || !params.text("language_code").matches("([a-z]{2})?")) {
            throw new ApiError(400, "Bad Request: too long, or no such language");
        }
        var commands = params.value("commands");
        if (commands != null) {
            for (var command : commands) {
                if (!command.path("command").asString().matches("[a-z0-9_]{1,32}")
                        || command.path("description").asString().isEmpty()
                        || command.path("description").asString().length() > 256) {
                    throw new ApiError(400, "Bad Request: BOT_COMMAND_INVALID");
                }
            }
        }
    }

    private void note(String method, Params params, long nanos, int status, boolean accepted) {
        var call =
                new Call(
                        method,
                        params.number("chat_id", 0),
                        params.text("text"),
                        params.values(),
                        nanos,
                        status,
                        accepted);
        var told = watcher;
        if (told == null) {
            transcript.add(call);
        } else {
            told.accept(call);
        }
    }

    private static void write(HttpExchange exchange, Answer answer, boolean half)
            throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.retryAfter() > 0) {
            exchange.getResponseHeaders().set("Retry-After", "" + answer.retryAfter());
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes, 0, half ? bytes.length / 2 : bytes.length);
        exchange.close();
    }
}
