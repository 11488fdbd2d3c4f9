package itu.cop.understanding;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How texts are understood.
 *
 * @param modelsDir trained models; unset means {@code models} in the data folder
 * @param train false where models are only loaded, never trained
 * @param gateLimit the risk gate takes longer only when something is wrong
 * @param cacheSize so many results are kept
 */
@ConfigurationProperties("cop.understanding")
record UnderstandingSettings(
        @Nullable Path modelsDir,
        @DefaultValue("true") boolean train,
        @DefaultValue("300ms") Duration gateLimit,
        @DefaultValue("10000") int cacheSize) {}
