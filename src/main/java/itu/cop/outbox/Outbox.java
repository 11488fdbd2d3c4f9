package itu.cop.outbox;

import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;
import itu.cop.person.People;
import itu.cop.storage.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where messages wait for their channel. */
@Component
public class Outbox {
    /** What the id of an opener's button starts with. */
    public static final String SHOW = "show:";

    static final String TOPIC = "outbox";
    private static final Duration FAREWELL = Duration.ofMinutes(10);

    private final OutboxTable table;
    private final KeptLettersTable kept;
    private final People people;
    private final Wakeups wakeups;
    private final Clock clock;

    Outbox(OutboxTable table, KeptLettersTable kept, People people, Wakeups wakeups, Clock clock) {
        this.table = table;
        this.kept = kept;
        this.people = people;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /**
     * Stores the letter in the caller's transaction; it leaves after the commit. A letter to
     * somebody who has been erased is not stored.
     */
    public UUID enqueue(Letter letter) {
        var id = UUID.randomUUID();
        people.find(letter.person()).ifPresent(to -> add(id, letter, to.channel(), null));
        return id;
    }

    /**
     * A last message to somebody who has just been erased. It carries its own address, belongs to
     * nobody, and is deleted with its address once it is sent, or after ten minutes.
     */
    public UUID farewell(Peer to, Outbound message) {
        var id = UUID.randomUUID();
        var expires = clock.instant().plus(FAREWELL);
        var letter = new Letter(id, Lane.CONVERSATION, message, false, null, expires);
        add(id, letter, to.channel(), to);
        return id;
    }

    private void add(
            UUID id, Letter letter, String channel, @org.jspecify.annotations.Nullable Peer to) {
        table.add(id, letter, channel, to, clock.instant());
        wakeups.wake(TOPIC, channel);
    }

    /**
     * Asks the channel to delete what it can of the last 48 hours of this person, and drops what is
     * unsent.
     *
     * @param theirs the ids of what the person wrote, as the channel gave them in {@link
     *     itu.cop.channel.Inbound#id}; the ids of what was sent are known
     */
    public void wipe(UUID person, List<String> theirs) {
        kept.wipe(person);
        var delete = new Outbound.Delete(theirs);
        enqueue(new Letter(person, Lane.CONVERSATION, delete, false, clock.instant(), null));
    }

    /**
     * Sends the text behind a neutral opener, and all else that is hidden of this person, when its
     * button was pressed; empty when it is no longer there.
     */
    public Optional<UUID> show(UUID person, String button) {
        return id(button).flatMap(pressed -> reveal(person, pressed));
    }

    private Optional<UUID> reveal(UUID person, UUID pressed) {
        return kept.reveal(person, pressed).stream()
                .filter(hidden -> hidden.message() != null)
                .map(hidden -> enqueue(shown(person, hidden)))
                .toList()
                .stream()
                .findFirst();
    }

    private Letter shown(UUID person, KeptLettersTable.Hidden hidden) {
        var lane = hidden.lane() == Lane.BULK ? Lane.CONVERSATION : hidden.lane();
        var message = java.util.Objects.requireNonNull(hidden.message());
        return new Letter(person, lane, message, true, clock.instant(), hidden.expiresAt());
    }

    private static Optional<UUID> id(String button) {
        try {
            return Optional.of(UUID.fromString(button.substring(SHOW.length())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }
}
