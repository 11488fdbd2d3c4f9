package itu.cop.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import itu.cop.channel.Peer;
import itu.cop.storage.Sealer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns an address into what may be stored of it. */
@Component
class Addresses {
    private static final String PURPOSE = "person.address";

    private final Sealer sealer;

    Addresses(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] key(Peer peer) {
        return sealer.fingerprint(PURPOSE, value(peer));
    }

    /** The keys of rows written under earlier secret keys. */
    List<byte[]> earlierKeys(Peer peer) {
        return sealer.earlierFingerprints(PURPOSE, value(peer));
    }

    byte[] seal(Peer peer) {
        return sealer.seal(peer.id().getBytes(UTF_8));
    }

    Peer open(String channel, byte[] sealed) {
        return new Peer(channel, new String(sealer.open(sealed), UTF_8));
    }

    private static byte[] value(Peer peer) {
        return (peer.channel() + '\0' + peer.id()).getBytes(UTF_8);
    }
}
