package itu.cop.content;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
    private static final int SECONDS_BETWEEN_LOOKS = 2;

    @Bean
    ContentFolder contentFolder(ContentSettings settings, ObjectProvider<ContentAhead> ahead) {
        var begun = ahead.getIfAvailable();
        return begun == null ? settings.read() : begun.folder();
    }

    /** Looks for changes by reading: a watch service misses changes on mounted folders. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService contentReload(ContentFolder folder) {
        var looks =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("content-reload").factory());
        var _ =
                looks.scheduleWithFixedDelay(
                        new Look(folder),
                        SECONDS_BETWEEN_LOOKS,
                        SECONDS_BETWEEN_LOOKS,
                        TimeUnit.SECONDS);
        return looks;
    }

    private record Look(ContentFolder folder) implements Runnable {
        @Override
        public void run() {
            try {
                folder.reload();
            } catch (java.io.UncheckedIOException halfWritten) {
                // The next look reads it again.
                org.slf4j.LoggerFactory.getLogger(ContentFolder.class)
                        .debug("Content unreadable for now");
            }
        }
    }
}
