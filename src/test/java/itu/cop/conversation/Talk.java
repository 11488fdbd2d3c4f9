package itu.cop.conversation;

import itu.cop.content.Content;
import itu.cop.content.Helplines;
import itu.cop.content.Intent.Door;
import itu.cop.content.Severity;
import itu.cop.person.AgeBand;
import itu.cop.person.Fact;
import itu.cop.person.Person;
import itu.cop.understanding.Understood;
import itu.cop.understanding.Understood.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scripted conversation: what is remembered is kept as the real bot would. */
final class Talk {
    static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Content CONTENT = SmallContent.content();
    private static final Conversation BOT = new Conversation(() -> CONTENT, SmallContent::choose);
    private final Conversation bot;

    Standing standing = Standing.NONE;
    AgeBand age = AgeBand.NOT_SAID;
    @Nullable String country;
    String language = "en";
    Instant now = START;
    State state = State.fresh();
    Reply reply = new Reply(List.of(), state, List.of());

    Talk() {
        bot = BOT;
    }

    /** With other content, and the real choice of helplines. */
    Talk(Content content) {
        bot = new Conversation(() -> content, Helplines::choose);
    }

    /** Somebody who wrote before and is 14. */
    static Talk known() {
        var talk = new Talk();
        talk.age = AgeBand.FROM_13_TO_15;
        talk.state =
                talk.state.with(state -> {
                    state.introduced = true;
                    state.ageAsked = true;
                });
        return talk;
    }

    Talk in(@Nullable String code) {
        country = code;
        return this;
    }

    Talk aged(AgeBand band) {
        age = band;
        return this;
    }

    Talk held() {
        standing = Standing.HELD;
        return this;
    }

    Talk later(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Words that mean nothing the bot knows. */
    Talk says(String text) {
        return hears(text, understood(Understood.NONE, Severity.NONE, true, Outcome.NONE));
    }

    Talk asks(String text, String intent) {
        return hears(text, understood(intent, Severity.NONE, true, Outcome.ANSWER));
    }

    Talk worries(String text, String intent) {
        return hears(text, understood(intent, Severity.WATCH, true, Outcome.ANSWER));
    }

    Talk danger(String text, String intent, Severity severity) {
        return hears(text, understood(intent, severity, true, Outcome.CRISIS));
    }

    Talk unclearDanger(String text, String intent, Severity severity) {
        return hears(text, understood(intent, severity, false, Outcome.CRISIS));
    }

    Talk hears(String text, Understood understood) {
        return happens(new Event.Said(text, understood, false, false));
    }

    Talk presses(String id) {
        return happens(new Event.Pressed(id));
    }

    /** Presses the button with this label under the last reply. */
    Talk taps(String label) {
        return presses(button(label).id());
    }

    Talk happens(Event event) {
        reply = bot.reply(new Turn(person(), state, standing, event, now));
        state = reply.next();
        reply.effects().forEach(this::remember);
        return this;
    }

    private void remember(Effect effect) {
        if (effect instanceof Effect.Remember(var fact)) {
            switch (fact) {
                case Fact.Age(var band) -> age = band;
                case Fact.Country(var code) -> country = code;
                case Fact.Language(var tag) -> language = tag;
                default -> {
                    // nothing a later turn reads
                }
            }
        }
    }

    Person person() {
        return new Person(
                new UUID(0, 1),
                "test",
                "Blue Otter",
                language,
                country,
                null,
                age,
                null,
                false,
                START,
                START);
    }

    State.Crisis crisis() {
        return Objects.requireNonNull(state.crisis());
    }

    Choice button(String label) {
        return buttons().stream()
                .filter(choice -> choice.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " in " + labels()));
    }

    List<Choice> buttons() {
        return reply.messages().stream().flatMap(message -> message.choices().stream()).toList();
    }

    List<String> labels() {
        return buttons().stream().map(Choice::label).toList();
    }

    List<String> labels(int bubble) {
        return reply.messages().get(bubble).choices().stream().map(Choice::label).toList();
    }

    String text() {
        return reply.messages().stream().map(Reply.Message::text).collect(Collectors.joining("\n"));
    }

    String text(int bubble) {
        return reply.messages().get(bubble).text();
    }

    static Understood understood(
            String intent, Severity severity, boolean clear, Outcome outcome, String... guesses) {
        return understood(intent, severity, clear, outcome, Door.ME, null, guesses);
    }

    static Understood understood(
            String intent,
            Severity severity,
            boolean clear,
            Outcome outcome,
            Door door,
            @Nullable String platform,
            String... guesses) {
        return new Understood(
                "en",
                intent,
                0.9,
                severity,
                clear,
                outcome,
                List.of(guesses),
                false,
                door,
                platform);
    }

    static String phrase(String key, String... fill) {
        return CONTENT.source().phrase(key, fill);
    }
}
