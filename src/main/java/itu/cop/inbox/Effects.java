package itu.cop.inbox;

import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;
import itu.cop.conversation.Effect;
import itu.cop.conversation.Reply;
import itu.cop.moderation.Moderation;
import itu.cop.outbox.Lane;
import itu.cop.outbox.Letter;
import itu.cop.outbox.Outbox;
import itu.cop.person.People;
import itu.cop.person.Person;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does what a reply wants done, in the transaction of its message. */
@Component
class Effects {
    private static final Duration REMOVABLE = Duration.ofDays(2);

    private final People people;
    private final Moderation moderation;
    private final Outbox outbox;
    private final MyData myData;
    private final InboxTable table;
    private final InboxRecordsTable records;

    Effects(
            People people,
            Moderation moderation,
            Outbox outbox,
            MyData myData,
            InboxTable table,
            InboxRecordsTable records) {
        this.people = people;
        this.moderation = moderation;
        this.outbox = outbox;
        this.myData = myData;
        this.table = table;
        this.records = records;
    }

    /** All but the erasure, which comes last. */
    void apply(Person person, Item item, Reply reply) {
        for (var effect : reply.effects()) {
            switch (effect) {
                case Effect.Remember(var fact) -> people.remember(person.id(), fact);
                case Effect.Escalate(var severity, var intent, var clear) ->
                        moderation.escalate(person, severity, intent, clear);
                case Effect.WriterSaysNo _ -> moderation.writerSaysNo(person.id());
                case Effect.Remind(var timer, var after) -> remind(person, item, timer, after);
                case Effect.Export(var words) -> export(person, item, words);
                case Effect.Wipe _ -> wipe(person, item);
                case Effect.Erase _, Effect.AwaitModels _ -> {}
            }
        }
    }

    private void export(Person person, Item item, boolean words) {
        var texts = words ? myData.words(person) : List.of(myData.counts(person));
        for (var text : texts) {
            var say = Outbound.Say.plain(text);
            outbox.enqueue(new Letter(person.id(), Lane.CONVERSATION, say, true, item.at(), null));
        }
    }

    private void wipe(Person person, Item item) {
        outbox.wipe(person.id(), records.externalIds(item, item.now().minus(REMOVABLE)));
        records.wipe(person.id());
    }

    boolean erases(Reply reply) {
        return reply.effects().contains(new Effect.Erase());
    }

    /** Erases the person at once; gives the address for one last message. */
    Optional<Peer> erase(Person person) {
        var address = people.address(person.id());
        people.erase(person.id());
        return address;
    }

    /** Looks again later at what is held. */
    void wakeLater(Person person, Item item, Duration wait) {
        remind(person, item, Item.BURST, wait);
    }

    private void remind(Person person, Item item, String name, Duration after) {
        var due = item.now().plus(after);
        people.address(person.id())
                .ifPresent(to -> {
                    var timer = Item.timerId(person.id(), name);
                    table.setTimer(person.id(), timer, to, people.key(to), due);
                });
    }
}
