package itu.cop.inbox;

import itu.cop.channel.Inbound;
import itu.cop.conversation.Standing;
import itu.cop.moderation.Moderation;
import itu.cop.person.People;
import itu.cop.person.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows who is at the door, and whether a human is with them. */
@Component
class Reception {
    private final People people;
    private final Moderation moderation;

    Reception(People people, Moderation moderation) {
        this.people = people;
        this.moderation = moderation;
    }

    /** Empty when there is nobody to answer: gone, erased, or never met. */
    Optional<Person> meet(Item item) {
        return switch (item.event()) {
            case null -> awaited(item);
            case Inbound.Blocked blocked -> lost(blocked);
            case Inbound.Said said ->
                    Optional.of(
                            people.meet(
                                    said.from(),
                                    new People.Meeting(said.source(), said.language())));
            case Inbound other ->
                    Optional.of(people.meet(other.from(), new People.Meeting(null, null)));
        };
    }

    // Whoever a timer is for has not been seen by that.
    private Optional<Person> awaited(Item item) {
        var id = item.person();
        if (!item.isTimer() || id == null) {
            throw new IllegalStateException("unreadable");
        }
        return people.find(id).filter(person -> !person.gone());
    }

    private Optional<Person> lost(Inbound.Blocked blocked) {
        people.known(blocked.from()).ifPresent(person -> people.gone(person.id(), true));
        return Optional.empty();
    }

    Standing standing(Person person) {
        return switch (moderation.standing(person.id())) {
            case NONE -> Standing.NONE;
            case WAITING -> Standing.WAITING;
            case HELD -> Standing.HELD;
        };
    }
}
