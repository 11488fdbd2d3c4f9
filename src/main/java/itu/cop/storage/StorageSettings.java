package itu.cop.storage;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where data lives and what seals it.
 *
 * @param dataDir embedded database, models, keys
 * @param secretKey 32 bytes in base64; unset means generated in the data folder
 * @param secretKeyPrevious earlier ones, newest first: they open and find what they made
 */
@ConfigurationProperties("cop")
record StorageSettings(
        @DefaultValue("./data") Path dataDir,
        @Nullable String secretKey,
        @DefaultValue List<String> secretKeyPrevious) {
    StorageSettings {
        secretKeyPrevious = List.copyOf(secretKeyPrevious);
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "StorageSettings[dataDir=" + dataDir + "]";
    }
}
