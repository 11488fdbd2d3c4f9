package itu.cop.content;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads the content on a thread of its own while the rest of the bot is put together. */
public final class ContentAhead
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private final CompletableFuture<ContentFolder> reading = new CompletableFuture<>();

    /** For the application to start with. */
    public ContentAhead() {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings =
                Binder.get(context.getEnvironment()).bindOrCreate("cop", ContentSettings.class);
        reading.completeAsync(
                settings::read, task -> Thread.ofPlatform().daemon().name("content").start(task));
        context.getBeanFactory().registerSingleton("contentAhead", this);
    }

    /**
     * The content, once it is read.
     *
     * @throws ContentRejected when anything in it is wrong
     */
    ContentFolder folder() {
        try {
            return reading.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
