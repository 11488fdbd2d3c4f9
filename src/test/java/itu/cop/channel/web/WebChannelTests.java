package itu.cop.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.channel.Channel;
import itu.cop.channel.ChannelContract;
import itu.cop.channel.Inbound;
import itu.cop.channel.Outbound.Button;
import itu.cop.channel.Peer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

@FakeSiteTest
class WebChannelTests extends ChannelContract {
    @LocalServerPort int port;
    @Autowired WebChatChannel channel;
    @Autowired WebVisitors visitors;
    @Autowired FakeBot bot;
    @Autowired JsonMapper json;

    private final Map<Peer, String> cookies = new ConcurrentHashMap<>();

    @BeforeEach
    void nobodyAnswers() {
        bot.silent = true;
    }

    @AfterEach
    void somebodyAnswers() {
        bot.silent = false;
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Peer somebody() {
        var response = new MockHttpServletResponse();
        var peer = visitors.start(response).peer();
        var cookie = Objects.requireNonNull(response.getCookie(WebVisitors.COOKIE));
        cookies.put(peer, cookie.getName() + "=" + cookie.getValue());
        return peer;
    }

    @Override
    protected List<Seen> seen(Peer peer) {
        var body = new Site(port).get("/chat/messages", "Cookie", cookie(peer)).body();
        return json.readValue(body, ChatLive.Missed.class).messages().stream()
                .filter(it -> !it.mine())
                .map(it -> new Seen(text(it), it.buttons()))
                .toList();
    }

    private static String text(WebMessage.View message) {
        return message.parts().stream().map(TextPart::text).collect(Collectors.joining());
    }

    @Override
    protected void writes(Peer peer, String text, String key) {
        post(peer, "/chat/messages", Map.of("text", text, "key", key));
    }

    @Override
    protected void presses(Peer peer, Button button) {
        post(peer, "/chat/buttons", Map.of("button", button.id()));
    }

    private void post(Peer peer, String path, Map<String, String> form) {
        var response =
                new Site(port)
                        .post(path, form, "Cookie", cookie(peer), "Accept", "application/json");
        assertThat(response.statusCode()).isEqualTo(202);
    }

    @Override
    protected List<Inbound> received(Peer peer) {
        return bot.from(peer);
    }

    private String cookie(Peer peer) {
        return Objects.requireNonNull(cookies.get(peer));
    }
}
