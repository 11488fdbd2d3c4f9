package itu.cop.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FakeSiteTest
class HelpPagesTests {
    private static final String ELSEWHERE = "https://childhelplineinternational.org/helplines";

    @LocalServerPort int port;
    @Autowired CuttableDataSource database;

    private Site site = new Site(0);

    @BeforeEach
    void databaseIsAway() {
        database.setAway(true);
        site = new Site(port);
    }

    @AfterEach
    void databaseIsBack() {
        database.setAway(false);
    }

    @Test
    void aCountryShowsNumbersLinesAndHowSureTheyAre() {
        var page = site.get("/help/ke");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains("href=\"tel:999\"", "112 from mobile phones", "href=\"tel:116\"")
                .contains("24/7", "hours not known", "2026-04-22", "Less sure", "open now")
                .contains("href=\"tel:+254722178177\"", "href=\"tel:0736542304\"");
        assertThat(page.body().indexOf("Childline Kenya"))
                .isLessThan(page.body().indexOf("Befrienders"));
        assertThat(page.body().indexOf("Befrienders")).isLessThan(page.body().indexOf("Lifeline"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"td", "nr"})
    void aCountryWithoutASureChildLineSaysSo(String code) {
        var page = site.get("/help/" + code);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsAnyOf("no child helpline for this country", "know no helpline")
                .contains(ELSEWHERE);
    }

    @Test
    void aCountryWithOneDoesNot() {
        assertThat(site.get("/help/ie").body()).doesNotContain("no child helpline");
    }

    @Test
    void capitalLettersLeadToThePage() {
        var page = site.get("/help/KE");

        assertThat(page.statusCode()).isEqualTo(301);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/help/ke");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "kenya", "%F0%9F%98%AD", "k%20e"})
    void anUnknownCountryLeadsElsewhere(String code) {
        var page = site.get("/help/" + code);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("no page for that place yet", ELSEWHERE, "/help/ke");
    }

    @Test
    void theIndexLinksEveryCountry() {
        assertThat(site.get("/help").body())
                .contains("/help/ke", "/help/ie", "/help/td", "/help/nr", ELSEWHERE);
    }
}
