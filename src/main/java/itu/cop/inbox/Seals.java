package itu.cop.inbox;

import itu.cop.storage.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON, encrypted. */
@Component
class Seals {
    private final JsonMapper json;
    private final Sealer sealer;

    Seals(JsonMapper json, Sealer sealer) {
        this.json = json;
        this.sealer = sealer;
    }

    <T> byte[] seal(T value, Class<T> type) {
        return sealer.seal(json.writerFor(type).writeValueAsBytes(value));
    }

    /** Null when there is nothing, no key opens it, or its shape is of another time. */
    <T> @Nullable T open(byte @Nullable [] sealed, Class<T> type) {
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
