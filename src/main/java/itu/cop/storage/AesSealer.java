package itu.cop.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals with AES-256-GCM; every purpose has its own key, derived by HKDF from a secret key. */
final class AesSealer implements Sealer {
    private static final int ID = 4;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final SecureRandom random = new SecureRandom();
    private final List<Key> newestFirst;

    AesSealer(SecretKeys keys) {
        var distinct = new ArrayList<Key>();
        for (var secret : keys.newestFirst()) {
            var key = new Key(secret);
            if (distinct.stream().noneMatch(other -> Arrays.equals(other.id, key.id))) {
                distinct.add(key);
            }
        }
        this.newestFirst = List.copyOf(distinct);
    }

    @Override
    public byte[] seal(byte[] plain) {
        var key = newestFirst.getFirst();
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = key.cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(ID + NONCE + sealed.length)
                    .put(key.id)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] open(byte[] sealed) {
        if (sealed.length < ID + NONCE + TAG) {
            throw new IllegalArgumentException("too short to be sealed");
        }
        var id = Arrays.copyOf(sealed, ID);
        var key =
                newestFirst.stream()
                        .filter(candidate -> Arrays.equals(candidate.id, id))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException("sealed with no known key"));
        try {
            return key.cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, ID, ID + NONCE))
                    .doFinal(sealed, ID + NONCE, sealed.length - ID - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("sealed otherwise, or changed", e);
        }
    }

    @Override
    public byte[] fingerprint(String purpose, byte[] value) {
        return newestFirst.getFirst().fingerprint(purpose, value);
    }

    @Override
    public List<byte[]> earlierFingerprints(String purpose, byte[] value) {
        return newestFirst.stream().skip(1).map(key -> key.fingerprint(purpose, value)).toList();
    }

    /** A secret key and what is derived from it. */
    private static final class Key {
        private final byte[] secret;
        private final byte[] id;
        private final SecretKey aes;
        private final Map<String, SecretKey> fingerprintKeys = new ConcurrentHashMap<>();

        Key(byte[] secret) {
            this.secret = secret.clone();
            this.id = derive("id", ID);
            this.aes = new SecretKeySpec(derive("seal", 32), "AES");
        }

        Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, aes, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(id);
            return cipher;
        }

        byte[] fingerprint(String purpose, byte[] value) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(
                        fingerprintKeys.computeIfAbsent(
                                purpose,
                                p -> new SecretKeySpec(derive("fingerprint/" + p, 32), "HMAC")));
                return mac.doFinal(value);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private byte[] derive(String purpose, int bytes) {
            var info = ("cop/" + purpose).getBytes(StandardCharsets.UTF_8);
            var parameters = HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, bytes);
            try {
                return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
