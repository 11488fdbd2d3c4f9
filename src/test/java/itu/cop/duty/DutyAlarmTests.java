package itu.cop.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import itu.cop.console.Alarm.Result;
import itu.cop.storage.SettableClock;
import itu.cop.storage.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DutyAlarmTests {
    private final SettableClock clock = new SettableClock();
    private final JdbcClient jdbc = TestDatabase.fresh().jdbc();
    private final DutyPagerTable states = new DutyPagerTable(jdbc);
    private final FakePager hook = new FakePager("hook");
    private final FakePager mail = new FakePager("mail");

    @Test
    void saysThatNobodyIsNotifiedAndWhatToSet() {
        var alarm = alarm();
        assertThat(alarm.troubles())
                .singleElement()
                .asString()
                .contains("Nobody is notified", "COP_NOTIFY_WEBHOOK_URL", "COP_NOTIFY_EMAIL_TO");
        assertThat(alarm.test()).isEqualTo(Result.NOWHERE);
    }

    @Test
    void aTestGoesEveryWayAndItsFailureStaysOnTheBannerUntilOneWorks() {
        var alarm = alarm(hook, mail);
        assertThat(alarm.troubles()).isEmpty();

        mail.outcome = new Outcome.Failed("status 500");
        assertThat(alarm.test()).isEqualTo(Result.FAILED);
        assertThat(hook.paged).isEqualTo(mail.paged).containsExactly("{\"test\":true}");
        assertThat(alarm.troubles())
                .singleElement()
                .asString()
                .contains("by mail", "status 500", "SETTING_OF_mail");
        assertThat(alarm(hook).troubles()).as("a way no longer used").isEmpty();

        mail.outcome = new Outcome.Sent();
        assertThat(alarm.test()).isEqualTo(Result.SENT);
        assertThat(alarm.troubles()).isEmpty();
    }

    @Test
    void aNoticeThatFailedStandsOnTheBannerToo() {
        var table = new DutyNoticeTable(jdbc);
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into moderation_case (id, severity, intent, clear, opened_at,
                            updated_at) values (?, 3, 'crisis/suicide', true, now(), now())
                        """)
                .param(id)
                .update();
        table.add(new Notice.Urgent(id, 3), "hook", clock.instant());
        hook.outcome = new Outcome.Failed("status 404");
        var metrics = new SimpleMeterRegistry();
        new NoticeDispatcher(new Pagers(List.of(hook)), table, states, metrics, clock).next(hook);

        assertThat(alarm(hook).troubles()).singleElement().asString().contains("status 404");
    }

    private DutyAlarm alarm(Pager... pagers) {
        return new DutyAlarm(new Pagers(List.of(pagers)), states, clock);
    }
}
