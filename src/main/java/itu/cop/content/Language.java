package itu.cop.content;

import java.util.List;
import java.util.Map;

/**
 * One folder of {@code intents/}: everything in one language.
 *
 * @param tag BCP 47, the folder's name
 * @param nativeName what its speakers call it
 * @param rightToLeft the direction of its script
 * @param phrases the bot's own words by key, from {@code language.yaml}; {@code {name}} marks a
 *     place to fill in
 * @param words lists of words the bot listens for by key (stop, hide, safe, yes, no …), lower case
 * @param intents ordinary intents by id, such as {@code risk/cyberbullying}
 * @param crises by id, such as {@code crisis/suicide}
 * @param noneExamples lines that are out of scope
 * @param lookalikes lines that look like danger and are none: only the risk model learns from them
 * @param quizzes by name
 * @param tips by theme
 * @param platforms by name
 * @param gate risk patterns
 * @param checks held-out sentences
 */
public record Language(
        String tag,
        String nativeName,
        boolean rightToLeft,
        Map<String, String> phrases,
        Map<String, List<String>> words,
        Map<String, Intent> intents,
        Map<String, CrisisPath> crises,
        List<String> noneExamples,
        List<String> lookalikes,
        Map<String, Quiz> quizzes,
        Map<String, TipTheme> tips,
        Map<String, Platform> platforms,
        Gate gate,
        List<Check> checks) {
    public Language {
        phrases = Map.copyOf(phrases);
        words = Map.copyOf(words);
        intents = Map.copyOf(intents);
        crises = Map.copyOf(crises);
        noneExamples = List.copyOf(noneExamples);
        lookalikes = List.copyOf(lookalikes);
        quizzes = Map.copyOf(quizzes);
        tips = Map.copyOf(tips);
        platforms = Map.copyOf(platforms);
        checks = List.copyOf(checks);
    }

    /** A phrase with its places filled in: {@code phrase("call", "number", "112")}. */
    public String phrase(String key, String... fill) {
        var text = phrases.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no phrase " + key + " in " + tag);
        }
        for (int i = 0; i + 1 < fill.length; i += 2) {
            text = text.replace("{" + fill[i] + "}", fill[i + 1]);
        }
        return text;
    }

    /** A held-out sentence and the intents that are right for it. */
    public record Check(String text, List<String> intents, String voice) {}
}
