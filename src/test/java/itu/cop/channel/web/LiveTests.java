package itu.cop.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import itu.cop.channel.Delivery;
import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FakeSiteTest
class LiveTests {
    @LocalServerPort int port;
    @Autowired FakeBot bot;
    @Autowired WebChatChannel channel;
    @Autowired WebHistory history;
    @Autowired LiveStreams streams;
    @Autowired SettableClock clock;
    @Autowired WebMessageTable messages;
    @Autowired WebVisitors visitors;

    private Site site = new Site(0);

    @BeforeEach
    void opensThePage() {
        site = new Site(port);
        site.get("/");
    }

    @Test
    void anAnswerArrivesByItself() {
        try (var page = new Stream()) {
            site.say("hello", "key-00000001");

            await().until(() -> page.has("You wrote: hello"));
            assertThat(page.has("event:typing")).isTrue();
            assertThat(page.lines.getFirst()).startsWith(":");
        }
    }

    @Test
    void whatWasMissedComesAfterTheLastEvent() {
        var seen = channel.send(peer(), UUID.randomUUID(), Outbound.Say.plain("before"));
        channel.send(peer(), UUID.randomUUID(), Outbound.Say.plain("while away"));
        var last = ((Delivery.Accepted) seen).externalId();

        try (var page = new Stream("Last-Event-ID", last)) {
            await().until(() -> page.has("while away"));
            assertThat(page.has("before")).isFalse();
        }
    }

    @Test
    void aLostWakeUpIsMadeUpFor() {
        try (var page = new Stream()) {
            await().until(() -> page.has("event:kept"));
            var key = visitors.visitor(peer().id()).key();
            var body = new WebMessage.Body("found by looking", List.of());
            messages.add(key, "no-wake-up", false, false, body);
            streams.catchUp();

            await().until(() -> page.has("found by looking"));
        }
    }

    @Test
    void noMoreThanSixPagesOfOneSessionListen() {
        var before = streams.size();
        var pages = new CopyOnWriteArrayList<Stream>();
        for (var i = 0; i < 8; i++) {
            pages.add(new Stream());
        }

        await().until(() -> streams.size() == before + 6);
        for (var page : pages) {
            page.close();
        }
    }

    @Test
    void aStrangerHearsNothing() {
        assertThat(new Site(port).get("/chat/stream").statusCode()).isEqualTo(401);
        assertThat(new Site(port).get("/chat/messages").statusCode()).isEqualTo(401);
    }

    @Test
    void aQuietChatIsErasedAndItsPagesAreTold() {
        site.say("hello", "key-00000001");
        await().until(() -> site.get("/").body().contains("You wrote: hello"));
        try (var page = new Stream()) {
            clock.forward(Duration.ofMinutes(29));
            history.sweep();
            assertThat(site.get("/").body()).contains("You wrote: hello");

            clock.forward(Duration.ofMinutes(2));
            history.sweep();
            assertThat(site.get("/").body()).doesNotContain("hello</bdi>");
            await().until(() -> page.has("data:[]"));
        }
    }

    @Test
    void leavingErasesBothSidesAndTheCookie() {
        site.say("hello", "key-00000001");
        var peer = peer();
        var cookie = cookie();

        var left = site.get("/chat/leave", "Sec-Fetch-Site", "same-origin");

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.headers().firstValue("Location")).contains("https://www.wikipedia.org");
        assertThat(left.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(bot.forgotten).contains(peer);
        await().untilAsserted(() ->
                assertThat(new Site(port).get("/chat/messages", "Cookie", cookie).body())
                        .doesNotContain("hello\",\"href\":null}],\"buttons\":[]},"));
    }

    @Test
    void anotherSiteCanSendAwayButNotErase() {
        site.say("hello", "key-00000001");

        var left = site.get("/chat/leave", "Sec-Fetch-Site", "cross-site");

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(bot.forgotten).doesNotContain(peer());
        assertThat(site.get("/").body()).contains("hello");
    }

    @Test
    void leavingWorksWithoutADatabaseAndErasesLater() {
        site.say("hello", "key-00000001");
        var peer = peer();
        bot.away = true;

        assertThat(site.get("/chat/leave").statusCode()).isEqualTo(303);
        assertThat(bot.forgotten).doesNotContain(peer);
        bot.away = false;

        await().atMost(Duration.ofSeconds(15)).until(() -> bot.forgotten.contains(peer));
    }

    @Test
    void afterACrisisTurnEarlierMessagesAreCovered() {
        var posted = site.post("/chat/messages", Map.of("text", "i want to die"));
        assertThat(posted.statusCode()).isEqualTo(303);
        var turn = posted.headers().firstValue("Location").orElseThrow();

        var justAfter = site.get(turn.replace("#last", "")).body();
        assertThat(justAfter).contains("Childline Kenya").doesNotContain("<details");
        assertThat(site.get("/").body()).contains("<details").contains("Show earlier messages");

        clock.forward(Duration.ofMinutes(3));
        assertThat(site.get(turn.replace("#last", "")).body()).contains("<details");
    }

    @Test
    void countsAndWordsOfAPersonCanBeShownAndErased() {
        bot.silent = true;
        site.say("my words", "key-00000001");
        bot.silent = false;
        var person = FakeBot.person(peer());

        assertThat(history.kept(person)).singleElement().matches(it -> it.count() == 1);
        assertThat(history.words(person))
                .singleElement()
                .matches(it -> it.text().equals("my words"));
        history.erase(person);
        assertThat(history.kept(person)).isEmpty();
        assertThat(history.tables()).containsExactly("web_message");
    }

    private String cookie() {
        return site.cookies.getCookieStore().getCookies().getFirst().toString();
    }

    private Peer peer() {
        var value = site.cookies.getCookieStore().getCookies().getFirst().getValue();
        return new Peer("web", value.substring(0, value.indexOf('.')));
    }

    private final class Stream implements AutoCloseable {
        final List<String> lines = new CopyOnWriteArrayList<>();
        private final HttpClient http = HttpClient.newHttpClient();

        Stream(String... header) {
            var request = site.request("/chat/stream", header).header("Cookie", cookie());
            var response =
                    http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines()).join();
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            Thread.startVirtualThread(() -> read(response.body()));
        }

        private void read(java.util.stream.Stream<String> body) {
            try {
                body.forEach(lines::add);
            } catch (UncheckedIOException _) {
                // closed by the test
            }
        }

        boolean has(String text) {
            return lines.stream().anyMatch(it -> it.contains(text));
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }
}
