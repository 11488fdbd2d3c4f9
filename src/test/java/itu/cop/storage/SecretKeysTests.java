package itu.cop.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeysTests {
    private static final String KEY = key(7);

    @TempDir Path temporary;

    @Test
    void generatesAKeyOnceForItsOwnerOnly() throws IOException {
        var first = load(null, true).newestFirst();
        var again = load("  ", true).newestFirst();

        assertThat(first).hasSize(1);
        assertThat(again.getFirst()).hasSize(32).isEqualTo(first.getFirst());
        var file = temporary.resolve("data/secret-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesAnExternalDatabaseWithoutAKey() {
        assertThatThrownBy(() -> load(null, false))
                .isInstanceOf(StorageRefusal.class)
                .hasMessageContaining("cop.secret-key is not set");
        assertThat(temporary.resolve("data")).doesNotExist();
    }

    @Test
    void refusesAKeyOfTheWrongLengthWithoutShowingIt() {
        for (var wrong : List.of("c2hvcnQ=", "not base64 at all!", KEY + KEY)) {
            assertThatThrownBy(() -> load(wrong, false))
                    .isInstanceOf(StorageRefusal.class)
                    .hasMessage("cop.secret-key is not 32 bytes in base64.");
            assertThatThrownBy(() -> load(KEY, false, wrong))
                    .hasMessage("cop.secret-key-previous is not 32 bytes in base64.");
        }
    }

    @Test
    void keepsTheGeneratedKeyAsAnEarlierOneWhenOneIsConfigured() {
        var generated = load(null, true).newestFirst().getFirst();

        assertThat(load(KEY, true, key(6), "").newestFirst())
                .containsExactly(
                        Base64.getDecoder().decode(KEY),
                        Base64.getDecoder().decode(key(6)),
                        generated);
    }

    @Test
    void generatedKeyStaysCurrentBeforeEarlierOnes() {
        var generated = load(null, true).newestFirst().getFirst();

        assertThat(load("", true, key(6)).newestFirst())
                .containsExactly(generated, Base64.getDecoder().decode(key(6)));
    }

    private SecretKeys load(@Nullable String key, boolean embedded, String... previous) {
        var settings = new StorageSettings(temporary.resolve("data"), key, List.of(previous));
        assertThat(settings.toString()).doesNotContain(KEY);
        return SecretKeys.load(settings, new DataFolder(settings.dataDir()), embedded);
    }

    private static String key(int number) {
        var key = new byte[32];
        java.util.Arrays.fill(key, (byte) number);
        return Base64.getEncoder().encodeToString(key);
    }
}
