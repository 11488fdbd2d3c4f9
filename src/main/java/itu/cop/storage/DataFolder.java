package itu.cop.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;

/** The folder of everything the bot writes: database, models, keys. Only its owner may look in. */
public final class DataFolder {
    private final Path path;

    /** The folder at this path, made when it is first needed. */
    public DataFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** A folder in it, made with mode 0700 where it is not there. */
    public Path folder(String name) {
        var folder = path.resolve(name);
        try {
            var mode = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(mode));
        } catch (IOException e) {
            throw new StorageRefusal(
                    "The folder " + folder + " cannot be made.",
                    "Make it writable, or set cop.data-dir to a folder that is.",
                    e);
        }
        return folder;
    }

    /** The one line of a secret file in it; empty where there is none. */
    Optional<String> secret(String name) {
        var file = path.resolve(name);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new StorageRefusal(
                    "The file " + file + " cannot be read.",
                    "Run as its owner; its mode should be 0600.",
                    e);
        }
    }

    /** Writes a secret file with mode 0600; whole and on disk when this returns. */
    void keepSecret(String name, String secret) {
        folder(".");
        var file = path.resolve(name);
        var aside = path.resolve(name + ".new");
        var mode = PosixFilePermissions.fromString("rw-------");
        var options =
                EnumSet.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.SYNC);
        try {
            Files.deleteIfExists(aside);
            try (var channel =
                    Files.newByteChannel(
                            aside, options, PosixFilePermissions.asFileAttribute(mode))) {
                channel.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.UTF_8)));
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
