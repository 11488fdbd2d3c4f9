package itu.cop.channel.telegram;

import itu.cop.channel.Inbound;
import itu.cop.channel.Peer;
import itu.cop.channel.Receiver;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.dao.DataAccessResourceFailureException;

/** Stands for the rest of the bot: remembers what it got, each event once. */
public final class Rest implements Receiver {
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final List<Inbound> received = new CopyOnWriteArrayList<>();

    /** The database is away. */
    public volatile boolean away;

    /** The rest of the bot cannot stand what it gets. */
    public volatile boolean broken;

    @Override
    public void receive(Inbound event) {
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
        if (broken) {
            throw new IllegalStateException("canary-bug");
        }
        if (ids.add(event.id())) {
            received.add(event);
        }
    }

    @Override
    public void forget(Peer peer) {}

    /** All that came, in order. */
    public List<Inbound> received() {
        return List.copyOf(received);
    }

    /** What came from this chat. */
    public List<Inbound> from(long chat) {
        return received.stream().filter(it -> it.from().id().equals("" + chat)).toList();
    }
}
