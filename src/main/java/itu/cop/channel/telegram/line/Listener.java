package itu.cop.channel.telegram.line;

import itu.cop.channel.telegram.api.TelegramIsOn;
import itu.cop.channel.telegram.api.TelegramSettings;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Keeps updates coming as long as the bot runs, whatever happens. */
@Component
@Conditional(TelegramIsOn.class)
class Listener implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Duration STANDBY = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Source source;
    private final Leadership leadership;
    private final LineState state;
    private final Introduction introduction;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    Listener(
            TelegramSettings settings,
            Poller poller,
            Registration registration,
            Leadership leadership,
            LineState state,
            Introduction introduction) {
        this.source = settings.webhook() == null ? poller : registration;
        this.leadership = leadership;
        this.state = state;
        this.introduction = introduction;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("telegram").start(this::loop);
    }

    private void loop() {
        while (running) {
            var rest = step();
            var end = System.nanoTime() + rest.toNanos();
            while (running && end - System.nanoTime() > 0) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        }
    }

    // Nothing may end this thread: nobody would hear anything any more, and nobody would know.
    private Duration step() {
        try {
            if (leadership.held()) {
                introduction.once();
                return source.step();
            }
            source.reset();
            state.standby();
            return STANDBY;
        } catch (Throwable broken) {
            LOG.error("updates of Telegram: {}", broken.getClass().getSimpleName());
            return state.bad(Trouble.BROKEN, broken.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        running = false;
        source.stop();
        var ending = thread;
        if (ending != null) {
            LockSupport.unpark(ending);
            try {
                ending.join(PATIENCE);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
        introduction.stop();
        leadership.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
