package itu.cop.inbox;

import itu.cop.channel.Inbound;
import itu.cop.content.ContentFolder;
import itu.cop.content.Language;
import itu.cop.conversation.Event;
import itu.cop.outbox.Outbox;
import itu.cop.person.Person;
import itu.cop.understanding.Understanding;
import itu.cop.understanding.Understood;
import itu.cop.understanding.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes out what was meant, and whether the person has finished. A crisis never waits. */
@Component
class Listening {
    private static final Duration TOGETHER = Duration.ofMinutes(10);
    private static final Pattern APOSTROPHES = Pattern.compile("['’`]");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{So}/]+");

    private final InboxTable table;
    private final StateTable states;
    private final Understanding understanding;
    private final ContentFolder content;
    private final InboxSettings settings;

    Listening(
            InboxTable table,
            StateTable states,
            Understanding understanding,
            ContentFolder content,
            InboxSettings settings) {
        this.table = table;
        this.states = states;
        this.understanding = understanding;
        this.content = content;
        this.settings = settings;
    }

    /** What to do about a row. */
    sealed interface Heard {
        /**
         * Answer it.
         *
         * @param at when the person did it; null when nobody asked
         * @param pieces held earlier, and part of it
         */
        record Asked(Event event, @Nullable Instant at, List<Item> pieces) implements Heard {}

        /** Wait for the rest of the text. */
        record Unfinished(Duration rest) implements Heard {}

        /** The button of an opener was pressed. */
        record Show(String button) implements Heard {}

        /** Nothing to answer. */
        record Nothing() implements Heard {}
    }

    /** How long to wait before looking again whether the models are ready. */
    Duration untilReady() {
        return settings.warmUp();
    }

    /** The pieces are answered now. */
    void settled(Person person, List<Item> pieces) {
        pieces.forEach(piece -> table.settle(piece, "DONE", person.id(), piece.now()));
    }

    Heard hear(Person person, Item item) {
        return switch (item.event()) {
            case null -> due(person, item);
            case Inbound.Said said -> said(person, item, said);
            case Inbound.Edited edited -> asked(edited(person, item, edited), edited.at());
            case Inbound.Pressed it when it.button().startsWith(Outbox.SHOW) ->
                    new Heard.Show(it.button());
            case Inbound.Pressed it -> asked(new Event.Pressed(it.button()), it.at());
            case Inbound.Unsupported it -> asked(new Event.Unopened(kind(it.kind())), it.at());
            case Inbound.Blocked _, Inbound.Unblocked _ -> new Heard.Nothing();
        };
    }

    private static Heard asked(Event event, Instant at) {
        return new Heard.Asked(event, at, List.of());
    }

    private Event edited(Person person, Item item, Inbound.Edited edited) {
        var recent = joined(recent(item).stream());
        return new Event.Said(
                edited.text(), understand(person, edited.text(), recent, false), false, true);
    }

    private Heard due(Person person, Item item) {
        if (!item.timer().equals(Item.BURST)) {
            return new Heard.Asked(new Event.Due(item.timer()), null, List.of());
        }
        var pieces = table.held(item);
        if (pieces.isEmpty()) {
            return new Heard.Nothing();
        }
        var text = joined(pieces.stream());
        var understood = understand(person, text, joined(recent(item).stream()), false);
        return whole(text, understood, pieces.getLast().at(), pieces);
    }

    private Heard said(Person person, Item item, Inbound.Said said) {
        var pieces = table.held(item);
        var before = recent(item);
        var earlier = joined(Stream.concat(before.stream(), pieces.stream()));
        var alone = understand(person, said.text(), earlier, said.relayed());
        // Each piece is looked at by itself too: joined with others it might read as less.
        if (said.relayed() || isOrder(person, said.text()) || alone.severity().isCrisis()) {
            var with = alone.severity().isCrisis() ? pieces : List.<Item>of();
            var event = new Event.Said(said.text(), alone, said.relayed(), false);
            return new Heard.Asked(event, said.at(), with);
        }
        if (pieces.isEmpty()) {
            return finished(item, said.text(), alone, pieces);
        }
        var text = joined(Stream.concat(pieces.stream(), Stream.of(item)));
        var together = understand(person, text, joined(before.stream()), false);
        return finished(item, text, together, pieces);
    }

    private Heard finished(Item item, String text, Understood understood, List<Item> pieces) {
        var at = item.at();
        if (understood.severity().isCrisis()) {
            return whole(text, understood, at, pieces);
        }
        var wait = understood.unfinished() ? patience(item.now(), pieces) : Duration.ZERO;
        return wait.isPositive() ? new Heard.Unfinished(wait) : whole(text, understood, at, pieces);
    }

    private static Heard whole(String text, Understood meant, Instant at, List<Item> pieces) {
        return new Heard.Asked(new Event.Said(text, meant, false, false), at, pieces);
    }

    private Duration patience(Instant now, List<Item> pieces) {
        if (pieces.isEmpty()) {
            return settings.piece();
        }
        var end = pieces.getFirst().receivedAt().plus(settings.pieces());
        var left = Duration.between(now, end);
        return left.compareTo(settings.piece()) < 0 ? left : settings.piece();
    }

    // Words the bot listens for, commands, numbers and answers are whole by themselves, and work
    // while the models are still being made.
    private boolean isOrder(Person person, String text) {
        var plain = NOT_WORDS.matcher(APOSTROPHES.matcher(text).replaceAll("")).replaceAll(" ");
        plain = plain.strip().toLowerCase(Locale.ROOT);
        return plain.startsWith("/")
                || plain.matches("\\d{1,2}")
                || knows(content.current().in(person.language()), plain)
                || knows(content.current().source(), plain)
                || states.load(person.id()).expects(text);
    }

    private static boolean knows(Language language, String plain) {
        return language.words().values().stream().anyMatch(words -> words.contains(plain));
    }

    private Understood understand(Person person, String text, String recent, boolean relayed) {
        return understanding.of(new Utterance(text, recent, person.language(), relayed));
    }

    private List<Item> recent(Item item) {
        return table.said(item, item.now().minus(TOGETHER));
    }

    /** The person's own words, one after the other: what was forwarded is not theirs. */
    private static String joined(Stream<Item> items) {
        return items.map(Item::ownText)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static Event.Kind kind(Inbound.Kind kind) {
        return switch (kind) {
            case VOICE -> Event.Kind.VOICE;
            case PICTURE -> Event.Kind.PICTURE;
            case FILE -> Event.Kind.FILE;
            case OTHER -> Event.Kind.OTHER;
        };
    }
}
