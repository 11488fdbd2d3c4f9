package itu.cop.channel;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Declared by every module that keeps something about a person, so that nothing is forgotten when
 * they ask.
 */
public interface PersonalData {
    /**
     * The tables this answers for. A test walks the schema: each table with personal data must be
     * named by one bean.
     */
    Set<String> tables();

    /** What is kept about this person: kinds and counts, no words. */
    List<Kept> kept(UUID person);

    /** The words kept, oldest first; shown only after a second step. Empty where there are none. */
    List<Words> words(UUID person);

    /** Erases all of it, in the transaction of the caller. */
    void erase(UUID person);

    /**
     * One kind of data.
     *
     * @param kind a key of the phrases in {@code language.yaml}, such as {@code mydata.messages}
     * @param oldest when the oldest of them was stored
     */
    record Kept(String kind, int count, Instant oldest) {}

    /** One text kept. */
    record Words(Instant at, boolean byPerson, String text) {}
}
