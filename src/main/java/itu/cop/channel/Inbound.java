package itu.cop.channel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened on a channel, as it came in. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Inbound {
    /** Unique within its channel: the same id again is the same event, delivered twice. */
    String id();

    /** Who did it. */
    Peer from();

    /** When the channel says it happened. */
    Instant at();

    /**
     * Text was written.
     *
     * @param relayed true for forwarded or quoted text: not alone the writer's own words
     * @param source where the person came from (a campaign link), if the channel knows
     * @param language the language of the person's device (BCP 47), a hint only
     */
    record Said(
            String id,
            Peer from,
            Instant at,
            String text,
            boolean relayed,
            @Nullable String source,
            @Nullable String language)
            implements Inbound {}

    /**
     * A button was pressed; {@code button} is the id it was sent with, see {@link Outbound.Button}.
     */
    record Pressed(String id, Peer from, Instant at, String button) implements Inbound {}

    /** An earlier text was changed. */
    record Edited(String id, Peer from, Instant at, String text) implements Inbound {}

    /** Something the bot does not open. */
    record Unsupported(String id, Peer from, Instant at, Kind kind) implements Inbound {}

    /** The person blocked the bot. */
    record Blocked(String id, Peer from, Instant at) implements Inbound {}

    /** The person let the bot in again. */
    record Unblocked(String id, Peer from, Instant at) implements Inbound {}

    /** What cannot be opened. Nothing of it is ever downloaded. */
    enum Kind {
        VOICE,
        PICTURE,
        FILE,
        OTHER
    }
}
