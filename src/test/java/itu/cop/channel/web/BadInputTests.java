package itu.cop.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.channel.Inbound;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FakeSiteTest
class BadInputTests {
    private static final String HTML = "text/html";
    private static final String JSON = "application/json";

    @LocalServerPort int port;
    @Autowired FakeBot bot;
    @Autowired CuttableDataSource database;

    private final String key = UUID.randomUUID().toString();
    private Site site = new Site(0);

    @BeforeEach
    void opensThePage() {
        site = new Site(port);
        assertThat(site.get("/").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void everythingIsBack() {
        bot.away = false;
        database.setAway(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😭😭😭",
                "﷽ \u0301\u0301",
                "<script>alert(1)</script>",
                "%00%s${7*7}",
                "' or 1=1;--"
            })
    void anyTextIsTakenAsItIs(String text) {
        assertThat(site.say(text, key).statusCode()).isEqualTo(202);

        assertThat(said()).containsExactly(text);
        assertThat(site.get("/").body()).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\t ", "\0\0", "\u202E\u2066"})
    void nothingAtAllGetsAFriendlyLine(String text) {
        var answer = site.say(text, key);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("nothing in that message");
        assertThat(said()).isEmpty();
    }

    @Test
    void nulIsTakenOutAndLinesAreKept() {
        site.say(" a\0b\r\nc ", key);

        assertThat(said()).containsExactly("ab\nc");
    }

    @Test
    void whatReordersTextIsHandedOnButNeverShown() {
        site.say("abc\u202Edcba", key);

        assertThat(said()).containsExactly("abc\u202Edcba");
        assertThat(site.get("/").body()).contains("abcdcba").doesNotContain("\u202E");
    }

    @Test
    void aLongTextIsNotTakenAndStaysInTheBox() {
        var text = "long ".repeat(1000);

        var page = site.post("/chat/messages", Map.of("text", text, "key", key), "Accept", HTML);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("pieces of up to 4000").contains(text.strip());
        assertThat(said()).isEmpty();
        assertThat(site.say("x".repeat(4000) + "  ", key).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {HTML, JSON})
    void aMegabyteIsTurnedAwayUnread(String accept) {
        var body = "text=" + "x".repeat(1_000_000);

        var answer = site.post("/chat/messages", body, "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("pieces of up to 4000").doesNotContain("xxxx");
    }

    @Test
    void aBodyOfUnknownLengthIsTurnedAway() {
        var stream =
                HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofString("text=hello"));

        var answer = site.send(site.request("/chat/messages", "Accept", JSON).POST(stream));

        assertThat(answer.statusCode()).isEqualTo(411);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%zz", "text=%C3%28%", "\0\1\2=\3", "[1,2", "{\"text\":\"x\"}"})
    void aBrokenBodyGetsAClearAnswer(String body) {
        var answer = site.post("/chat/messages", body, "Accept", JSON);

        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(answer.body()).contains("\"say\"");
        assertThat(said()).isEmpty();
    }

    @Test
    void anUnknownButtonIsHandedOn() {
        var form = Map.of("button", "no/such:button", "key", key);

        assertThat(site.post("/chat/buttons", form, "Accept", JSON).statusCode()).isEqualTo(202);

        assertThat(received())
                .singleElement()
                .isInstanceOfSatisfying(
                        Inbound.Pressed.class,
                        it -> assertThat(it.button()).isEqualTo("no/such:button"));
    }

    @Test
    void aButtonThatIsTooLongIsNot() {
        var form = Map.of("button", "b".repeat(201), "key", key);

        assertThat(site.post("/chat/buttons", form, "Accept", JSON).statusCode()).isEqualTo(422);
        assertThat(received()).isEmpty();
    }

    @Test
    void aRepeatIsTakenOnce() {
        for (var i = 0; i < 3; i++) {
            assertThat(site.say("once", key).statusCode()).isEqualTo(202);
        }

        assertThat(said()).containsExactly("once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "..", "a.b.c", "AAAAAAAAAAAAAAAAAAAAAA.AAAA", "%00", "\"", "é"})
    void aWrongCookieIsReplaced(String value) {
        var page = new Site(port).get("/", "Cookie", "cop_web=" + value);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("cop_web=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Max-Age", "Secure");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site",
        "Origin,https://evil.example",
        "Origin,garbage {}"
    })
    void aPostFromElsewhereIsRefused(String header, String value) {
        var form = Map.of("text", "hello", "key", key);

        var answer = site.post("/chat/messages", form, "Accept", HTML, header, value);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("did not come from this page");
        assertThat(said()).isEmpty();
    }

    @Test
    void anOlderBrowserThatHidesItsOriginNeedsItsCookie() {
        var form = Map.of("text", "hello", "key", key);
        var headers = new String[] {"Accept", JSON, "Origin", "null"};

        assertThat(site.post("/chat/messages", form, headers).statusCode()).isEqualTo(202);
        assertThat(new Site(port).post("/chat/messages", form, headers).statusCode())
                .isEqualTo(403);
    }

    @Test
    void manyAtOnceAreTakenOrToldToWait() {
        var codes =
                IntStream.range(0, 300)
                        .parallel()
                        .map(i -> site.say("message " + i, "flood-key-" + i).statusCode())
                        .toArray();

        assertThat(Arrays.stream(codes).distinct().toArray()).containsOnly(202, 429);
        var taken = Arrays.stream(codes).filter(it -> it == 202).count();
        assertThat(said()).hasSize(Math.toIntExact(taken));
        var answer = site.post("/chat/messages", Map.of("text", "more"), "Accept", HTML);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("faster than I can read").contains(">more</textarea>");
    }

    @Test
    void withoutADatabaseTheTextStaysInTheBox() {
        database.setAway(true);

        var page = site.post("/chat/messages", Map.of("text", "still here"), "Accept", HTML);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("short break").contains(">still here</textarea>");
        assertThat(site.say("again", key).statusCode()).isEqualTo(503);
        assertThat(site.get("/").statusCode()).isEqualTo(503);
        assertThat(site.get("/chat/messages").statusCode()).isEqualTo(503);

        database.setAway(false);
        assertThat(site.say("again", key).statusCode()).isEqualTo(202);
        assertThat(said()).containsExactly("again");
    }

    @Test
    void whatTheReceiverCouldNotStoreIsTakenWhenItComesAgain() {
        bot.away = true;
        assertThat(site.say("keep me", key).statusCode()).isEqualTo(503);
        bot.away = false;

        assertThat(site.say("keep me", key).statusCode()).isEqualTo(202);

        assertThat(said()).containsExactly("keep me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/chat/canary",
                "/help/canary",
                "/help/a/canary",
                "/assets/canary",
                "/canary"
            })
    void anErrorPageEchoesNothing(String path) {
        var page = site.get(path, "Accept", HTML);

        assertThat(page.statusCode()).isIn(403, 404);
        assertThat(page.body()).doesNotContain("canary").doesNotContain("Exception");
        assertThat(page.body()).containsAnyOf("There is no page here", "no page for that place");
    }

    @Test
    void aBrowserIsToldToBeStrict() {
        var headers = site.get("/").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "base-uri 'none'", "form-action 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(site.get("/").body()).doesNotContain("<style", "style=", "onclick");
    }

    private List<Inbound> received() {
        var cookie = site.cookies.getCookieStore().getCookies().getFirst().getValue();
        var id = cookie.substring(0, cookie.indexOf('.'));
        return bot.received.stream().filter(it -> it.from().id().equals(id)).toList();
    }

    private List<String> said() {
        return received().stream().map(it -> ((Inbound.Said) it).text()).toList();
    }
}
