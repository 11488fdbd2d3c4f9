package itu.cop.understanding;

/**
 * A text to understand.
 *
 * @param text what was written just now
 * @param recent what the same person wrote in the ten minutes before, joined; empty when nothing
 * @param language the person's language so far, used as a prior
 * @param relayed forwarded or quoted
 */
public record Utterance(String text, String recent, String language, boolean relayed) {
    /** A first text of somebody whose language is not known. */
    public static Utterance of(String text) {
        return new Utterance(text, "", "en", false);
    }

    /** Never shows the words. */
    @Override
    public String toString() {
        return "Utterance[" + text.length() + " characters]";
    }
}
