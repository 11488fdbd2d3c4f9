package itu.cop.channel.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import itu.cop.channel.telegram.api.Answer;
import itu.cop.channel.telegram.api.BotApi;
import itu.cop.channel.telegram.api.TelegramIsOn;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.groupadministration.LeaveChat;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/** Small gestures outside the conversation. Nothing waits for them, and a lost one does no harm. */
@Component
@Conditional(TelegramIsOn.class)
class Courtesies implements DisposableBean {
    private static final int TRIES = 3;

    private final BotApi api;
    private final Phrases phrases;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    // Who adds the bot again and again gets no more than one line a day.
    private final Cache<Long, Boolean> told =
            Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(Duration.ofDays(1)).build();

    Courtesies(BotApi api, Phrases phrases) {
        this.api = api;
        this.phrases = phrases;
    }

    /** A pressed button stops waiting. */
    void taken(String query) {
        threads.execute(() -> answer(query, null));
    }

    /** A pressed button is from another time. */
    void stale(String query, @Nullable String language) {
        var text = phrases.of(language == null ? "" : language.toLowerCase(Locale.ROOT), "stale");
        threads.execute(() -> answer(query, text));
    }

    /** Where many read the bot does not talk. */
    void leave(long chat, boolean added) {
        var first = added && told.asMap().putIfAbsent(chat, true) == null;
        threads.execute(() -> {
            if (first) {
                var line = phrases.of("", "group");
                api.call(SendMessage.builder().chatId(chat).text(line).build());
            }
            patiently(LeaveChat.builder().chatId(Long.toString(chat)).build());
        });
    }

    private void answer(String query, @Nullable String text) {
        patiently(AnswerCallbackQuery.builder().callbackQueryId(query).text(text).build());
    }

    // What is refused stays refused, such as a query that is too old by now.
    private <T extends Serializable> void patiently(BotApiMethod<T> method) {
        for (int i = 1; i <= TRIES; i++) {
            switch (api.call(method)) {
                case Answer.Done<T> _, Answer.Refused<T> _ -> {
                    return;
                }
                case Answer.TooMany<T>(var pause) -> rest(pause);
                default -> rest(Duration.ofMillis(500L * i));
            }
        }
    }

    private static void rest(Duration time) {
        java.util.concurrent.locks.LockSupport.parkNanos(time.toNanos());
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
