package itu.cop.content;

import java.util.function.Consumer;

/** The content in force. A reload that fails keeps the old one. */
public class ContentFolder {
    private volatile Content current;

    ContentFolder(Content first) {
        this.current = first;
    }

    /** The content in force now. */
    public Content current() {
        return current;
    }

    /** Calls back after each change of content. */
    public void onChange(Consumer<Content> listener) {
        throw new UnsupportedOperationException();
    }
}
