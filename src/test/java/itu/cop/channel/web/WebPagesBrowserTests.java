package itu.cop.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FakeSiteTest
class WebPagesBrowserTests extends WebJourney {
    @LocalServerPort int port;
    @Autowired CuttableDataSource database;

    @Override
    String base() {
        return "http://localhost:" + port;
    }

    @Test
    void whileTheDatabaseIsAwayWordsWait() {
        var page = page();
        database.setAway(true);
        try {
            write(page, "hello in there");
            assertThat(page.locator(".notice")).containsText("short break");
            assertThat(page.locator(".unsent")).containsText("hello in there");
        } finally {
            database.setAway(false);
        }
        assertThat(page.locator(".log > .msg.bot")).hasCount(1);
        assertThat(page.locator(".notice")).isHidden();
    }

    @Test
    void writingTooFastIsToldKindlyAndNothingIsLost() {
        var page = page();
        for (var i = 0; i < 11; i++) {
            write(page, "message " + i);
        }
        assertThat(page.locator(".notice")).containsText("faster than I can read");
        assertThat(page.locator(".log > .msg.bot")).hasCount(11);
        assertThat(page.locator(".notice")).isHidden();
    }
}
