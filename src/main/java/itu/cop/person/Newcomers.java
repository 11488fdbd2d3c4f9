package itu.cop.person;

import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of somebody at first sight. */
@Component
class Newcomers {
    private final Pseudonyms pseudonyms;
    private final PeopleTable table;
    private final ContentFolder content;

    Newcomers(Pseudonyms pseudonyms, PeopleTable table, ContentFolder content) {
        this.pseudonyms = pseudonyms;
        this.table = table;
        this.content = content;
    }

    Person of(String channel, People.Meeting meeting, Instant now) {
        return new Person(
                UUID.randomUUID(),
                channel,
                pseudonym(),
                language(meeting.language()),
                null,
                null,
                AgeBand.NOT_SAID,
                source(meeting.source()),
                false,
                now,
                now);
    }

    /** The name of a campaign link; anything else could carry words of a person. */
    static @Nullable String source(@Nullable String told) {
        return told != null && told.matches("[A-Za-z0-9_-]{1,64}") ? told : null;
    }

    private String pseudonym() {
        var some = pseudonyms.some(ThreadLocalRandom.current());
        var taken = table.taken(some);
        return some.stream()
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElse(some.getFirst());
    }

    /** The device's language where the campaign speaks it, with or without its region. */
    private String language(@Nullable String hint) {
        var spoken = content.current().languages();
        var locale = Locale.forLanguageTag(hint == null ? "" : hint.replace('_', '-'));
        if (spoken.containsKey(locale.toLanguageTag())) {
            return locale.toLanguageTag();
        }
        return spoken.containsKey(locale.getLanguage())
                ? locale.getLanguage()
                : Content.SOURCE_LANGUAGE;
    }
}
