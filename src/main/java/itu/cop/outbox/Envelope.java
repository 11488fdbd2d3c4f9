package itu.cop.outbox;

import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;
import itu.cop.storage.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Turns messages and addresses into what is stored, and back. */
@Component
class Envelope {
    private final JsonMapper json;
    private final Sealer sealer;

    Envelope(JsonMapper json, Sealer sealer) {
        this.json = json;
        this.sealer = sealer;
    }

    byte[] seal(Outbound message) {
        return sealer.seal(json.writerFor(Outbound.class).writeValueAsBytes(message));
    }

    byte[] seal(Peer address) {
        return sealer.seal(json.writeValueAsBytes(address));
    }

    @Nullable Outbound message(byte @Nullable [] sealed) {
        return open(sealed, Outbound.class);
    }

    @Nullable Peer address(byte @Nullable [] sealed) {
        return open(sealed, Peer.class);
    }

    // One unreadable row must not stop the queue, so this is a value and not an exception.
    private <T> @Nullable T open(byte @Nullable [] sealed, Class<T> type) {
        if (sealed == null) {
            return null;
        }
        try {
            return json.readValue(sealer.open(sealed), type);
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return null;
        }
    }
}
