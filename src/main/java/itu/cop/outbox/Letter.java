package itu.cop.outbox;

import itu.cop.channel.Outbound;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to send.
 *
 * @param person to whom
 * @param sensitive leaves as a neutral opener with one button <em>Show</em> when it is late
 * @param answers when the person wrote what this answers; null when sent unasked
 * @param expiresAt not sent after this
 */
public record Letter(
        UUID person,
        Lane lane,
        Outbound message,
        boolean sensitive,
        @Nullable Instant answers,
        @Nullable Instant expiresAt) {}
