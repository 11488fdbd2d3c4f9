package itu.cop.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;

class SetupTests extends ConsoleWorld {
    @Test
    void printsTheSetupLinkWhileThereIsNoAdministrator(CapturedOutput output) {
        assertThat(printedBy(link::print, output))
                .containsOnlyOnce(
                        "Setup (first administrator): http://cop.example/console/setup?token="
                                + "open%20sesame%2C%20it%20is%20me");
    }

    @Test
    void printsNoSetupLinkAfterThat(CapturedOutput output) {
        setUp(new Visitor(port));
        assertThat(printedBy(link::print, output)).isEmpty();
    }

    @Test
    void theRightTokenOpensTheSetupForm() {
        var page = new Visitor(port).get(SETUP);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Create account");
    }

    @Test
    void aWrongOrMissingTokenDoesNot() {
        var visitor = new Visitor(port);
        for (var path : new String[] {"", "?token=", "?token=x", "?token=open"}) {
            assertThat(visitor.get("/console/setup" + path).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aWrongTokenInTheFormCreatesNobody() {
        var answer = new Visitor(port).fill(SETUP, "/console/setup", account(Map.of("token", "x")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(administrators()).isZero();
    }

    @Test
    void aForgedSetupCreatesNobody() {
        var answer = new Visitor(port).postBare("/console/setup", account(Map.of()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(administrators()).isZero();
    }

    @Test
    void theSetupLinkWorksOnce() {
        assertThat(setUp(new Visitor(port)).headers().firstValue("Location").orElseThrow())
                .endsWith("/console/sign-in?ready");
        assertThat(new Visitor(port).get(SETUP).statusCode()).isEqualTo(403);
        assertThat(audited()).isEqualTo("setup");
    }

    @Test
    void ofManyAtOnceOneBecomesTheFirstAdministrator() throws Exception {
        Callable<Integer> attempt = () -> setUp(new Visitor(port)).statusCode();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = pool.invokeAll(Stream.generate(() -> attempt).limit(6).toList());
            var codes = new HashMap<Integer, Integer>();
            for (var answer : answers) {
                codes.merge(answer.get(), 1, Integer::sum);
            }
            assertThat(codes).isEqualTo(Map.of(302, 1, 403, 5));
        }
        assertThat(administrators()).isEqualTo(1);
    }

    @Test
    void aPoorPasswordIsExplainedAndTheRestOfTheFormKept() {
        var answer =
                new Visitor(port)
                        .fill(
                                SETUP,
                                "/console/setup",
                                account(Map.of("password", "password1234", "repeated", "other")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("easy to guess", "not the same", "value=\"Ada@example.org\"")
                .doesNotContain("password1234");
        assertThat(administrators()).isZero();
    }

    @Test
    void noPasswordIsStoredAsTyped() {
        setUp(new Visitor(port));
        assertThat(DATABASE.jdbc().sql("select password_hash from staff").query().singleValue())
                .asString()
                .startsWith("{bcrypt}$2a$12$")
                .doesNotContain(PASSWORD);
    }
}
