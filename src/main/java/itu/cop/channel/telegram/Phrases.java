package itu.cop.channel.telegram;

import itu.cop.channel.telegram.api.TelegramIsOn;
import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.content.Language;
import java.util.Collection;
import java.util.TreeMap;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The bot's own words for Telegram, in a language that Telegram knows by two letters. */
@Component
@Conditional(TelegramIsOn.class)
public class Phrases {
    private final ContentFolder content;

    Phrases(ContentFolder content) {
        this.content = content;
    }

    /** All codes of two letters in which the bot speaks. */
    public Collection<String> languages() {
        var codes = new TreeMap<String, Boolean>();
        content.current().languages().keySet().forEach(tag -> codes.put(two(tag), true));
        return codes.keySet();
    }

    /** A phrase under {@code telegram.}, in the source language where there is no other. */
    public String of(String language, String key) {
        return phrase(language, "telegram." + key);
    }

    /** What the bot is called. */
    public String name(String language) {
        return phrase(language, "web.brand");
    }

    private String phrase(String language, String key) {
        var spoken = spoken(content.current(), language);
        return spoken.phrases().containsKey(key)
                ? spoken.phrase(key)
                : content.current().source().phrase(key);
    }

    private static Language spoken(Content content, String language) {
        return content.languages().values().stream()
                .filter(it -> !language.isEmpty() && two(it.tag()).equals(two(language)))
                .findFirst()
                .orElse(content.source());
    }

    private static String two(String tag) {
        return tag.split("[-_]", 2)[0];
    }
}
