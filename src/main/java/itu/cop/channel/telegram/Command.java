package itu.cop.channel.telegram;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command, read from the text alone: the library's own test for commands misses some.
 *
 * @param text what the rest of the bot knows, such as {@code /start}
 * @param source the campaign link that brought the person here
 */
record Command(String text, @Nullable String source) {
    private static final Pattern FORM =
            Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String START = "/start";

    /** Null when the text is no command. */
    static @Nullable Command of(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return null;
        }
        var name = "/" + form.group(1).toLowerCase(Locale.ROOT);
        var rest = form.group(2) == null ? "" : form.group(2).strip();
        if (name.equals(START) && (rest.isEmpty() || LINK.matcher(rest).matches())) {
            return new Command(name, rest.isEmpty() ? null : rest);
        }
        return new Command(rest.isEmpty() ? name : name + " " + rest, null);
    }
}
