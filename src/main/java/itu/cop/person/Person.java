package itu.cop.person;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes to the bot. No name, user name or phone number is ever kept.
 *
 * @param id opaque and random
 * @param channel the name of the channel they write on
 * @param pseudonym what staff call them, such as "Blue Otter"
 * @param language BCP 47
 * @param country ISO 3166 in lower case; null until they said it
 * @param zone null until known
 * @param source where they came from (a campaign link)
 * @param gone true after the channel said that they left
 */
public record Person(
        UUID id,
        String channel,
        String pseudonym,
        String language,
        @Nullable String country,
        @Nullable ZoneId zone,
        AgeBand age,
        @Nullable String source,
        boolean gone,
        Instant metAt,
        Instant lastSeenAt) {}
