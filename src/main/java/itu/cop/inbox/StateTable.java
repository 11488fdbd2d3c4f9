package itu.cop.inbox;

import itu.cop.channel.PersonalData;
import itu.cop.conversation.State;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a conversation remembers between turns. */
@Repository
class StateTable implements PersonalData {
    private final JdbcClient sql;
    private final Seals seals;
    private final Clock clock;

    StateTable(JdbcClient sql, Seals seals, Clock clock) {
        this.sql = sql;
        this.seals = seals;
        this.clock = clock;
    }

    /** A state that cannot be read is a fresh one: nobody goes without an answer for it. */
    State load(UUID person) {
        return sql.sql("select state from dialogue_state where person_id = :person")
                .param("person", person)
                .query((row, _) -> row.getBytes(1))
                .optional()
                .map(sealed -> seals.open(sealed, State.class))
                .orElseGet(State::fresh);
    }

    void save(UUID person, State state) {
        sql.sql(
                        """
                        insert into dialogue_state (person_id, state, updated_at)
                        values (:person, :state, :now)
                        on conflict (person_id)
                        do update set state = excluded.state, updated_at = excluded.updated_at
                        """)
                .param("person", person)
                .param("state", seals.seal(state, State.class))
                .param("now", InboxTable.utc(clock.instant()))
                .update();
    }

    @Override
    public Set<String> tables() {
        return Set.of("dialogue_state");
    }

    @Override
    public List<Kept> kept(UUID person) {
        return sql.sql("select updated_at from dialogue_state where person_id = :person")
                .param("person", person)
                .query((row, _) ->
                        new Kept(
                                "mydata.dialogue-state",
                                1,
                                row.getObject(1, OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<Words> words(UUID person) {
        return List.of();
    }

    @Override
    public void erase(UUID person) {
        sql.sql("delete from dialogue_state where person_id = :person")
                .param("person", person)
                .update();
    }
}
