package itu.cop.person;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.storage.TestDatabase;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PseudonymsTests {
    private final Pseudonyms pseudonyms = new Pseudonyms();

    @Test
    void areTwoWordsOfManyAndShort() {
        var all = new HashSet<String>();
        var first = new HashSet<String>();
        var second = new HashSet<String>();
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            for (var name : pseudonyms.some(random)) {
                all.add(name);
                first.add(name.substring(0, name.indexOf(' ')));
                second.add(name.substring(name.indexOf(' ') + 1));
            }
        }
        assertThat(first).hasSizeGreaterThanOrEqualTo(40);
        assertThat(second).hasSizeGreaterThanOrEqualTo(60).doesNotContainAnyElementsOf(first);
        assertThat(all).hasSizeGreaterThan(2_400).allMatch(name -> name.length() <= 24);
    }

    @Test
    void avoidNamesThatAreTaken() {
        var database = TestDatabase.fresh();
        var table = new PeopleTable(database.jdbc());
        var some = pseudonyms.some(new Random(2));
        database.jdbc()
                .sql(
                        """
                        insert into person (id, channel, address_key, address, pseudonym, language,
                            met_at, last_seen_at)
                        values (gen_random_uuid(), 'web', '\\x01', '\\x01', ?, 'en', now(), now())
                        """)
                .param(some.getFirst())
                .update();

        assertThat(table.taken(some)).containsExactly(some.getFirst());
    }
}
