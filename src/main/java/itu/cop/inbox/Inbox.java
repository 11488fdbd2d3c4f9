package itu.cop.inbox;

import itu.cop.channel.Inbound;
import itu.cop.channel.Peer;
import itu.cop.channel.Receiver;
import itu.cop.person.People;
import itu.cop.storage.Wakeups;
import itu.cop.understanding.Understanding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where channels hand in what happened: stored first, answered after. */
@Component
class Inbox implements Receiver {
    static final String TOPIC = "inbox";

    private final InboxTable table;
    private final InboxRecordsTable records;
    private final People people;
    private final Understanding understanding;
    private final Wakeups wakeups;
    private final TransactionTemplate transaction;

    Inbox(
            InboxTable table,
            InboxRecordsTable records,
            People people,
            Understanding understanding,
            Wakeups wakeups,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.records = records;
        this.people = people;
        this.understanding = understanding;
        this.wakeups = wakeups;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void receive(Inbound event) {
        var key = people.key(event.from());
        var urgent = event instanceof Inbound.Said said && understanding.alarming(said.text());
        transaction.executeWithoutResult(_ -> {
            if (table.add(event, key, urgent)) {
                if (urgent) {
                    table.hurry(key);
                }
                wakeups.wake(TOPIC, "");
            }
        });
    }

    @Override
    public void forget(Peer peer) {
        var key = people.key(peer);
        transaction.executeWithoutResult(_ -> {
            table.lockPerson(key);
            people.known(peer).ifPresent(person -> people.erase(person.id()));
            records.eraseAll(key);
        });
    }
}
