package itu.cop.storage;

/** Encryption at rest, with keys that live outside the database. Keys can be rotated. */
public interface Sealer {
    /** AES-256-GCM with a fresh nonce; the id of the key stands in front. */
    byte[] seal(byte[] plain);

    /**
     * Opens what {@link #seal} made, with the current key or an earlier one.
     *
     * @throws IllegalArgumentException when it was made with no known key, or was changed
     */
    byte[] open(byte[] sealed);

    /** HMAC-SHA-256 under a key for this purpose: stable until the secret key is rotated. */
    byte[] fingerprint(String purpose, byte[] value);

    /**
     * Fingerprints under earlier secret keys, newest first: to find rows written before a rotation.
     */
    java.util.List<byte[]> earlierFingerprints(String purpose, byte[] value);
}
