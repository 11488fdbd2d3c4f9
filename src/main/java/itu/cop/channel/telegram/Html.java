package itu.cop.channel.telegram;

/** The one place where a text becomes HTML for Telegram, which knows four entities. */
final class Html {
    static final String MODE = "HTML";

    private Html() {}

    static String of(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
