package itu.cop.channel.telegram;

import itu.cop.channel.Channel;
import itu.cop.channel.Delivery;
import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;
import itu.cop.channel.telegram.api.Answer;
import itu.cop.channel.telegram.api.BotApi;
import itu.cop.channel.telegram.api.TelegramIsOn;
import itu.cop.channel.telegram.api.TelegramSettings;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessages;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Sends to Telegram. A text of many pieces goes out piece by piece, each in a slot of its own. */
@Component
@Conditional(TelegramIsOn.class)
class TelegramChannel implements Channel {
    static final String NAME = "telegram";

    private final BotApi api;
    private final Buttons buttons;
    private final TelegramSettings settings;
    private final Fates fates = new Fates();
    private final ChatPace pace = new ChatPace(System::nanoTime);

    TelegramChannel(BotApi api, Buttons buttons, TelegramSettings settings) {
        this.api = api;
        this.buttons = buttons;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int messagesPerSecond() {
        return settings.messagesPerSecond();
    }

    @Override
    public Delivery send(Peer to, UUID letter, Outbound message) {
        return switch (message) {
            case Outbound.Say say -> say(to.id(), letter, say, false);
            case Outbound.Typing _ -> type(to.id());
            case Outbound.Delete(var ids) -> delete(to.id(), Trail.numbers(ids));
        };
    }

    @Override
    public Delivery announce(Peer to, UUID letter, Outbound message) {
        return message instanceof Outbound.Say say
                ? say(to.id(), letter, say, true)
                : send(to, letter, message);
    }

    private Delivery say(String chat, UUID letter, Outbound.Say say, boolean toMany) {
        var wait = pace.take(chat);
        if (wait.isPositive()) {
            return new Delivery.NotYet(wait);
        }
        var pieces = Pieces.of(say.text());
        var sent = fates.sent(letter);
        var next = Math.min(sent.size(), pieces.size() - 1);
        var last = next == pieces.size() - 1;
        try {
            var text = pieces.get(next);
            return switch (deliver(method(chat, text, say, last), text, toMany)) {
                case Answer.Done<Message>(var message) ->
                        fates.arrived(letter, message.getMessageId(), last);
                case Answer<Message> other -> fates.of(letter, other, toMany);
            };
        } catch (DataAccessException | TransactionException away) {
            // nothing was sent: only its buttons could not be kept
            return new Delivery.NotYet(Duration.ofSeconds(1));
        }
    }

    private SendMessage method(String chat, String text, Outbound.Say say, boolean last) {
        return SendMessage.builder()
                .chatId(chat)
                .text(Html.of(text))
                .parseMode(Html.MODE)
                .disableNotification(say.silent() ? true : null)
                // a preview would show at a glance what the talk is about
                .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
                .replyMarkup(last ? buttons.keyboard(say.buttons()) : null)
                .allowPaidBroadcast(settings.isPaid() ? true : null)
                .build();
    }

    private Answer<Message> deliver(SendMessage method, String plain, boolean toMany) {
        var answer = toMany ? api.callForMany(method) : api.call(method);
        if (answer instanceof Answer.Refused<Message> it && it.says("can't parse entities")) {
            method.setText(plain);
            method.setParseMode(null);
            return toMany ? api.callForMany(method) : api.call(method);
        }
        return answer;
    }

    private Delivery type(String chat) {
        var typing = SendChatAction.builder().chatId(chat).action("typing").build();
        return Fates.of(api.call(typing));
    }

    private Delivery delete(String chat, List<Integer> ids) {
        for (int from = 0; from < ids.size(); from += Trail.MOST) {
            var some = ids.subList(from, Math.min(from + Trail.MOST, ids.size()));
            var answer = api.call(DeleteMessages.builder().chatId(chat).messageIds(some).build());
            if (answer instanceof Answer.Refused<Boolean> it && it.code() == 400) {
                some.forEach(id -> deleteOne(chat, id)); // one too old must not keep the others
            } else if (!(answer instanceof Answer.Done)) {
                return Fates.of(answer);
            }
        }
        return new Delivery.Accepted("");
    }

    private void deleteOne(String chat, int id) {
        api.call(DeleteMessage.builder().chatId(chat).messageId(id).build());
    }
}
