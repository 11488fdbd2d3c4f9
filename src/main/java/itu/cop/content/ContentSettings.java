package itu.cop.content;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the content is.
 *
 * @param contentDir unset: {@code ./intents} if there is one, else the copy in the jar
 */
@ConfigurationProperties("cop")
record ContentSettings(@Nullable Path contentDir) {
    /** The folder to read and watch; empty: the copy in the jar. */
    Optional<Path> folder() {
        if (contentDir != null) {
            return Optional.of(contentDir);
        }
        return Optional.of(Path.of("intents")).filter(Files::isDirectory);
    }

    /** Reads it. */
    ContentFolder read() {
        return folder().map(ContentFolder::of).orElseGet(ContentFolder::ofClasspath);
    }
}
