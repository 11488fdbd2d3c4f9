package itu.cop.storage;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the embedded PostgreSQL, where it is wanted, on a thread of its own while the rest of the
 * bot is put together.
 */
public final class DatabaseAhead
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String NAME = "databaseAhead";

    private final CompletableFuture<EmbeddedDatabase> starting = new CompletableFuture<>();

    /** For the application to start with. */
    public DatabaseAhead() {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.getProperty("spring.datasource.url", "").isBlank()) {
            return;
        }
        var settings = Binder.get(environment).bindOrCreate("cop", StorageSettings.class);
        starting.completeAsync(
                () -> EmbeddedDatabase.start(new DataFolder(settings.dataDir())),
                task -> Thread.ofPlatform().daemon().name("database").start(task));
        context.getBeanFactory().registerSingleton(NAME, this);
        // registered before all beans, so stopped after them: also where the start fails midway
        if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans) {
            beans.registerDisposableBean(NAME, this::stop);
        }
    }

    /**
     * The database, once it runs.
     *
     * @throws StorageRefusal when it does not start
     */
    EmbeddedDatabase database() {
        try {
            return starting.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private void stop() throws IOException {
        // what did not start has stopped by itself
        var database = starting.exceptionally(_ -> null).join();
        if (database != null) {
            database.close();
        }
    }
}
