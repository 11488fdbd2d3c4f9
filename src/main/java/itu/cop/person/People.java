package itu.cop.person;

import itu.cop.channel.AddressBook;
import itu.cop.channel.Peer;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everybody who ever wrote, until they are forgotten. */
@Component
public class People implements AddressBook {
    private final PeopleTable table;
    private final Addresses addresses;
    private final Newcomers newcomers;
    private final FactBook facts;
    private final Erasure erasure;
    private final Clock clock;

    People(
            PeopleTable table,
            Addresses addresses,
            Newcomers newcomers,
            FactBook facts,
            Erasure erasure,
            Clock clock) {
        this.table = table;
        this.addresses = addresses;
        this.newcomers = newcomers;
        this.facts = facts;
        this.erasure = erasure;
        this.clock = clock;
    }

    /** The person behind this address, made on first sight. Marks them as seen and not gone. */
    public Person meet(Peer peer, Meeting meeting) {
        var key = addresses.key(peer);
        var source = Newcomers.source(meeting.source());
        var now = clock.instant();
        return table.seen(key, source, now)
                .or(() -> rekeyed(peer, key) ? table.seen(key, source, now) : Optional.empty())
                .orElseGet(() ->
                        table.add(
                                newcomers.of(peer.channel(), meeting, now),
                                key,
                                addresses.seal(peer)));
    }

    /** The person behind this address, if known. */
    public Optional<Person> known(Peer peer) {
        var key = addresses.key(peer);
        return table.byKey(key).or(() -> rekeyed(peer, key) ? table.byKey(key) : Optional.empty());
    }

    /** After a rotation of the secret key, moves the row written before it to the current key. */
    private boolean rekeyed(Peer peer, byte[] key) {
        var earlier = addresses.earlierKeys(peer);
        if (!earlier.isEmpty()) {
            table.rekey(earlier, key, addresses.seal(peer));
        }
        return !earlier.isEmpty();
    }

    /** The person with this id. */
    public Optional<Person> find(UUID id) {
        return table.byId(id);
    }

    /** Where to send to; empty when they were erased. */
    @Override
    public Optional<Peer> address(UUID id) {
        return table.address(id, addresses::open);
    }

    /**
     * A keyed hash of the address: the same address gives the same key, and nobody can turn it
     * back.
     */
    public byte[] key(Peer peer) {
        return addresses.key(peer);
    }

    /** Remembers a fact. */
    public void remember(UUID id, Fact fact) {
        facts.remember(id, fact);
    }

    /** True when the person agreed to this and did not take it back. */
    public boolean agreed(UUID id, Fact.Purpose purpose) {
        return facts.agreed(id, purpose);
    }

    /** Marks the person as gone or back. */
    public void gone(UUID id, boolean gone) {
        table.gone(id, gone);
    }

    /** Erases the person from every module's tables. */
    public void erase(UUID id) {
        erasure.erase(id);
    }

    /** What the channel tells at a meeting: where from, the device's language (a hint). */
    public record Meeting(@Nullable String source, @Nullable String language) {}
}
