package itu.cop;

import static org.awaitility.Awaitility.await;

import itu.cop.storage.TestDatabase;
import itu.cop.understanding.Understanding;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole bot on real content, real models and a real database, one for all who extend it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cop.understanding.train=true",
            "cop.understanding.models-dir=target/models",
            "cop.setup-token=" + WholeBot.SETUP_TOKEN,
            "cop.web.messages-per-minute=10000",
            "cop.web.burst=1000"
        })
abstract class WholeBot {
    static final String SETUP_TOKEN = "the-first-administrator-of-the-tests";
    static final Duration SOON = Duration.ofSeconds(20);

    @Autowired Understanding understanding;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().register(registry);
    }

    @BeforeEach
    void modelsAreThere() {
        await().atMost(Duration.ofMinutes(15)).until(understanding::ready);
    }

    URI bot() {
        return URI.create("http://localhost:" + port);
    }

    int openCases(String intent) {
        return jdbc.sql(
                        "select count(*) from moderation_case where intent = :intent and status = 'OPEN'")
                .param("intent", intent)
                .query(Integer.class)
                .single();
    }

    int people() {
        return jdbc.sql("select count(*) from person").query(Integer.class).single();
    }

    static String said(Teen teen) throws InterruptedException {
        var said = new StringBuilder();
        teen.chat().stream()
                .filter(line -> !line.mine())
                .forEach(line -> said.append(line.text()).append('\n'));
        return said.toString();
    }

    static List<String> buttons(Teen teen) throws InterruptedException {
        return teen.chat().stream().flatMap(line -> line.buttons().stream()).toList();
    }
}
