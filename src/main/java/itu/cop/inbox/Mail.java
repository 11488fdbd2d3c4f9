package itu.cop.inbox;

import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;
import itu.cop.content.ContentFolder;
import itu.cop.conversation.Reply;
import itu.cop.outbox.Lane;
import itu.cop.outbox.Letter;
import itu.cop.outbox.Outbox;
import itu.cop.person.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what is to be said into the outbox. */
@Component
class Mail {
    private static final Duration TYPING = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final ContentFolder content;

    Mail(Outbox outbox, ContentFolder content) {
        this.outbox = outbox;
        this.content = content;
    }

    /**
     * Sends a reply.
     *
     * @param asked when the person wrote what it answers; null when nobody asked
     */
    void answer(Person person, @Nullable Instant asked, List<Reply.Message> messages) {
        for (var message : messages) {
            var lane = message.crisis() ? Lane.CRISIS : Lane.CONVERSATION;
            outbox.enqueue(
                    new Letter(person.id(), lane, say(message), message.sensitive(), asked, null));
        }
    }

    /** Sends what is said to somebody who has just been erased. */
    void farewell(Optional<Peer> to, List<Reply.Message> messages) {
        to.ifPresent(peer -> messages.forEach(each -> outbox.farewell(peer, say(each))));
    }

    private static Outbound say(Reply.Message message) {
        var buttons =
                message.choices().stream()
                        .map(choice -> new Outbound.Button(choice.id(), choice.label()))
                        .toList();
        return new Outbound.Say(message.text(), buttons, false, message.crisis());
    }

    void typing(Person person, Instant now) {
        var expires = now.plus(TYPING);
        outbox.enqueue(
                new Letter(
                        person.id(),
                        Lane.CONVERSATION,
                        new Outbound.Typing(),
                        false,
                        now,
                        expires));
    }

    void phrase(Person person, Instant asked, String phrase) {
        plain(person, asked, content.current().in(person.language()).phrase(phrase), List.of());
    }

    /** Says that this message could not be answered, and where help is all the same. */
    void broken(Person person, Instant asked) {
        var phrases = content.current().in(person.language());
        var helpline = new Outbound.Button("answer:bot/helpline", phrases.phrase("inbox.helpline"));
        plain(person, asked, phrases.phrase("inbox.broken"), List.of(helpline));
    }

    /** Sends what an opener stood for. */
    void show(Person person, Instant asked, String button) {
        if (outbox.show(person.id(), button).isEmpty()) {
            phrase(person, asked, "inbox.nothing-to-show");
        }
    }

    private void plain(Person person, Instant asked, String text, List<Outbound.Button> buttons) {
        var say = new Outbound.Say(text, buttons, false);
        outbox.enqueue(new Letter(person.id(), Lane.CONVERSATION, say, false, asked, null));
    }
}
