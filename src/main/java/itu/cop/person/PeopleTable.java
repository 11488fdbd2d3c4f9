package itu.cop.person;

import itu.cop.channel.Peer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code person}. */
@Component
class PeopleTable {
    private final JdbcClient jdbc;

    PeopleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks the one behind this key as seen. */
    Optional<Person> seen(byte[] key, @Nullable String source, Instant now) {
        return jdbc.sql(
                        """
                        update person set last_seen_at = greatest(last_seen_at, :now), gone = false,
                            source = coalesce(source, :source)
                        where address_key = :key returning *
                        """)
                .param("now", utc(now))
                .param("source", source)
                .param("key", key)
                .query(PeopleTable::person)
                .optional();
    }

    /** Adds somebody; when another thread was quicker, that row is marked as seen and given. */
    Person add(Person person, byte[] key, byte[] address) {
        return jdbc.sql(
                        """
                        insert into person (id, channel, address_key, address, pseudonym, language,
                            source, met_at, last_seen_at)
                        values (:id, :channel, :key, :address, :pseudonym, :language, :source, :now, :now)
                        on conflict (address_key) do update set gone = false,
                            last_seen_at = greatest(person.last_seen_at, excluded.last_seen_at)
                        returning *
                        """)
                .param("id", person.id())
                .param("channel", person.channel())
                .param("key", key)
                .param("address", address)
                .param("pseudonym", person.pseudonym())
                .param("language", person.language())
                .param("source", person.source())
                .param("now", utc(person.metAt()))
                .query(PeopleTable::person)
                .single();
    }

    /** Moves a row that was written under an earlier secret key to the current one. */
    void rekey(List<byte[]> earlierKeys, byte[] key, byte[] address) {
        jdbc.sql(
                        """
                        update person set address_key = :key, address = :address
                        where address_key in (:earlier)
                            and not exists (select 1 from person where address_key = :key)
                        """)
                .param("key", key)
                .param("address", address)
                .param("earlier", earlierKeys)
                .update();
    }

    Optional<Person> byKey(byte[] key) {
        return jdbc.sql("select * from person where address_key = ?")
                .param(key)
                .query(PeopleTable::person)
                .optional();
    }

    Optional<Person> byId(UUID id) {
        return jdbc.sql("select * from person where id = ?")
                .param(id)
                .query(PeopleTable::person)
                .optional();
    }

    /** The address, opened from its channel and its sealed form. */
    Optional<Peer> address(UUID id, BiFunction<String, byte[], Peer> open) {
        return jdbc.sql("select channel, address from person where id = ?")
                .param(id)
                .query((row, number) ->
                        open.apply(row.getString("channel"), row.getBytes("address")))
                .optional();
    }

    /** Which of these are somebody's already. */
    Set<String> taken(List<String> pseudonyms) {
        return new HashSet<>(
                jdbc.sql("select pseudonym from person where pseudonym in (:some)")
                        .param("some", pseudonyms)
                        .query((row, number) -> row.getString("pseudonym"))
                        .list());
    }

    void language(UUID id, String language) {
        jdbc.sql("update person set language = ? where id = ?").params(language, id).update();
    }

    void country(UUID id, String country, @Nullable ZoneId zone) {
        jdbc.sql("update person set country = :country, zone = :zone where id = :id")
                .param("country", country)
                .param("zone", zone == null ? null : zone.getId())
                .param("id", id)
                .update();
    }

    void age(UUID id, AgeBand age) {
        jdbc.sql("update person set age = ? where id = ?").params(age.name(), id).update();
    }

    void gone(UUID id, boolean gone) {
        jdbc.sql("update person set gone = ? where id = ?").params(gone, id).update();
    }

    /** Consents and quiz results go with the row. */
    void delete(UUID id) {
        jdbc.sql("delete from person where id = ?").param(id).update();
    }

    /** Everybody who has not written since, on the web or elsewhere. */
    List<UUID> unseen(boolean web, Instant since) {
        return jdbc.sql("select id from person where (channel = 'web') = ? and last_seen_at < ?")
                .params(web, utc(since))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Keeps the row still until the transaction ends. */
    void lock(UUID id) {
        jdbc.sql("select 1 from person where id = ? for update").param(id).query().listOfRows();
    }

    /** Keeps the row still until the transaction ends; false when they have written since. */
    boolean lockUnseen(UUID id, Instant since) {
        return jdbc.sql("select 1 from person where id = ? and last_seen_at < ? for update")
                .params(id, utc(since))
                .query()
                .optionalValue()
                .isPresent();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        var zone = row.getString("zone");
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                row.getString("pseudonym"),
                row.getString("language"),
                row.getString("country"),
                zone == null ? null : ZoneId.of(zone),
                AgeBand.valueOf(row.getString("age")),
                row.getString("source"),
                row.getBoolean("gone"),
                instant(row, "met_at"),
                instant(row, "last_seen_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
