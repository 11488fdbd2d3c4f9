package itu.cop.person;

import itu.cop.channel.Peer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Everybody who ever wrote, until they are forgotten. */
@Component
public class People {
    People() {}

    /** The person behind this address, made on first sight. Marks them as seen and not gone. */
    public Person meet(Peer peer, Meeting meeting) {
        throw new UnsupportedOperationException();
    }

    /** The person behind this address, if known. */
    public Optional<Person> known(Peer peer) {
        throw new UnsupportedOperationException();
    }

    /** The person with this id. */
    public Optional<Person> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Where to send to; empty when they were erased. */
    public Optional<Peer> address(UUID id) {
        throw new UnsupportedOperationException();
    }

    /**
     * A keyed hash of the address: the same address gives the same key, and nobody can turn it
     * back.
     */
    public byte[] key(Peer peer) {
        throw new UnsupportedOperationException();
    }

    /** Remembers a fact. */
    public void remember(UUID id, Fact fact) {
        throw new UnsupportedOperationException();
    }

    /** True when the person agreed to this and did not take it back. */
    public boolean agreed(UUID id, Fact.Purpose purpose) {
        throw new UnsupportedOperationException();
    }

    /** Marks the person as gone or back. */
    public void gone(UUID id, boolean gone) {
        throw new UnsupportedOperationException();
    }

    /** Erases the person from every module's tables. */
    public void erase(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** What the channel tells at a meeting: where from, the device's language (a hint). */
    public record Meeting(
            @org.jspecify.annotations.Nullable String source,
            @org.jspecify.annotations.Nullable String language) {}
}
