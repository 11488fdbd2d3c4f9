package itu.cop.outbox;

import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;
import itu.cop.content.ContentFolder;
import itu.cop.outbox.Parcel.Fate;
import itu.cop.person.People;
import itu.cop.person.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides, at the last moment, what really leaves: by then the phone may be in other hands. */
@Component
class Packing {
    /** Channels let a bot remove its messages for this long. */
    static final Duration REMOVABLE = Duration.ofDays(2);

    private final OutboxTable table;
    private final People people;
    private final ContentFolder content;
    private final OutboxSettings settings;
    private final Clock clock;

    Packing(
            OutboxTable table,
            People people,
            ContentFolder content,
            OutboxSettings settings,
            Clock clock) {
        this.table = table;
        this.people = people;
        this.content = content;
        this.settings = settings;
        this.clock = clock;
    }

    Parcel pack(Claimed letter) {
        var now = clock.instant();
        if (letter.expired(now)) {
            return new Parcel.Closed(Fate.EXPIRED, "late");
        }
        var message = letter.message();
        if (message == null) {
            return new Parcel.Closed(Fate.DEAD, "unreadable");
        }
        return address(letter)
                .<Parcel>map(to ->
                        switch (message) {
                            case Outbound.Say _ when isLate(letter, now) -> discreet(letter, to);
                            case Outbound.Delete delete ->
                                    new Parcel.Ready(to, bothSides(letter, delete, now), Fate.SENT);
                            default -> new Parcel.Ready(to, message, Fate.SENT);
                        })
                .orElseGet(() -> new Parcel.Closed(Fate.GONE, "erased"));
    }

    private Optional<Peer> address(Claimed letter) {
        return Optional.ofNullable(letter.address()).or(() -> people.address(letter.person()));
    }

    private boolean isLate(Claimed letter, Instant now) {
        if (!letter.sensitive()) {
            return false;
        }
        var patience =
                letter.lane() == Lane.CRISIS ? settings.lateCrisisAfter() : settings.lateAfter();
        return letter.answers() == null || now.isAfter(letter.answers().plus(patience));
    }

    private Parcel discreet(Claimed letter, Peer to) {
        // One opener stands for all that is hidden: its button shows everything.
        if (table.hides(letter.person())) {
            return new Parcel.Closed(Fate.HIDDEN, "behind");
        }
        var phrases = content.current().in(language(letter));
        var show = new Outbound.Button(Outbox.SHOW + letter.id(), phrases.phrase("outbox.show"));
        return new Parcel.Ready(
                to,
                new Outbound.Say(phrases.phrase("outbox.opener"), List.of(show), true),
                Fate.HIDDEN);
    }

    private String language(Claimed letter) {
        return people.find(letter.person()).map(Person::language).orElse("en");
    }

    // Looked up now and not when it was asked for: letters may have arrived in between.
    private Outbound bothSides(Claimed letter, Outbound.Delete theirs, Instant now) {
        var ids = new ArrayList<>(theirs.externalIds());
        ids.addAll(table.delivered(letter.person(), letter.sequence(), now.minus(REMOVABLE)));
        return new Outbound.Delete(ids);
    }
}
