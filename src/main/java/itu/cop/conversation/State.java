package itu.cop.conversation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import itu.cop.content.Intent;
import itu.cop.content.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation remembers between turns; kept as JSON, bounded in size. A field that is
 * missing reads as "nothing yet", so that older and newer replicas understand each other.
 *
 * @param introduced the bot has said what it is
 * @param ageAsked the age was asked once; it is not asked again
 * @param countryRefused they would rather not say where they are; not asked again
 * @param stopped tips and campaign messages were stopped
 * @param covered the chat was hidden: nothing earlier is mentioned until they bring it back
 * @param pending the question that was asked last, empty when none
 * @param offered the buttons of the last reply, which can also be typed
 * @param game a quiz that was begun
 * @param tips ids of tips seen
 * @param misses turns in a row that were not understood
 * @param crisis the last crisis
 * @param carefulUntil until when to keep to what matters
 * @param worries when they wrote something worrying, in the last 24 hours
 * @param suspended what a crisis interrupted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record State(
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean introduced,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean ageAsked,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean countryRefused,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean stopped,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean covered,
        String pending,
        List<Choice> offered,
        @Nullable Game game,
        List<String> tips,
        @Nullable Topic topic,
        @JsonSetter(nulls = Nulls.AS_EMPTY) int misses,
        @Nullable Crisis crisis,
        @Nullable Instant carefulUntil,
        List<Instant> worries,
        @Nullable Suspended suspended) {
    private static final int MOST = 60;
    private static final int AGES = 5;

    public State {
        pending = orElse(pending, "");
        offered = last(orElse(offered, List.of()));
        tips = last(orElse(tips, List.of()));
        worries = last(orElse(worries, List.of()));
    }

    /** Somebody new. */
    public static State fresh() {
        return new State(
                false, false, false, false, false, "", List.of(), null, List.of(), null, 0, null,
                null, List.of(), null);
    }

    /** True when this answers what was just asked, or names a button: it is whole by itself. */
    public boolean expects(String text) {
        var asked = !pending.isEmpty() && !pending.startsWith("age");
        return asked || typed(Scene.plain(text), false, false).isPresent();
    }

    /** The same with changes. */
    State with(Consumer<Edit> changes) {
        var edit = new Edit(this);
        changes.accept(edit);
        return edit.done();
    }

    /** The id of the button that these words name: by label, number, letter, or yes and no. */
    Optional<String> typed(String words, boolean yes, boolean no) {
        int number = number(words);
        var place = number >= 1 && number <= offered.size() ? offered.get(number - 1) : null;
        return offered.stream()
                .filter(choice -> Scene.plain(choice.label()).equals(words))
                .findFirst()
                .or(() -> Optional.ofNullable(place))
                .or(() -> yes ? ending(":yes") : Optional.empty())
                .or(() -> no ? ending(":no") : Optional.empty())
                .map(Choice::id);
    }

    private Optional<Choice> ending(String end) {
        return offered.stream().filter(choice -> choice.id().endsWith(end)).findFirst();
    }

    /** A number or, in a quiz, a letter; after the ages were offered, a higher one is an age. */
    private int number(String words) {
        if (words.length() != 1) {
            return 0;
        }
        int letter = words.charAt(0) - 'a' + 1;
        if (pending.equals("quiz") && letter >= 1 && letter <= 26) {
            return letter;
        }
        int digit = Character.digit(words.charAt(0), 10);
        return pending.startsWith("age") && digit > AGES ? 0 : digit;
    }

    // JSON of an older version has no such field, whatever the type says
    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> List<T> last(List<T> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /** A quiz on its way: the question to answer next, counted from 0, and how many were right. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Game(String quiz, int question, int right) {}

    /** What was last talked about. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Topic(String intent, Intent.Door door, @Nullable String platform) {}

    /** A crisis; it keeps its highest severity, also when the writer says that it is none. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Crisis(String intent, Severity severity, Instant since, boolean denied) {}

    /** What a crisis interrupted, to be taken up again when the writer says that it is none. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Suspended(String pending, List<Choice> offered) {
        public Suspended {
            offered = List.copyOf(orElse(offered, List.of()));
        }
    }

    /** A state being changed. */
    static final class Edit {
        boolean introduced;
        boolean ageAsked;
        boolean countryRefused;
        boolean stopped;
        boolean covered;
        String pending;
        List<Choice> offered;
        @Nullable Game game;
        List<String> tips;
        @Nullable Topic topic;
        int misses;
        @Nullable Crisis crisis;
        @Nullable Instant carefulUntil;
        List<Instant> worries;
        @Nullable Suspended suspended;

        Edit(State from) {
            introduced = from.introduced;
            ageAsked = from.ageAsked;
            countryRefused = from.countryRefused;
            stopped = from.stopped;
            covered = from.covered;
            pending = from.pending;
            offered = from.offered;
            game = from.game;
            tips = from.tips;
            topic = from.topic;
            misses = from.misses;
            crisis = from.crisis;
            carefulUntil = from.carefulUntil;
            worries = from.worries;
            suspended = from.suspended;
        }

        State done() {
            return new State(
                    introduced,
                    ageAsked,
                    countryRefused,
                    stopped,
                    covered,
                    pending,
                    offered,
                    game,
                    tips,
                    topic,
                    misses,
                    crisis,
                    carefulUntil,
                    worries,
                    suspended);
        }
    }
}
