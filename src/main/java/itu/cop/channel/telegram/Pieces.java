package itu.cop.channel.telegram;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text that is too long for one message where it hurts least: between paragraphs. */
final class Pieces {
    /** How long a message may be, in UTF-16 units as Telegram counts after reading the HTML. */
    static final int LONGEST = 4096;

    private static final List<String> SEAMS = List.of("\n\n", "\n", ". ", " ");

    private Pieces() {}

    static List<String> of(String text) {
        var pieces = new ArrayList<String>();
        var rest = text.strip();
        while (rest.length() > LONGEST) {
            var end = end(rest);
            pieces.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        pieces.add(rest);
        return pieces;
    }

    private static int end(String text) {
        for (var seam : SEAMS) {
            var at = text.lastIndexOf(seam, LONGEST - seam.length());
            if (at > 0) {
                return at + seam.length();
            }
        }
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
