package itu.cop.channel;

import java.util.Optional;
import java.util.UUID;

/**
 * Tells a channel which of its addresses belongs to a person, so that it can erase its own rows.
 */
public interface AddressBook {
    /** Where the person writes from; empty when they are not known. */
    Optional<Peer> address(UUID id);
}
