package itu.cop.channel.telegram;

import itu.cop.channel.Inbound;
import itu.cop.channel.Peer;
import itu.cop.channel.telegram.api.TelegramIsOn;
import itu.cop.channel.telegram.api.TelegramSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Makes out what an update is about. Names of people are not looked at. */
@Component
@Conditional(TelegramIsOn.class)
class UpdateReader {
    private static final Set<String> IN = Set.of("member", "administrator", "restricted");

    private final TelegramSettings settings;
    private final Clock clock;

    UpdateReader(TelegramSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Happening read(Update update) {
        var number = update.getUpdateId();
        if (update.getCallbackQuery() != null) {
            return pressed(number, update.getCallbackQuery());
        }
        if (update.getMyChatMember() != null) {
            return member(number, update.getMyChatMember());
        }
        if (update.getMessage() != null) {
            return message(number, update.getMessage());
        }
        return update.getEditedMessage() != null
                ? edited(number, update.getEditedMessage())
                : new Happening.Ignored();
    }

    private Happening pressed(long number, CallbackQuery query) {
        var person = query.getFrom().getId();
        var message = query.getMessage();
        var isOurs = message != null && person.equals(message.getChatId());
        return new Happening.Pressed(
                id(number, ""),
                query.getId(),
                isOurs ? peer(person) : null,
                clock.instant(),
                query.getData(),
                query.getFrom().getLanguageCode());
    }

    private Happening member(long number, ChatMemberUpdated change) {
        var now = change.getNewChatMember().getStatus();
        if (!isPrivate(change.getChat())) {
            return IN.contains(now)
                    ? new Happening.InGroup(change.getChat().getId(), true)
                    : new Happening.Ignored();
        }
        var from = peer(change.getChat().getId());
        var at = at(change.getDate());
        return switch (now) {
            case "kicked" -> events(new Inbound.Blocked(id(number, ""), from, at));
            case "member" -> events(new Inbound.Unblocked(id(number, ""), from, at));
            default -> new Happening.Ignored();
        };
    }

    private Happening edited(long number, Message message) {
        if (!isPrivate(message.getChat())) {
            return new Happening.InGroup(message.getChat().getId(), false);
        }
        var text = MessageContent.text(message);
        var at = at(message.getEditDate() == null ? message.getDate() : message.getEditDate());
        return text.isBlank()
                ? new Happening.Ignored()
                : events(
                        new Inbound.Edited(
                                id(number, message), peer(message.getChat().getId()), at, text));
    }

    private Happening message(long number, Message message) {
        if (!isPrivate(message.getChat())) {
            return new Happening.InGroup(message.getChat().getId(), false);
        }
        var events = new ArrayList<Inbound>();
        var from = peer(message.getChat().getId());
        var at = at(message.getDate());
        var quoted = MessageContent.quoted(message);
        if (!quoted.isBlank()) {
            events.add(new Inbound.Said(id(number, "q"), from, at, quoted, true, null, null));
        }
        var kind = MessageContent.unopened(message);
        var text = MessageContent.text(message);
        if (kind != null) {
            var suffix = text.isBlank() ? "" : "f";
            events.add(new Inbound.Unsupported(id(number, suffix, message), from, at, kind));
        }
        if (!text.isBlank()) {
            events.add(said(number, message, text));
        }
        return events.isEmpty() ? new Happening.Ignored() : new Happening.Events(events);
    }

    private Inbound said(long number, Message message, String text) {
        var relayed = MessageContent.isRelayed(message, text);
        var command = relayed ? null : Command.of(text);
        var sender = message.getFrom();
        return new Inbound.Said(
                id(number, message),
                peer(message.getChat().getId()),
                at(message.getDate()),
                command == null ? text : command.text(),
                relayed,
                command == null ? null : command.source(),
                sender == null ? null : sender.getLanguageCode());
    }

    private static Happening events(Inbound event) {
        return new Happening.Events(List.of(event));
    }

    private static boolean isPrivate(Chat chat) {
        return "private".equals(chat.getType());
    }

    private static Peer peer(long chat) {
        return new Peer(TelegramChannel.NAME, Long.toString(chat));
    }

    private String id(long number, Message message) {
        return id(number, "", message);
    }

    private String id(long number, String suffix, Message message) {
        return Trail.received(
                settings.bot(), number + suffix, String.valueOf(message.getMessageId()));
    }

    private String id(long number, String suffix) {
        return Trail.received(settings.bot(), number + suffix, "");
    }

    // Never in the future, whatever the clocks say: what is late is decided by this.
    private Instant at(@Nullable Integer seconds) {
        var now = clock.instant();
        var told = seconds == null ? now : Instant.ofEpochSecond(seconds);
        return told.isAfter(now) ? now : told;
    }
}
