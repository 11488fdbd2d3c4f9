package itu.cop.inbox;

import itu.cop.conversation.Conversation;
import itu.cop.conversation.Effect;
import itu.cop.conversation.Turn;
import itu.cop.person.Person;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The road of a message, from who wrote it to what is said. One transaction, in this order. */
@Component
class Journey {
    private final Reception reception;
    private final Listening listening;
    private final StateTable states;
    private final Conversation conversation;
    private final Effects effects;
    private final Mail mail;

    Journey(
            Reception reception,
            Listening listening,
            StateTable states,
            Conversation conversation,
            Effects effects,
            Mail mail) {
        this.reception = reception;
        this.listening = listening;
        this.states = states;
        this.conversation = conversation;
        this.effects = effects;
        this.mail = mail;
    }

    /** What becomes of the row. */
    enum End {
        DONE,
        /** Part of a text that is not whole yet. */
        HELD,
        /** The person was erased, and the row with them. */
        ERASED
    }

    /**
     * How it ended.
     *
     * @param person whose it was; null when there was nobody to answer
     */
    record Walked(End end, @Nullable UUID person) {}

    Walked walk(Item item) {
        return reception
                .meet(item)
                .map(person -> new Walked(walk(item, person), person.id()))
                .orElseGet(() -> new Walked(End.DONE, null));
    }

    private End walk(Item item, Person person) {
        return switch (listening.hear(person, item)) {
            case Listening.Heard.Asked asked -> answer(item, person, asked);
            case Listening.Heard.Unfinished(var rest) -> {
                mail.typing(person, item.now());
                yield hold(item, person, rest);
            }
            case Listening.Heard.Show(var button) -> {
                mail.show(person, item.at(), button);
                yield End.DONE;
            }
            case Listening.Heard.Nothing _ -> End.DONE;
        };
    }

    private End answer(Item item, Person person, Listening.Heard.Asked asked) {
        var state = states.load(person.id());
        var standing = reception.standing(person);
        var turn = new Turn(person, state, standing, asked.event(), item.now());
        var reply = conversation.reply(turn);
        if (reply.effects().contains(new Effect.AwaitModels())) {
            if (asked.pieces().isEmpty()) {
                mail.phrase(person, item.at(), "inbox.warming-up");
            }
            return hold(item, person, listening.untilReady());
        }
        listening.settled(person, asked.pieces());
        effects.apply(person, item, reply);
        if (effects.erases(reply)) {
            mail.farewell(effects.erase(person), reply.messages());
            return End.ERASED;
        }
        states.save(person.id(), reply.next());
        mail.answer(person, asked.at(), reply.messages());
        return End.DONE;
    }

    private End hold(Item item, Person person, Duration wait) {
        effects.wakeLater(person, item, wait);
        return item.isTimer() ? End.DONE : End.HELD;
    }
}
