package itu.cop.console;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param publicUrl where staff and young people find the bot
 * @param setupToken opens the setup page while there is no administrator; unset: a random one
 */
@ConfigurationProperties("cop")
record ConsoleSettings(
        @DefaultValue("http://localhost:8080") URI publicUrl, @Nullable String setupToken) {}
