package itu.cop.channel.telegram.line;

import itu.cop.channel.telegram.Phrases;
import itu.cop.channel.telegram.api.Answer;
import itu.cop.channel.telegram.api.BotApi;
import itu.cop.channel.telegram.api.TelegramIsOn;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.GetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.GetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.name.GetMyName;
import org.telegram.telegrambots.meta.api.methods.name.SetMyName;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.description.BotDescription;
import org.telegram.telegrambots.meta.api.objects.description.BotShortDescription;
import org.telegram.telegrambots.meta.api.objects.name.BotName;

/**
 * Tells Telegram how the bot is called, what it says of itself and which commands it knows, in each
 * language; only what differs is set, since Telegram allows few changes a day. Nothing waits for
 * it.
 */
@Component
@Conditional(TelegramIsOn.class)
class Introduction {
    private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);
    private static final int TRIES = 5;
    private static final Duration LATER = Duration.ofMinutes(5);
    private static final List<String> COMMANDS =
            List.of(
                    "menu",
                    "quiz",
                    "tip",
                    "hide",
                    "stop",
                    "country",
                    "language",
                    "mydata",
                    "forget");

    private final BotApi api;
    private final Phrases phrases;
    private volatile @Nullable Thread thread;

    Introduction(BotApi api, Phrases phrases) {
        this.api = api;
        this.phrases = phrases;
    }

    synchronized void once() {
        if (thread == null) {
            thread = Thread.startVirtualThread(this::introduce);
        }
    }

    void stop() {
        var speaking = thread;
        if (speaking != null) {
            speaking.interrupt();
        }
    }

    private void introduce() {
        while (!Thread.currentThread().isInterrupted() && !isIntroduced()) {
            LOG.warn("not introduced to Telegram yet");
            rest(LATER);
        }
    }

    private boolean isIntroduced() {
        try {
            return isDone(() -> api.call(new GetMe()))
                    && introduce("", null)
                    && phrases.languages().stream().allMatch(it -> introduce(it, it));
        } catch (RuntimeException broken) {
            LOG.warn("introduction: {}", broken.getClass().getSimpleName());
            return false;
        }
    }

    /**
     * @param code for Telegram; null for whoever speaks none of the languages
     */
    private boolean introduce(String language, @Nullable String code) {
        var name = phrases.name(language);
        var about = phrases.of(language, "about");
        var description = phrases.of(language, "description");
        var commands = commands(language);
        return tell(new GetMyCommands(null, code), it -> it, commands, set(code, commands))
                && tell(
                        new GetMyName(code),
                        BotName::getName,
                        name,
                        SetMyName.builder().name(name).languageCode(code).build())
                && tell(
                        new GetMyShortDescription(code),
                        BotShortDescription::getShortDescription,
                        about,
                        SetMyShortDescription.builder()
                                .shortDescription(about)
                                .languageCode(code)
                                .build())
                && tell(
                        new GetMyDescription(code),
                        BotDescription::getDescription,
                        description,
                        SetMyDescription.builder()
                                .description(description)
                                .languageCode(code)
                                .build());
    }

    private static SetMyCommands set(@Nullable String code, List<BotCommand> commands) {
        return SetMyCommands.builder().commands(commands).languageCode(code).build();
    }

    private List<BotCommand> commands(String language) {
        var commands = new ArrayList<BotCommand>();
        COMMANDS.forEach(
                it -> commands.add(new BotCommand(it, phrases.of(language, "command." + it))));
        return commands;
    }

    private <R extends Serializable, V> boolean tell(
            BotApiMethod<R> get, Function<R, V> read, V wanted, BotApiMethod<Boolean> set) {
        if (api.call(get) instanceof Answer.Done<R>(var now) && wanted.equals(read.apply(now))) {
            return true;
        }
        return isDone(() -> api.call(set));
    }

    private static boolean isDone(Supplier<Answer<?>> call) {
        for (int i = 1; i <= TRIES && !Thread.currentThread().isInterrupted(); i++) {
            switch (call.get()) {
                case Answer.Done<?> _ -> {
                    return true;
                }
                case Answer.Refused<?>(var code, _) -> {
                    LOG.warn("introduction refused: {}", code);
                    return code != 401;
                }
                case Answer.TooMany<?>(var pause) -> rest(pause);
                default -> rest(Duration.ofSeconds(i));
            }
        }
        return false;
    }

    private static void rest(Duration time) {
        java.util.concurrent.locks.LockSupport.parkNanos(time.toNanos());
    }
}
