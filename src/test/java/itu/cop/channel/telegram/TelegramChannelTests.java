package itu.cop.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import itu.cop.channel.Channel;
import itu.cop.channel.ChannelContract;
import itu.cop.channel.Inbound;
import itu.cop.channel.Outbound.Button;
import itu.cop.channel.Peer;
import itu.cop.channel.telegram.fake.FakeTelegram;
import itu.cop.storage.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class TelegramChannelTests extends ChannelContract {
    private static final AtomicLong PEOPLE = new AtomicLong(7_000_000_100L);
    private static FakeTelegram telegram;
    private static BotOnTelegram bot;

    private final Map<String, Long> sent = new HashMap<>();

    @BeforeAll
    static void starts() {
        telegram = FakeTelegram.start(BotOnTelegram.TOKEN);
        bot = BotOnTelegram.start(telegram, TestDatabase.fresh(), Map.of());
    }

    @AfterAll
    static void stops() {
        bot.close();
        telegram.close();
    }

    @Override
    protected Channel channel() {
        return bot.bean(TelegramChannel.class);
    }

    @Override
    protected Peer somebody() {
        var id = PEOPLE.incrementAndGet();
        telegram.unblocks(id);
        await().until(() -> !bot.rest().from(id).isEmpty());
        return new Peer(TelegramChannel.NAME, "" + id);
    }

    @Override
    protected List<Seen> seen(Peer peer) {
        return telegram.answers(chat(peer)).stream()
                .map(it ->
                        new Seen(
                                it.text(),
                                it.keys().stream()
                                        .map(key -> new Button(key.data(), key.label()))
                                        .toList()))
                .toList();
    }

    @Override
    protected void writes(Peer peer, String text, String key) {
        var known = sent.get(key);
        if (known == null) {
            sent.put(key, telegram.says(chat(peer), text));
        } else {
            telegram.again(known);
        }
        settles();
    }

    @Override
    protected void presses(Peer peer, Button button) {
        var query = telegram.presses(chat(peer), button.id());
        settles();
        await().until(() -> telegram.isAnswered(query));
    }

    private static void settles() {
        await().until(() -> telegram.pending() == 0);
    }

    @Override
    protected List<Inbound> received(Peer peer) {
        return bot.rest().from(chat(peer)).stream()
                .filter(it -> !(it instanceof Inbound.Unblocked))
                .toList();
    }

    @Override
    protected boolean recognisesRepeats() {
        return false;
    }

    private static long chat(Peer peer) {
        assertThat(peer.channel()).isEqualTo("telegram");
        return Long.parseLong(peer.id());
    }
}
