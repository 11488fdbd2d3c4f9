package itu.cop.channel.telegram;

import itu.cop.channel.Inbound.Kind;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What is in a message. Nothing of it is ever downloaded. */
final class MessageContent {
    private MessageContent() {}

    /** What is written in it or under its picture; empty where nothing is. */
    static String text(Message message) {
        var text = message.getText() == null ? message.getCaption() : message.getText();
        return text == null ? "" : text;
    }

    /** A part of a message from another chat that it answers to: somebody else's words. */
    static String quoted(Message message) {
        var quote = message.getQuote();
        return quote == null || message.getExternalReplyInfo() == null
                ? ""
                : Objects.requireNonNullElse(quote.getText(), "");
    }

    /** Forwarded, or nothing but a quotation. */
    static boolean isRelayed(Message message, String text) {
        if (message.getForwardOrigin() != null || message.getForwardDate() != null) {
            return true;
        }
        var marks = message.getEntities();
        return marks != null
                && marks.stream()
                        .filter(Objects::nonNull)
                        .anyMatch(it ->
                                it.getType().endsWith("blockquote")
                                        && it.getOffset() == 0
                                        && it.getLength() >= text.length());
    }

    /** What it carries that the bot does not open; null where there is nothing. */
    static @Nullable Kind unopened(Message it) {
        if (any(it.getVoice(), it.getAudio(), it.getVideoNote())) {
            return Kind.VOICE;
        }
        if (any(it.getPhoto(), it.getVideo(), it.getAnimation(), it.getPaidMedia())) {
            return Kind.PICTURE;
        }
        if (any(it.getDocument())) {
            return Kind.FILE;
        }
        return any(
                        it.getSticker(),
                        it.getContact(),
                        it.getLocation(),
                        it.getVenue(),
                        it.getPoll(),
                        it.getDice(),
                        it.getStory(),
                        it.getGame(),
                        it.getChecklist())
                ? Kind.OTHER
                : null;
    }

    private static boolean any(@Nullable Object... parts) {
        return Stream.of(parts).anyMatch(Objects::nonNull);
    }
}
