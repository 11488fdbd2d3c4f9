package itu.cop.channel.telegram.fake;

import java.util.ArrayDeque;
import java.util.Set;
import java.util.regex.Pattern;

/** What a person sees of a text with parse mode HTML, as strict as Telegram is. */
final class HtmlText {
    private static final Set<String> TAGS =
            Set.of("b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote", "span");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)([^<>]*)>");

    private HtmlText() {}

    /** The text without its tags. */
    static String shown(String html) throws ApiError {
        var text = new StringBuilder();
        var open = new ArrayDeque<String>();
        var tag = TAG.matcher(html);
        int from = 0;
        while (tag.find()) {
            text.append(plain(html.substring(from, tag.start())));
            from = tag.end();
            var name = tag.group(2);
            if (!TAGS.contains(name)) {
                throw bad("Unsupported start tag \"" + name + "\"");
            }
            if (tag.group(1).isEmpty()) {
                open.push(name);
            } else if (open.isEmpty() || !open.pop().equals(name)) {
                throw bad("Unexpected end tag");
            }
        }
        if (!open.isEmpty()) {
            throw bad("Can't find end tag");
        }
        return text.append(plain(html.substring(from))).toString();
    }

    private static String plain(String part) throws ApiError {
        if (part.indexOf('<') >= 0) {
            throw bad("Unclosed start tag");
        }
        return part.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static ApiError bad(String what) {
        return new ApiError(400, "Bad Request: can't parse entities: " + what);
    }
}
