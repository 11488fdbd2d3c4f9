package itu.cop.channel.web;

import itu.cop.channel.Delivery;
import itu.cop.channel.Inbound;
import itu.cop.channel.Outbound;
import itu.cop.channel.Outbound.Button;
import itu.cop.channel.Peer;
import itu.cop.channel.Receiver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;

/** Stands for the rest of the bot: remembers what it got and answers through the channel. */
class FakeBot implements Receiver {
    static final String STEPS =
            """
            That sounds really unfair, and it makes sense that it hurts.

            1. Take a screenshot of the posts and of the name of the account.
            2. Block the account, then report it in the app.
            3. Tell somebody you trust: a relative, a teacher, a coach or a helpline.

            You have the right to be safe from bullying, online too. If it does not stop, a child helpline listens for free.\
            """;
    static final String CRISIS =
            """
            I'm glad you wrote this.
            Call an ambulance now: 112
            Childline Kenya listens now: 116
            You matter, here and now.
            I'm a bot: I can't see where you are and I can't send anyone.\
            """;

    private final ObjectProvider<WebChatChannel> channel;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Peer> people = new ConcurrentHashMap<>();
    final List<Inbound> received = new CopyOnWriteArrayList<>();
    final List<Peer> forgotten = new CopyOnWriteArrayList<>();
    volatile boolean away;
    volatile boolean silent;

    FakeBot(ObjectProvider<WebChatChannel> channel) {
        this.channel = channel;
    }

    @Override
    public void receive(Inbound event) {
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
        if (ids.add(event.id())) {
            received.add(event);
            people.put(person(event.from()), event.from());
            if (!silent) {
                Thread.startVirtualThread(() -> answer(event));
            }
        }
    }

    @Override
    public void forget(Peer peer) {
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
        forgotten.add(peer);
    }

    /** The person that the rest of the bot would have made of this address. */
    static UUID person(Peer peer) {
        return UUID.nameUUIDFromBytes(peer.id().getBytes(StandardCharsets.UTF_8));
    }

    Optional<Peer> address(UUID person) {
        return Optional.ofNullable(people.get(person));
    }

    List<Inbound> from(Peer peer) {
        return received.stream().filter(it -> it.from().equals(peer)).toList();
    }

    Delivery send(Peer to, Outbound message) {
        return channel.getObject().send(to, UUID.randomUUID(), message);
    }

    private void answer(Inbound event) {
        send(event.from(), new Outbound.Typing());
        pause();
        switch (event) {
            case Inbound.Said said -> say(said);
            case Inbound.Pressed pressed ->
                    send(pressed.from(), Outbound.Say.plain("You chose " + pressed.button() + "."));
            default -> throw new IllegalStateException("the page sends nothing else");
        }
    }

    private void say(Inbound.Said said) {
        if (said.text().contains("want to die")) {
            var first =
                    List.of(
                            new Button("cannot-call", "I can't call"),
                            new Button("not-it", "That's not it"));
            send(said.from(), new Outbound.Say(CRISIS, first, false, true));
            var answers =
                    List.of(
                            new Button("safe", "I'm safe"),
                            new Button("unsure", "Not sure"),
                            new Button("acted", "I've done something"),
                            new Button("skip", "I don't want to say"));
            var question = "Are you safe right now, or have you already done something?";
            send(said.from(), new Outbound.Say(question, answers, false, true));
        } else if (said.text().contains("mean")) {
            var more =
                    List.of(
                            new Button("action/report", "Report on Instagram"),
                            new Button("action/block", "Block somebody"),
                            new Button("bot/helpline", "Find a helpline"),
                            new Button("wellbeing/low", "I feel low"));
            send(said.from(), new Outbound.Say(STEPS, more, false));
        } else {
            send(said.from(), Outbound.Say.plain("You wrote: " + said.text()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
