package itu.cop.console;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.console.Alarm.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@Import({ConsoleWorld.Fixtures.class, AlarmPageTests.Bell.class})
class AlarmPageTests extends ConsoleWorld {
    private static final String TEST = "/console/test-notice";

    @Autowired FakeAlarm alarm;

    @BeforeEach
    void isQuiet() {
        alarm.troubles = List.of();
        alarm.result = Result.SENT;
        alarm.tests = 0;
    }

    @Test
    void everyPageSaysWhatIsWrongWithTheAlarmToThoseSignedIn() {
        var visitor = signedIn();
        assertThat(visitor.get("/console").body()).doesNotContain("class=\"alarm\"");

        alarm.troubles = List.of("Nobody hears <it>");
        for (var path : new String[] {"/console", "/console/denied", "/console/anything"}) {
            assertThat(visitor.get(path).body())
                    .as(path)
                    .contains("class=\"alarm\"", "Nobody hears &lt;it&gt;");
        }
        assertThat(new Visitor(port).get("/console/sign-in").body()).doesNotContain("Nobody hears");
    }

    @Test
    void anAdministratorSendsATestNoticeAndIsToldWhatBecameOfIt() {
        var visitor = signedIn();
        for (var expected :
                Map.of(
                                Result.SENT, "The test notice was sent",
                                Result.FAILED, "The test notice was not taken",
                                Result.NOWHERE, "There is nowhere to send")
                        .entrySet()) {
            alarm.result = expected.getKey();
            var answer = visitor.fill("/console", TEST, Map.of());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(visitor.get(place(answer).replaceFirst("^http://[^/]+", "")).body())
                    .contains(expected.getValue());
        }
        assertThat(alarm.tests).isEqualTo(3);
        assertThat(audited()).endsWith("test-notice test-notice test-notice");
    }

    @Test
    void nobodyElseSendsOne() {
        var visitor = signedIn();
        assertThat(visitor.postBare(TEST, Map.of()).statusCode()).as("forged").isEqualTo(403);
        assertThat(place(new Visitor(port).fill("/console/sign-in", TEST, Map.of())))
                .as("a stranger")
                .endsWith("/console/sign-in");

        DATABASE.jdbc().sql("update staff set roles = array['MODERATOR']").update();
        assertThat(visitor.get("/console").body()).doesNotContain("Send a test notice");
        assertThat(visitor.fill("/console", TEST, Map.of()).statusCode())
                .as("a moderator")
                .isEqualTo(403);
        assertThat(alarm.tests).isZero();
    }

    /** Tells what a test lets it tell. */
    static class FakeAlarm implements Alarm {
        volatile List<String> troubles = List.of();
        volatile Result result = Result.SENT;
        volatile int tests;

        @Override
        public List<String> troubles() {
            return troubles;
        }

        @Override
        public Result test() {
            tests = tests + 1;
            return result;
        }
    }

    @TestConfiguration
    static class Bell {
        @Bean
        @Primary
        FakeAlarm fakeAlarm() {
            return new FakeAlarm();
        }
    }
}
