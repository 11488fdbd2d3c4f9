package itu.cop.console;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.CopApplication;
import itu.cop.storage.SettableClock;
import itu.cop.storage.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"cop.setup-token=" + ConsoleTests.TOKEN, "cop.public-url=http://cop.example"})
@Import(ConsoleTests.Fixtures.class)
@ExtendWith(OutputCaptureExtension.class)
class ConsoleTests {
    static final String TOKEN = "open sesame, it is me";
    private static final String SETUP = "/console/setup?token=" + Visitor.encoded(TOKEN);
    private static final String PASSWORD = "otter lamp violin seven";
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @Autowired SetupLink link;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeEach
    void nobodyIsThereYet() {
        DATABASE.jdbc().sql("truncate staff, audit, spring_session cascade").update();
        clock.advance(Duration.ofDays(1));
        link.print();
    }

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
    void nothingIsOpenToAStranger() {
        var visitor = new Visitor(port);
        for (var path : new String[] {"/console", "/console/", "/console/cases", "/console/a/b"}) {
            assertThat(place(visitor.get(path))).as(path).endsWith("/console/sign-in");
        }
    }

    @Test
    void aPageIsOpenToItsRolesOnlyAndSoIsItsMenuEntry() {
        var visitor = signedIn();
        assertThat(visitor.get("/console").body()).doesNotContain("For moderators");
        assertThat(visitor.get("/console/for-moderators").statusCode()).isEqualTo(403);

        DATABASE.jdbc().sql("update staff set roles = array['MODERATOR']").update();
        assertThat(visitor.get("/console").body()).contains("For moderators");
        assertThat(visitor.get("/console/for-moderators").statusCode()).isEqualTo(404);
    }

    @Test
    void whatNobodyOpenedIsShutToAdministratorsToo() {
        var answer = signedIn().get("/console/anything");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Back to the console");
    }

    @Test
    void pagesAllowNoForeignNorInlineScriptAndAreNotKept() {
        var headers = new Visitor(port).get("/console/sign-in").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/console");
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

    private Visitor signedIn() {
        var visitor = new Visitor(port);
        setUp(visitor);
        visitor.signIn("ada@example.org", PASSWORD);
        return visitor;
    }

    private HttpResponse<String> setUp(Visitor visitor) {
        return visitor.fill(SETUP, "/console/setup", account(Map.of()));
    }

    private static Map<String, String> account(Map<String, String> changes) {
        var fields =
                new HashMap<>(
                        Map.of(
                                "token", TOKEN,
                                "name", "Ada@example.org",
                                "alias", "Ada",
                                "password", PASSWORD,
                                "repeated", PASSWORD));
        fields.putAll(changes);
        return fields;
    }

    private static String printedBy(Runnable action, CapturedOutput output) {
        var before = output.getAll().length();
        action.run();
        return output.getAll().substring(before);
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere: " + answer.statusCode());
    }

    private static int administrators() {
        return DATABASE.jdbc().sql("select count(*) from staff").query(Integer.class).single();
    }

    private static String audited() {
        return DATABASE.jdbc()
                .sql("select string_agg(what, ' ' order by id) from audit")
                .query(String.class)
                .single();
    }

    @TestConfiguration
    static class Fixtures {
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }

        @Bean
        ConsolePage forModerators() {
            return new ConsolePage(
                    "For moderators", "/console/for-moderators", 1, Set.of(Role.MODERATOR));
        }
    }
}
