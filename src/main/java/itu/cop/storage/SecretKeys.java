package itu.cop.storage;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The secret keys, the current one first. */
record SecretKeys(List<byte[]> newestFirst) {
    private static final int BYTES = 32;
    private static final String FILE = "secret-key";

    SecretKeys {
        newestFirst = List.copyOf(newestFirst);
    }

    /**
     * Reads the keys; without a configured one it generates one in the data folder, but only for
     * the embedded database: a key on one replica's disk would be no key for the others.
     */
    static SecretKeys load(StorageSettings settings, DataFolder folder, boolean embedded) {
        var keys = new ArrayList<byte[]>();
        var configured = settings.secretKey();
        boolean ours = configured == null || configured.isBlank();
        if (configured != null && !ours) {
            keys.add(decode("cop.secret-key", configured));
        } else if (!embedded) {
            throw new StorageRefusal(
                    "cop.secret-key is not set, and an external database needs it.",
                    "Set cop.secret-key (or COP_SECRET_KEY) to 32 bytes in base64, the same on every"
                            + " replica, and keep a copy: openssl rand -base64 32");
        } else if (folder.secret(FILE).isEmpty()) {
            folder.keepSecret(FILE, generate());
        }
        settings.secretKeyPrevious().stream()
                .filter(key -> !key.isBlank())
                .map(key -> decode("cop.secret-key-previous", key))
                .forEach(keys::add);
        // a key that was generated before one was configured still opens what it sealed
        folder.secret(FILE)
                .map(key -> decode(folder.path().resolve(FILE).toString(), key))
                .ifPresent(key -> keys.add(ours ? 0 : keys.size(), key));
        return new SecretKeys(keys);
    }

    private static String generate() {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] decode(String name, String base64) {
        var key = new byte[0];
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // told below, without the value
        }
        if (key.length != BYTES) {
            throw new StorageRefusal(
                    name + " is not 32 bytes in base64.", "Make one with: openssl rand -base64 32");
        }
        return key;
    }
}
