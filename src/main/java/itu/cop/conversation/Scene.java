package itu.cop.conversation;

import itu.cop.content.Content;
import itu.cop.content.CrisisPath;
import itu.cop.content.Intent;
import itu.cop.content.Language;
import itu.cop.content.Severity;
import itu.cop.person.AgeBand;
import itu.cop.person.Person;
import itu.cop.understanding.Understood;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A turn, with what dialogues ask about it. */
final class Scene {
    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{So}/]+");
    private static final Pattern REPEATS = Pattern.compile("(\\p{L})\\1{2,}");

    private final Content content;
    private final Turn turn;
    private final Language language;
    private final String words;
    private final @Nullable String choice;

    Scene(Content content, Turn turn) {
        this.content = content;
        this.turn = turn;
        this.language = content.in(said().map(Scene::tag).orElse(turn.person().language()));
        this.words = said().map(said -> plain(said.text())).orElse("");
        this.choice =
                turn.event() instanceof Event.Pressed(var id)
                        ? id
                        : said().filter(said -> !said.relayed())
                                .flatMap(said ->
                                        turn.state()
                                                .typed(
                                                        words,
                                                        lists(words, "yes"),
                                                        lists(words, "no")))
                                .orElse(null);
    }

    private static String tag(Event.Said said) {
        return said.understood().language();
    }

    /** A text as the lists of words are written: lower case, words and spaces only. */
    static String plain(String text) {
        var lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var joined = lower.replaceAll("['’\uFE0F]", "");
        var squeezed = REPEATS.matcher(NOISE.matcher(joined).replaceAll(" ")).replaceAll("$1");
        return squeezed.strip();
    }

    Content content() {
        return content;
    }

    Language language() {
        return language;
    }

    State state() {
        return turn.state();
    }

    Person person() {
        return turn.person();
    }

    Instant now() {
        return turn.now();
    }

    Event event() {
        return turn.event();
    }

    Optional<Event.Said> said() {
        return turn.event() instanceof Event.Said said ? Optional.of(said) : Optional.empty();
    }

    /** How worrying the words of this turn are. */
    Severity severity() {
        return said().map(said -> said.understood().severity()).orElse(Severity.NONE);
    }

    boolean held() {
        return turn.standing() == Standing.HELD;
    }

    boolean under13() {
        return person().age() == AgeBand.UNDER_13;
    }

    /** In the three days after a crisis: help stays one tap away. */
    boolean guarded() {
        var until = state().carefulUntil();
        return until != null && now().isBefore(until);
    }

    /** The same, unless the writer said that it was none: no play, no campaign, no ratings. */
    boolean careful() {
        var crisis = state().crisis();
        return guarded() && (crisis == null || !crisis.denied());
    }

    String words() {
        return words;
    }

    /** The id of the button that was pressed, or whose label, number or letter was typed. */
    Optional<String> choice() {
        return Optional.ofNullable(choice);
    }

    /** What follows this prefix in the chosen id. */
    Optional<String> choice(String prefix) {
        return choice().filter(id -> id.startsWith(prefix))
                .map(id -> id.substring(prefix.length()));
    }

    boolean chose(String id) {
        return id.equals(choice);
    }

    /** A command without its slash, such as {@code forget}. */
    Optional<String> command() {
        return said().map(said -> said.text().strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.startsWith("/"))
                .map(text -> text.substring(1).split("[\\s@]", 2)[0]);
    }

    boolean command(String name) {
        return command().filter(name::equals).isPresent();
    }

    /** True when the whole text is one of the words of a list, also in the source language. */
    boolean hears(String list) {
        return said().filter(said -> !said.relayed()).isPresent() && lists(words, list);
    }

    /** True when one of the words of a list stands somewhere in the text. */
    boolean mentions(String list) {
        return all(list).anyMatch(word -> contains(word));
    }

    /** True when these words stand in the text, as whole words. */
    boolean contains(String text) {
        return !text.isEmpty() && (" " + words + " ").contains(" " + text + " ");
    }

    boolean lists(String text, String list) {
        return all(list).anyMatch(text::equals);
    }

    private Stream<String> all(String list) {
        return Stream.of(language, content.source())
                .flatMap(each -> each.words().getOrDefault(list, List.of()).stream())
                .map(Scene::plain)
                .distinct();
    }

    /** The intent to answer: by button, or by words that were understood. */
    Optional<String> intent() {
        if (choice != null) {
            return choice("answer:");
        }
        return said().map(Event.Said::understood)
                .filter(understood -> understood.outcome() == Understood.Outcome.ANSWER)
                .map(Understood::intent);
    }

    boolean asksFor(String intent) {
        return intent().filter(intent::equals).isPresent();
    }

    Optional<Intent> find(String intent) {
        return find(Language::intents, intent);
    }

    Optional<CrisisPath> path(String intent) {
        return find(Language::crises, intent);
    }

    /** In this language, or in the source language until somebody has translated it. */
    <T> Optional<T> find(Function<Language, Map<String, T>> part, String name) {
        return Optional.ofNullable(part.apply(language).get(name))
                .or(() -> Optional.ofNullable(part.apply(content.source()).get(name)));
    }

    boolean hasPhrase(String key) {
        return content.source().phrases().containsKey(key);
    }

    String phrase(String key, String... fill) {
        var own = language.phrases().containsKey(key) ? language : content.source();
        return own.phrase(key, fill);
    }

    Choice option(String id, String phrase) {
        return new Choice(id, phrase(phrase));
    }

    Choice helpButton() {
        return option("helpline", "button.helpline");
    }

    Choice menuButton() {
        return option("menu", "menu");
    }

    /** The same turn of somebody who has just told their country. */
    Scene in(String country) {
        return of(turn.person().language(), country);
    }

    /** The same turn of somebody who has just chosen a language. */
    Scene speaking(String tag) {
        return of(tag, turn.person().country());
    }

    private Scene of(String tag, @Nullable String country) {
        var p = turn.person();
        var person =
                new Person(
                        p.id(),
                        p.channel(),
                        p.pseudonym(),
                        tag,
                        country,
                        p.zone(),
                        p.age(),
                        p.source(),
                        p.gone(),
                        p.metAt(),
                        p.lastSeenAt());
        return new Scene(
                content, new Turn(person, turn.state(), turn.standing(), turn.event(), turn.now()));
    }
}
