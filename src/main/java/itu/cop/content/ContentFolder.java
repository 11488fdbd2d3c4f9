package itu.cop.content;

import itu.cop.content.yaml.ContentReader;
import itu.cop.content.yaml.YamlFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The content in force. A reload that fails keeps the old one. */
public class ContentFolder {
    private static final Logger log = LoggerFactory.getLogger(ContentFolder.class);

    private final Supplier<YamlFiles> files;
    private final List<Consumer<Content>> listeners = new CopyOnWriteArrayList<>();
    private volatile Content current;
    private volatile String lastSeen;

    private ContentFolder(Supplier<YamlFiles> files) {
        this.files = files;
        this.current = ContentReader.read(files.get());
        this.lastSeen = current.version();
    }

    /**
     * Reads a folder once.
     *
     * @throws ContentRejected when anything in it is wrong
     */
    public static Content read(Path folder) {
        return ContentReader.read(YamlFiles.in(folder));
    }

    /** Reads the copy in the jar once. */
    public static Content fromClasspath() {
        return ContentReader.read(YamlFiles.inClasspath());
    }

    /** Follows a folder. */
    static ContentFolder of(Path folder) {
        return new ContentFolder(() -> YamlFiles.in(folder));
    }

    /** Holds the copy in the jar, which never changes. */
    static ContentFolder ofClasspath() {
        var files = YamlFiles.inClasspath();
        return new ContentFolder(() -> files);
    }

    /** Content that never changes, for tests. */
    public static ContentFolder holding(Content content) {
        return new ContentFolder(content);
    }

    private ContentFolder(Content content) {
        this.files = () -> new YamlFiles(new java.util.TreeMap<>());
        this.current = content;
        this.lastSeen = new YamlFiles(new java.util.TreeMap<>()).version();
    }

    /** The content in force now. */
    public Content current() {
        return current;
    }

    /** Calls back after each change of content, on the thread that found it. */
    public void onChange(Consumer<Content> listener) {
        listeners.add(listener);
    }

    /**
     * Reads again if any file has changed; what is wrong is logged with file and line, and the old
     * content stays.
     */
    void reload() {
        var now = files.get();
        if (now.version().equals(lastSeen)) {
            return;
        }
        lastSeen = now.version();
        try {
            current = ContentReader.read(now);
        } catch (ContentRejected rejected) {
            log.warn("Content not taken, the old one stays: {}", rejected.getMessage());
            return;
        }
        log.info("Content {} is in force", current.version());
        listeners.forEach(listener -> listener.accept(current));
    }
}
