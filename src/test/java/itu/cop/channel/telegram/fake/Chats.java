package itu.cop.channel.telegram.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who talks with the bot, and what stands in each chat. */
final class Chats {
    private static final int LONGEST = 4096;
    private static final int LONGEST_DATA = 64;

    private final Map<Long, Chat> chats = new HashMap<>();
    private final Map<String, Long> queries = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Map<String, String> toasts = new HashMap<>();
    private final AtomicLong ids = new AtomicLong(1);
    private final Flood flood;

    Chats(Flood flood) {
        this.flood = flood;
    }

    /** A chat with one person, or a group. */
    private static final class Chat {
        final TreeMap<Long, Message> messages = new TreeMap<>();
        @Nullable String closed;
        int typing;
    }

    /**
     * A message of the bot as the person sees it.
     *
     * @param silent came without a sound
     */
    record Message(
            long id, boolean mine, String text, List<Key> keys, boolean silent, Instant at) {}

    /** A button under a message. */
    record Key(String label, String data) {}

    synchronized void open(long id) {
        chats.computeIfAbsent(id, it -> new Chat()).closed = null;
    }

    /** From now on messages to this chat are refused with this text. */
    synchronized void close(long id, String why) {
        chats.computeIfAbsent(id, it -> new Chat()).closed = why;
    }

    /** Keeps what the person wrote; gives its id. */
    synchronized long wrote(long chat, String text, Instant at) {
        open(chat);
        var id = ids.getAndIncrement();
        known(chat).messages.put(id, new Message(id, true, text, List.of(), false, at));
        return id;
    }

    synchronized String query(long chat) {
        var id = "q" + ids.getAndIncrement();
        queries.put(id, chat);
        return id;
    }

    synchronized boolean isAnswered(String query) {
        return answered.contains(query);
    }

    synchronized String toast(String query) {
        return toasts.getOrDefault(query, "");
    }

    synchronized List<Message> messages(long chat) {
        var known = chats.get(chat);
        return known == null ? List.of() : List.copyOf(known.messages.values());
    }

    synchronized int typing(long chat) {
        return known(chat).typing;
    }

    private Chat known(long chat) {
        return chats.computeIfAbsent(chat, it -> new Chat());
    }

    private Chat reachable(Params params) throws ApiError {
        var chat = chats.get(params.number("chat_id", 0));
        if (chat == null) {
            throw new ApiError(400, "Bad Request: chat not found");
        }
        if (chat.closed != null) {
            throw new ApiError(chat.closed.startsWith("Bad") ? 400 : 403, chat.closed);
        }
        return chat;
    }

    synchronized Message send(Params params) throws ApiError {
        var chat = reachable(params);
        var text = params.text("text");
        var shown = params.text("parse_mode").equals("HTML") ? HtmlText.shown(text) : text;
        if (shown.isBlank()) {
            throw new ApiError(400, "Bad Request: message text is empty");
        }
        if (shown.length() > LONGEST) {
            throw new ApiError(400, "Bad Request: message is too long");
        }
        var keys = keys(params.value("reply_markup"));
        flood.count(params.number("chat_id", 0));
        var id = ids.getAndIncrement();
        var silent = params.flag("disable_notification");
        var message = new Message(id, false, shown, keys, silent, Instant.now());
        chat.messages.put(id, message);
        return message;
    }

    private static List<Key> keys(@Nullable JsonNode markup) throws ApiError {
        var keys = new ArrayList<Key>();
        if (markup == null || markup.get("inline_keyboard") == null) {
            return keys;
        }
        for (var row : markup.get("inline_keyboard")) {
            for (var key : row) {
                var data = key.path("callback_data").asString();
                var bytes = data.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
                if (bytes < 1 || bytes > LONGEST_DATA) {
                    throw new ApiError(400, "Bad Request: BUTTON_DATA_INVALID");
                }
                keys.add(new Key(key.path("text").asString(), data));
            }
        }
        if (keys.size() > 100) {
            throw new ApiError(400, "Bad Request: reply markup is too long");
        }
        return keys;
    }

    synchronized void delete(Params params) throws ApiError {
        var chat = reachable(params);
        var id = params.number("message_id", 0);
        if (chat.messages.remove(id) == null) {
            throw new ApiError(400, "Bad Request: message to delete not found");
        }
    }

    synchronized void deleteAll(Params params) throws ApiError {
        var chat = reachable(params);
        var ids = params.value("message_ids");
        if (ids == null || ids.isEmpty() || ids.size() > 100) {
            throw new ApiError(400, "Bad Request: message identifiers are not specified");
        }
        ids.forEach(id -> chat.messages.remove(id.asLong()));
    }

    synchronized void type(Params params) throws ApiError {
        reachable(params).typing++;
    }

    synchronized void leave(Params params) throws ApiError {
        reachable(params).closed = "Forbidden: bot is not a member of the group chat";
    }

    synchronized void answer(Params params) throws ApiError {
        var id = params.text("callback_query_id");
        if (!queries.containsKey(id) || !answered.add(id)) {
            throw new ApiError(
                    400,
                    "Bad Request: query is too old and response timeout expired or query ID is"
                            + " invalid");
        }
        toasts.put(id, params.text("text"));
    }
}
