package itu.cop.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StaffTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    StaffTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean hasAdministrator() {
        return jdbc.sql("select exists (select from staff where 'ADMINISTRATOR' = any (roles))")
                .query(Boolean.class)
                .single();
    }

    /** Adds the first administrator; empty if there is one already. Of many at once, one wins. */
    @Transactional
    Optional<Staff> addFirst(Account account) {
        jdbc.sql("lock table staff in share row exclusive mode").update();
        if (hasAdministrator()) {
            return Optional.empty();
        }
        var staff = new Staff(UUID.randomUUID(), account.alias(), Set.of(Role.ADMINISTRATOR));
        jdbc.sql(
                        """
                        insert into staff (id, name, alias, password_hash, roles, created_at)
                        values (:id, :name, :alias, :hash, array['ADMINISTRATOR'], :now)
                        """)
                .param("id", staff.id())
                .param("name", account.name())
                .param("alias", account.alias())
                .param("hash", account.passwordHash())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return Optional.of(staff);
    }

    Optional<Staff> byId(UUID id) {
        return jdbc.sql("select * from staff where id = :id and disabled_at is null")
                .param("id", id)
                .query(StaffTable::staff)
                .optional();
    }

    Optional<Found> byName(String name) {
        return jdbc.sql("select * from staff where name = :name and disabled_at is null")
                .param("name", name)
                .query((row, _) -> new Found(staff(row, 0), row.getString("password_hash")))
                .optional();
    }

    private static Staff staff(ResultSet row, int ignored) throws SQLException {
        var roles = (String[]) row.getArray("roles").getArray();
        return new Staff(
                row.getObject("id", UUID.class),
                row.getString("alias"),
                Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    /** A new account; its name as {@link StaffName} writes it. */
    record Account(String name, String alias, String passwordHash) {}

    /** Somebody of that name. */
    record Found(Staff staff, String passwordHash) {}
}
