package itu.cop.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostmasterPidTests {
    @TempDir Path data;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "garbage", "-12", "0", "99999999999999", "12abc\n/data"})
    void removesAFileThatNamesNoProcess(String content) throws IOException {
        assertThat(clearWith(content)).isFalse();
    }

    @Test
    void removesAFileWhoseNumberNowBelongsToAnotherProcess() throws IOException {
        var self = ProcessHandle.current();

        assertThat(clearWith(self.pid() + "\n" + data + "\n")).isFalse();
        assertThat(self.isAlive()).isTrue();
    }

    @Test
    void leavesThePostgresOfAnotherFolderAlone() throws Exception {
        // anything that is called postgres and works elsewhere
        var fake = Files.copy(Path.of("/bin/sleep"), data.resolve("postgres"));
        var process =
                new ProcessBuilder(fake.toString(), "60").directory(Path.of("/").toFile()).start();
        try {
            assertThat(clearWith(process.pid() + "\n")).isFalse();
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void leavesTheFileOfADeadProcessToPostgres() throws Exception {
        var process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThat(clearWith(process.pid() + "\n")).isTrue();
    }

    @Test
    void survivesBytesThatAreNoText() throws IOException {
        Files.write(data.resolve("postmaster.pid"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        new PostmasterPid(data).clear();

        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    private boolean clearWith(String content) throws IOException {
        var file = Files.writeString(data.resolve("postmaster.pid"), content);
        new PostmasterPid(data).clear();
        return Files.exists(file);
    }
}
