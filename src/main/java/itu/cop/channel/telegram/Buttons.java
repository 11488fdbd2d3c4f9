package itu.cop.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import itu.cop.channel.Outbound.Button;
import itu.cop.channel.telegram.api.TelegramIsOn;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Buttons as Telegram has them. What a button carries is at most 64 bytes: a short id goes as it
 * is, a long one as a code of 23 characters.
 */
@Component
@Conditional(TelegramIsOn.class)
class Buttons {
    private static final Logger LOG = LoggerFactory.getLogger(Buttons.class);
    private static final int LONGEST = 64;
    private static final String CODE = "#";
    private static final int CODE_BYTES = 16;
    // Two short labels fit beside each other on a small phone.
    private static final int SHORT = 16;
    private static final Duration KEPT = Duration.ofDays(90);

    private final ButtonTable table;
    private final Clock clock;

    Buttons(ButtonTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Nullable InlineKeyboardMarkup keyboard(List<Button> buttons) {
        if (buttons.isEmpty()) {
            return null;
        }
        var rows = new ArrayList<InlineKeyboardRow>();
        var half = false;
        for (var button : buttons) {
            var key =
                    InlineKeyboardButton.builder()
                            .text(button.label())
                            .callbackData(data(button.id()))
                            .build();
            var narrow = button.label().length() <= SHORT;
            if (half && narrow) {
                rows.getLast().add(key);
                half = false;
            } else {
                rows.add(new InlineKeyboardRow(key));
                half = narrow;
            }
        }
        return new InlineKeyboardMarkup(rows);
    }

    private String data(String id) {
        if (!id.startsWith(CODE) && id.getBytes(UTF_8).length <= LONGEST) {
            return id;
        }
        var code = code(id);
        table.keep(code, id, clock.instant());
        return code;
    }

    private static String code(String id) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
            return CODE
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(Arrays.copyOf(hash, CODE_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id of the button that carries this; empty when it is from another time. */
    Optional<String> pressed(@Nullable String data) {
        if (data == null || data.isEmpty() || data.length() > LONGEST) {
            return Optional.empty();
        }
        return data.startsWith(CODE) ? table.find(data) : Optional.of(data);
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT12H")
    void forget() {
        try {
            table.forget(clock.instant().minus(KEPT));
        } catch (DataAccessException away) {
            LOG.warn("old buttons stay for now: {}", away.getClass().getSimpleName());
        }
    }
}
