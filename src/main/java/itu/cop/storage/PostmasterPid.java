package itu.cop.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file by which a running PostgreSQL marks its data folder. A killed JVM leaves both behind.
 * Only for whoever holds the lock of the folder: what runs here then is an orphan.
 */
final class PostmasterPid {
    private static final Logger log = LoggerFactory.getLogger(PostmasterPid.class);

    private final Path data;
    private final Path file;

    PostmasterPid(Path data) {
        this.data = data;
        this.file = data.resolve("postmaster.pid");
    }

    /** Stops an orphan and removes a file that would keep a new PostgreSQL from starting. */
    void clear() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var pid = pid();
        var process = pid.isPresent() ? ProcessHandle.of(pid.getAsLong()).orElse(null) : null;
        if (process != null && runsHere(process)) {
            stop(process);
        } else if (process != null || pid.isEmpty()) {
            log.warn("postmaster.pid names no PostgreSQL of this folder: removed");
            Files.delete(file);
        }
        // otherwise the process is dead, and PostgreSQL itself checks what it left
    }

    private OptionalLong pid() throws IOException {
        // bytes, because a torn file need not be UTF-8
        var text =
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        var first = text.lines().findFirst().orElse("").strip();
        return first.matches("[1-9][0-9]{0,9}")
                ? OptionalLong.of(Long.parseLong(first))
                : OptionalLong.empty();
    }

    /**
     * PostgreSQL works in its data folder; a path on its command line could be spelled otherwise.
     */
    private boolean runsHere(ProcessHandle process) throws IOException {
        if (process.info().command().filter(command -> command.endsWith("/postgres")).isEmpty()) {
            return false;
        }
        try {
            var folder = Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath();
            return folder.equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private void stop(ProcessHandle process) throws IOException {
        log.warn("PostgreSQL {} was left over by a killed process: stopping it", process.pid());
        for (var signal : new String[] {"INT", "QUIT"}) { // fast, then at once
            // the shell's own kill: a slim image has no other
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start();
            if (ended(process)) {
                return;
            }
        }
        throw new StorageRefusal(
                "A left-over PostgreSQL (process " + process.pid() + ") does not stop.",
                "Stop it by hand, then start again.");
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
