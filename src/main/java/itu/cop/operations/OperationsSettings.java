package itu.cop.operations;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param publicUrl where the chat is found
 * @param metricsToken lets a collector elsewhere read the metrics; unset: this machine only
 */
@ConfigurationProperties("cop")
record OperationsSettings(
        @DefaultValue("http://localhost:8080") URI publicUrl, @Nullable String metricsToken) {}
