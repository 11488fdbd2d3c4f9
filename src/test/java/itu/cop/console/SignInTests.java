package itu.cop.console;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.CopApplication;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ConfigurableApplicationContext;

class SignInTests extends ConsoleWorld {
    @Test
    void signsInAndOutAgain() {
        var visitor = new Visitor(port);
        setUp(visitor);
        var before = visitor.cookie();
        var answer = visitor.signIn(" Ada@Example.org ", PASSWORD);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console");
        assertThat(visitor.cookie()).isNotEqualTo(before);
        assertThat(visitor.get("/console").body())
                .contains("Hello, <span>Ada</span>", "No pages for your role yet");

        visitor.fill("/console", "/console/sign-out", Map.of());
        assertThat(visitor.get("/console").statusCode()).isEqualTo(302);
        assertThat(audited()).isEqualTo("setup sign-in sign-out");
    }

    @Test
    void aForgedSignOutKeepsTheSession() {
        var visitor = signedIn();
        assertThat(visitor.postBare("/console/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(visitor.get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongNameAndAWrongPasswordAreAnsweredAlike(CapturedOutput output) {
        setUp(new Visitor(port));
        var wrongName = new Visitor(port).signIn("mallory", PASSWORD);
        var wrongPassword = new Visitor(port).signIn("ada@example.org", "a wild guess");
        assertThat(wrongName.headers().firstValue("Location"))
                .isEqualTo(wrongPassword.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("?failed"));
        assertThat(output).doesNotContain("ada@example", "mallory", "a wild guess");
    }

    @Test
    void tooManyTriesMustWaitEvenWithTheRightPassword() {
        setUp(new Visitor(port));
        for (int i = 0; i < 5; i++) {
            new Visitor(port).signIn("ada@example.org", "guess number " + i);
        }
        assertThat(place(new Visitor(port).signIn("ada@example.org", PASSWORD))).endsWith("?wait");
        clock.advance(Duration.ofSeconds(31));
        assertThat(place(new Visitor(port).signIn("ada@example.org", PASSWORD)))
                .endsWith("/console");
    }

    @Test
    void whoIsDisabledIsOutAtOnce() {
        var visitor = signedIn();
        DATABASE.jdbc().sql("update staff set disabled_at = now()").update();
        assertThat(visitor.get("/console").statusCode()).isEqualTo(302);
        assertThat(place(visitor.signIn("ada@example.org", PASSWORD))).endsWith("?failed");
    }

    @Test
    void aSessionIsARowOfIdsThatAnotherProcessUnderstands() {
        var visitor = signedIn();
        assertThat(
                        DATABASE.jdbc()
                                .sql(
                                        """
                                        select count(*) from spring_session s
                                        join staff on s.principal_name = staff.id::text
                                        where max_inactive_interval = 1800
                                        """)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        try (var other = anotherProcess()) {
            var there = other.getEnvironment().getRequiredProperty("local.server.port", int.class);
            assertThat(visitor.at(there).get("/console").body()).contains("Hello, ");
        }
    }

    private static ConfigurableApplicationContext anotherProcess() {
        return new SpringApplicationBuilder(CopApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + DATABASE.url(),
                        "--spring.datasource.username=" + DATABASE.username(),
                        "--spring.datasource.password=" + DATABASE.password(),
                        "--cop.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    }
}
