package itu.cop.understanding;

import itu.cop.content.Content;
import itu.cop.content.Intent.Door;
import itu.cop.content.Language;
import itu.cop.understanding.model.LanguageGuess;
import itu.cop.understanding.model.Prediction.Guess;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What single words give away: the language, who asks, the platform, that more may follow. */
final class Cues {
    private static final int FRAGMENT = 4;

    /** A name, a button's word or a yes belongs to many languages: fewer words change nothing. */
    private static final int ENOUGH = 8;

    /** Another language than the person's own is believed from this chance on. */
    private static final double SURE_OF_ANOTHER = 0.7;

    private static final Pattern ADULT =
            words(
                    "my (son|sons|daughter|daughters|child|children|kid|kids|student|students|pupil"
                            + "|pupils|stepson|stepdaughter|grandson|granddaughter|teenager)"
                            + "|(im|i am|as) (a|the|his|her|their)? ?(single )?(mum|mom|mother|dad|father"
                            + "|parent|teacher|carer|grandmother|grandfather|coach|school nurse)"
                            + "|we are (his|her|their) parents|as parents");
    private static final Pattern FRIEND =
            words(
                    "(my|a) (best |close |good |little |big |younger |older |online )?(friend|friends"
                            + "|bestie|bff|mate|sister|brother|sis|bro|cousin|classmate|girlfriend"
                            + "|boyfriend|gf|bf)"
                            + "|help (her|him|them)|for a friend|someone i know|girl i know|boy i know");
    private static final Pattern MYSELF =
            words("me|myself|mine|im|ive|my (pic|pics|photo|account)");
    private static final Pattern DID_IT =
            words(
                    "i (have |just |already |actually |kind of )?(posted|shared|sent|leaked|forwarded"
                            + "|spread|screenshotted|uploaded|hacked|made)"
                            + "( \\S+){0,5} (his|her|their|someones|somebodys|friends|classmates|a friend"
                            + "|someone)"
                            + "|i (have |just |also )?(bullied|trolled|harassed|threatened|mocked|roasted)"
                            + "|i (was|am|have been|were) (so |really |being )?(mean|nasty|horrible|cruel)"
                            + "|im the bully|i did it|i made fun|i said mean|i wrote mean");
    private static final Set<String> MORE_FOLLOWS =
            Set.of("and", "so", "but", "or", "because", "like", "then", "when", "that", "the", "a");

    private final Map<String, String> platforms = new HashMap<>();
    private final Map<String, Character.UnicodeScript> scripts = new HashMap<>();

    Cues(Content content) {
        content.languages().values().forEach(this::learn);
    }

    private void learn(Language language) {
        language.platforms()
                .forEach((name, platform) -> {
                    platforms.put(Normaliser.normalise(platform.title()), name);
                    platform.nicknames()
                            .forEach(nickname ->
                                    platforms.put(Normaliser.normalise(nickname), name));
                });
        scripts.put(language.tag(), script(language.nativeName()));
    }

    /**
     * The language to answer in: of those in the script of the text the likeliest, with the
     * person's own as prior; where none is in that script, the person's own or English.
     */
    String language(String text, String prior, @Nullable LanguageGuess guess) {
        var script = script(text);
        var own = scripts.get(prior);
        if (script == own && text.split("\\s+", ENOUGH).length < ENOUGH) {
            return prior;
        }
        if (guess != null && script == Character.UnicodeScript.LATIN) {
            var likely = guess.guess(text);
            return likely.best(1, tag -> true).stream()
                    .map(Guess::label)
                    .filter(tag -> own != script || likely.sum(prior::equals) < 1 - SURE_OF_ANOTHER)
                    .findFirst()
                    .orElse(prior);
        }
        if (script == own) {
            return prior;
        }
        return scripts.entrySet().stream()
                .filter(entry -> entry.getValue() == script)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(own != null ? prior : Content.SOURCE_LANGUAGE);
    }

    /** The script of most letters. */
    private static Character.UnicodeScript script(String text) {
        var counts = new HashMap<Character.UnicodeScript, Integer>();
        text.codePoints()
                .filter(Character::isLetter)
                .limit(Normaliser.LIMIT)
                .forEach(letter ->
                        counts.merge(Character.UnicodeScript.of(letter), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Character.UnicodeScript.COMMON);
    }

    /** Who asks, about whom. */
    static Door door(String text) {
        if (ADULT.matcher(text).find()) {
            return Door.ADULT;
        }
        if (DID_IT.matcher(text).find()) {
            return Door.DID_IT;
        }
        var friend = FRIEND.matcher(text).find() && !MYSELF.matcher(text).find();
        return friend ? Door.FRIEND : Door.ME;
    }

    /** The platform named first, by its file name. */
    Optional<String> platform(String text) {
        var words = text.split(" ", -1);
        for (int from = 0; from < words.length; from++) {
            var phrase = new StringBuilder();
            for (int to = from; to < Math.min(words.length, from + 3); to++) {
                phrase.append(to == from ? "" : " ").append(words[to]);
                var name = platforms.get(phrase.toString());
                if (name != null) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /** True for a short piece without a question mark, or one that breaks off. */
    static boolean breaksOff(String raw, String text) {
        var words = text.isEmpty() ? new String[0] : text.split(" ", -1);
        if (words.length == 0 || raw.contains("?") || raw.contains("؟") || raw.contains("？")) {
            return false;
        }
        return words.length <= FRAGMENT || MORE_FOLLOWS.contains(words[words.length - 1]);
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![^ ])(?:" + alternatives + ")(?![^ ])");
    }
}
