package itu.cop.console;

import itu.cop.storage.SettableClock;
import itu.cop.storage.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"cop.setup-token=" + ConsoleWorld.TOKEN, "cop.public-url=http://cop.example"})
@Import(ConsoleWorld.Fixtures.class)
@ExtendWith(OutputCaptureExtension.class)
abstract class ConsoleWorld {
    static final String TOKEN = "open sesame, it is me";
    static final String SETUP = "/console/setup?token=" + Visitor.encoded(TOKEN);
    static final String PASSWORD = "otter lamp violin seven";
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Autowired SetupLink link;
    @Autowired SettableClock clock;
    @Autowired AuditRetention retention;
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

    Visitor signedIn() {
        var visitor = new Visitor(port);
        setUp(visitor);
        visitor.signIn("ada@example.org", PASSWORD);
        return visitor;
    }

    HttpResponse<String> setUp(Visitor visitor) {
        return visitor.fill(SETUP, "/console/setup", account(Map.of()));
    }

    static Map<String, String> account(Map<String, String> changes) {
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

    static String printedBy(Runnable action, CapturedOutput output) {
        var before = output.getAll().length();
        action.run();
        return output.getAll().substring(before);
    }

    static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere: " + answer.statusCode());
    }

    static int administrators() {
        return DATABASE.jdbc().sql("select count(*) from staff").query(Integer.class).single();
    }

    static String audited() {
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
        BrokenPage brokenPage() {
            return new BrokenPage();
        }

        @Bean
        ConsolePage forModerators() {
            return new ConsolePage(
                    "For moderators", "/console/for-moderators", 1, Set.of(Role.MODERATOR));
        }
    }

    @Controller
    static class BrokenPage {
        @GetMapping("/console/for-moderators")
        String breaks() {
            throw new IllegalStateException("a secret");
        }
    }
}
