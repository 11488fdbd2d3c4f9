package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.channel.PersonalData;
import itu.cop.storage.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** No table with something about a person may be forgotten by erasure. */
@SpringBootTest
class PersonalDataTests {
    /** Tables that hold nothing about anybody who writes to the bot; a new one needs a reason. */
    private static final Set<String> WITHOUT_PERSONAL_DATA =
            Set.of(
                    "flyway_schema_history",
                    // staff, not people who write to the bot
                    "staff",
                    "audit",
                    "spring_session",
                    "spring_session_attributes",
                    // ids of buttons and which replica fetches updates: of nobody
                    "telegram_button",
                    "telegram_lease",
                    "telegram_webhook",
                    // a case by its number, and whether notices arrive; no link to its writer
                    "duty_notice",
                    "duty_pager",
                    // when channels may send
                    "outbox_budget",
                    "outbox_pause");

    private final List<PersonalData> everywhere;
    private final JdbcClient jdbc;

    @Autowired
    PersonalDataTests(List<PersonalData> everywhere, JdbcClient jdbc) {
        this.everywhere = everywhere;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().register(registry);
    }

    @Test
    void everyTableIsAnsweredForOnce() {
        var answered = new ArrayList<String>();
        everywhere.forEach(data -> answered.addAll(data.tables()));

        assertThat(answered)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(WITHOUT_PERSONAL_DATA);
        var tables = new ArrayList<>(tables());
        tables.removeAll(WITHOUT_PERSONAL_DATA);
        assertThat(tables).containsExactlyInAnyOrderElementsOf(answered);
    }

    private List<String> tables() {
        return jdbc.sql(
                        """
                        select table_name from information_schema.tables
                        where table_schema = current_schema() and table_type = 'BASE TABLE'
                        """)
                .query((row, number) -> row.getString("table_name"))
                .list();
    }
}
