package itu.cop.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import itu.cop.channel.Inbound;
import itu.cop.channel.Receiver;
import itu.cop.channel.telegram.api.TelegramIsOn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Takes updates in, whichever way they come. What was taken is committed, and what cannot be read
 * is kept and holds nobody up. Only a lost database is thrown: then the update must come again.
 */
@Component
@Conditional(TelegramIsOn.class)
public class Intake {
    /** What Telegram shall tell us. */
    public static final List<String> KINDS =
            List.of("message", "edited_message", "callback_query", "my_chat_member");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final UpdateReader reader;
    private final Receiver receiver;
    private final Buttons buttons;
    private final Courtesies courtesies;
    private final Unread unread;
    private final MeterRegistry meters;

    Intake(
            UpdateReader reader,
            Receiver receiver,
            Buttons buttons,
            Courtesies courtesies,
            Unread unread,
            MeterRegistry meters) {
        this.reader = reader;
        this.receiver = receiver;
        this.buttons = buttons;
        this.courtesies = courtesies;
        this.unread = unread;
        this.meters = meters;
    }

    /** Takes the body of a webhook call. */
    public void take(byte[] body) {
        try {
            take(JSON.readTree(body));
        } catch (IOException broken) {
            keep(null, broken, body);
        }
    }

    /** Takes one update. */
    public void take(JsonNode update) {
        try {
            handle(reader.read(JSON.treeToValue(update, Update.class)));
        } catch (TransactionException away) {
            throw away;
        } catch (DataIntegrityViolationException broken) {
            keep(update, broken);
        } catch (DataAccessException away) {
            throw away;
        } catch (JsonProcessingException
                | RuntimeException
                | StackOverflowError
                | LinkageError broken) {
            keep(update, broken);
        }
    }

    private void handle(Happening happening) {
        switch (happening) {
            case Happening.Events(var events) -> events.forEach(this::receive);
            case Happening.Pressed pressed -> press(pressed);
            case Happening.InGroup(var chat, var added) -> {
                count("group");
                courtesies.leave(chat, added);
            }
            case Happening.Ignored _ -> count("ignored");
        }
    }

    private void receive(Inbound event) {
        receiver.receive(event);
        count(event.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    private void press(Happening.Pressed it) {
        var from = it.from();
        if (from == null) {
            count("ignored");
            courtesies.taken(it.query());
            return;
        }
        var button = buttons.pressed(it.data());
        // Whoever presses a button of long ago gets the menu: never a dead end.
        receive(new Inbound.Pressed(it.id(), from, it.at(), button.orElse("menu")));
        if (button.isPresent()) {
            courtesies.taken(it.query());
        } else {
            courtesies.stale(it.query(), it.language());
        }
    }

    private void keep(JsonNode update, Throwable broken) {
        var number = update.path("update_id");
        keep(
                number.isIntegralNumber() ? number.asLong() : null,
                broken,
                update.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void keep(
            @org.jspecify.annotations.Nullable Long number, Throwable broken, byte[] body) {
        unread.keep(number, broken.getClass().getSimpleName(), body);
        count("unreadable");
    }

    private void count(String kind) {
        meters.counter("cop.telegram.updates", "kind", kind).increment();
    }
}
