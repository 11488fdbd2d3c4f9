package itu.cop.channel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Something to do on a channel. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Outbound {
    /**
     * Say a text, with buttons where the channel has them and numbered lines where not.
     *
     * @param buttons in rows as the channel likes; every button also works by typing its label
     * @param silent deliver without a sound
     * @param sensitive about something nobody else should read over a shoulder: a channel that
     *     shows old messages covers them
     */
    record Say(String text, List<Button> buttons, boolean silent, boolean sensitive)
            implements Outbound {
        public Say {
            buttons = List.copyOf(buttons);
        }

        /** A text that is not sensitive. */
        public Say(String text, List<Button> buttons, boolean silent) {
            this(text, buttons, silent, false);
        }

        /** A plain text. */
        public static Say plain(String text) {
            return new Say(text, List.of(), false);
        }
    }

    /** Show that an answer is coming. */
    record Typing() implements Outbound {}

    /**
     * Remove what the channel can still remove of the messages with these ids (see {@link
     * Delivery.Accepted}).
     */
    record Delete(List<String> externalIds) implements Outbound {
        public Delete {
            externalIds = List.copyOf(externalIds);
        }
    }

    /**
     * One choice under a text.
     *
     * @param id comes back as {@link Inbound.Pressed#button()}, at most 200 characters
     * @param label what the person reads
     */
    record Button(String id, String label) {}
}
