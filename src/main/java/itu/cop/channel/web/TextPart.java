package itu.cop.channel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A piece of a text, with an address when it can be tapped: https or a phone number. */
record TextPart(String text, @Nullable String href) {
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029\\uFFF9-\\uFFFB]");
    private static final Pattern TAPPABLE =
            Pattern.compile(
                    "(?<link>https://[^\\s<>\"]*[^\\s<>\".,;:!?)])"
                            + "|(?<![\\p{L}\\d/.,:-])(?<phone>\\+?\\(?\\d[\\d ()-]{1,18}\\d)(?![\\p{L}\\d/])");
    private static final Pattern WRITTEN_TO =
            Pattern.compile("(?i)(text|sms|whatsapp|write)[^\\n]{0,25}$");
    private static final Pattern DATE = Pattern.compile("(19|20)\\d\\d[ -]\\d.*");

    /** Without what could reorder or hide a text on the page; line breaks stay. */
    static String clean(String text) {
        return HIDDEN.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }

    /** The text in pieces, in order; only texts of our own are linked. */
    static List<TextPart> of(String raw, boolean linked) {
        var text = clean(raw);
        var parts = new ArrayList<TextPart>();
        var from = 0;
        var matcher = TAPPABLE.matcher(text);
        while (linked && matcher.find()) {
            var href = href(matcher, text);
            if (href != null) {
                addPlain(parts, text.substring(from, matcher.start()));
                parts.add(new TextPart(matcher.group(), href));
                from = matcher.end();
            }
        }
        addPlain(parts, text.substring(from));
        return List.copyOf(parts);
    }

    /** The numbers of a field that holds nothing but phone numbers. */
    static List<TextPart> ofPhones(String raw) {
        var text = clean(raw);
        var parts = new ArrayList<TextPart>();
        var from = 0;
        var matcher = Pattern.compile("\\+?\\(?\\d[\\d ()-]*\\d").matcher(text);
        while (matcher.find()) {
            addPlain(parts, text.substring(from, matcher.start()));
            parts.add(new TextPart(matcher.group(), tel(matcher.group())));
            from = matcher.end();
        }
        addPlain(parts, text.substring(from));
        return List.copyOf(parts);
    }

    private static void addPlain(List<TextPart> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new TextPart(text, null));
        }
    }

    private static @Nullable String href(Matcher matcher, String text) {
        var phone = matcher.group("phone");
        if (phone == null) {
            return matcher.group("link");
        }
        var before = text.substring(0, matcher.start());
        var digits = phone.replaceAll("\\D", "").length();
        // short numbers are only sure where our texts put them: after a colon
        var isPhone = digits >= 6 || before.endsWith(": ");
        var isOther = DATE.matcher(phone).matches() || WRITTEN_TO.matcher(before).find();
        return isPhone && !isOther ? tel(phone) : null;
    }

    private static String tel(String phone) {
        return "tel:" + phone.replaceAll("[^+\\d]", "");
    }
}
