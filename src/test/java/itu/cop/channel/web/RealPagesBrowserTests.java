package itu.cop.channel.web;

import static org.awaitility.Awaitility.await;

import itu.cop.storage.TestDatabase;
import itu.cop.understanding.Understanding;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages in a browser, served by the whole bot. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cop.understanding.train=true",
            "cop.understanding.models-dir=target/models"
        })
class RealPagesBrowserTests extends WebJourney {
    private final Understanding understanding;
    @LocalServerPort private int port;

    @Autowired
    RealPagesBrowserTests(Understanding understanding) {
        this.understanding = understanding;
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().register(registry);
    }

    @BeforeEach
    void modelsAreThere() {
        await().atMost(Duration.ofMinutes(15)).until(understanding::ready);
    }

    @Override
    String base() {
        return "http://localhost:" + port;
    }
}
