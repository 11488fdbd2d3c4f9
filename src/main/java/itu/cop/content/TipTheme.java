package itu.cop.content;

import java.util.List;

/** Tips on one theme. */
public record TipTheme(String name, String title, List<Tip> tips) {
    public TipTheme {
        tips = List.copyOf(tips);
    }

    /** One thing to try; the id is unique over all themes. */
    public record Tip(String id, String says) {}
}
