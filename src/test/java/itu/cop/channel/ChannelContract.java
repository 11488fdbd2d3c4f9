package itu.cop.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import itu.cop.channel.Outbound.Button;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What every channel has to do, whatever the platform behind it looks like. */
@ExtendWith(OutputCaptureExtension.class)
public abstract class ChannelContract {
    private static final String WORDS =
            "Line one\nLine two: <b>5 > 3</b> & \"quotes\" 'n' \\ {x} 🦦👩‍👩‍👧\nمرحبا · 你好 · ñandú";

    /** What the person sees of one message of ours. */
    public record Seen(String text, List<Button> buttons) {}

    /** The channel under test. */
    protected abstract Channel channel();

    /** Somebody new who has opened a conversation on the platform. */
    protected abstract Peer somebody();

    /** What this person sees of our messages now, oldest first. */
    protected abstract List<Seen> seen(Peer peer);

    /** The person writes; with an earlier key the platform delivers the same event once more. */
    protected abstract void writes(Peer peer, String text, String key);

    /** The person presses a button they see. */
    protected abstract void presses(Peer peer, Button button);

    /** What the receiver got from this person. */
    protected abstract List<Inbound> received(Peer peer);

    /** False where the platform cannot recognise a letter that it already has. */
    protected boolean recognisesRepeats() {
        return true;
    }

    @Test
    void namesItselfAsItsAddressesDo() {
        assertThat(somebody().channel()).isEqualTo(channel().name());
        assertThat(channel().name()).matches("[a-z]+");
        assertThat(channel().messagesPerSecond()).isPositive();
    }

    @Test
    void textArrivesUnaltered() {
        var peer = somebody();

        var delivery = send(peer, Outbound.Say.plain(WORDS));

        assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
        assertThat(seen(peer)).containsExactly(new Seen(WORDS, List.of()));
    }

    @Test
    void messagesArriveInTheirOrder() {
        var peer = somebody();
        for (var text : List.of("first", "second", "third")) {
            send(peer, Outbound.Say.plain(text));
        }

        assertThat(seen(peer)).extracting(Seen::text).containsExactly("first", "second", "third");
    }

    @Test
    void aRepeatOfALetterIsSeenOnce() {
        assumeTrue(recognisesRepeats());
        var peer = somebody();
        var letter = UUID.randomUUID();

        var first = channel().send(peer, letter, Outbound.Say.plain("once"));
        var second = channel().send(peer, letter, Outbound.Say.plain("once"));

        assertThat(second).isEqualTo(first);
        assertThat(seen(peer)).hasSize(1);
    }

    @Test
    void nobodyElseSeesIt() {
        var other = somebody();
        send(somebody(), Outbound.Say.plain("for one person"));

        assertThat(seen(other)).isEmpty();
    }

    @Test
    void buttonsComeBackWithTheirId() {
        var peer = somebody();
        var buttons =
                List.of(new Button("a/b:" + "x".repeat(180), "Yes"), new Button("no", "No, never"));
        send(peer, new Outbound.Say("Choose", buttons, false));

        var shown = seen(peer).getLast().buttons();
        assertThat(shown).extracting(Button::label).containsExactly("Yes", "No, never");
        presses(peer, shown.getFirst());

        assertThat(received(peer))
                .singleElement()
                .isInstanceOfSatisfying(
                        Inbound.Pressed.class,
                        it -> assertThat(it.button()).isEqualTo(buttons.getFirst().id()));
    }

    @Test
    void wordsOfThePersonArriveUnaltered() {
        var peer = somebody();

        writes(peer, WORDS, "key-00000001");

        assertThat(received(peer))
                .singleElement()
                .isInstanceOfSatisfying(
                        Inbound.Said.class, it -> assertThat(it.text()).isEqualTo(WORDS));
    }

    @Test
    void aRepeatOfAnEventHasTheSameId() {
        var peer = somebody();

        writes(peer, "hello", "key-00000002");
        writes(peer, "hello", "key-00000002");
        writes(peer, "hello", "key-00000003");

        assertThat(received(peer)).extracting(Inbound::id).doesNotContainNull();
        assertThat(received(peer).stream().map(Inbound::id).distinct()).hasSize(2);
    }

    @Test
    void deletedMessagesAreGone() {
        var peer = somebody();
        var first = send(peer, Outbound.Say.plain("to be removed"));
        send(peer, Outbound.Say.plain("stays"));
        assertThat(first).isInstanceOf(Delivery.Accepted.class);

        var id = ((Delivery.Accepted) first).externalId();
        send(peer, new Outbound.Delete(List.of(id)));

        assertThat(seen(peer)).extracting(Seen::text).containsExactly("stays");
    }

    @Test
    void typingLeavesNoTrace() {
        var peer = somebody();

        assertThat(send(peer, new Outbound.Typing())).isInstanceOf(Delivery.Accepted.class);

        assertThat(seen(peer)).isEmpty();
    }

    @Test
    void nothingOfItIsLogged(CapturedOutput output) {
        var peer = somebody();
        writes(peer, "canary-inbound", "key-00000004");
        send(
                peer,
                new Outbound.Say(
                        "canary-outbound",
                        List.of(new Button("canary-id", "canary-label")),
                        false));

        assertThat(seen(peer)).isNotEmpty();
        assertThat(output.getAll()).doesNotContain("canary").doesNotContain(peer.id());
    }

    private Delivery send(Peer peer, Outbound message) {
        return channel().send(peer, UUID.randomUUID(), message);
    }
}
