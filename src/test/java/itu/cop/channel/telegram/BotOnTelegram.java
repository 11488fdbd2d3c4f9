package itu.cop.channel.telegram;

import itu.cop.channel.AddressBook;
import itu.cop.channel.Peer;
import itu.cop.channel.telegram.api.TelegramSettings;
import itu.cop.channel.telegram.fake.FakeTelegram;
import itu.cop.content.ContentFolder;
import itu.cop.storage.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;

/** The real channel on a real database, before a rest of the bot that only remembers. */
public final class BotOnTelegram implements AutoCloseable {
    /** The token of every test. */
    public static final String TOKEN = "42:canarytoken";

    private static final ContentFolder CONTENT =
            ContentFolder.holding(ContentFolder.read(Path.of("intents")));

    private final ConfigurableApplicationContext context;

    private BotOnTelegram(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the channel; properties without their {@code cop.telegram.} in front. */
    public static BotOnTelegram start(
            FakeTelegram telegram, TestDatabase database, Map<String, String> properties) {
        return start(telegram, database, properties, 0);
    }

    /** Starts the channel with its own pages on this port. */
    public static BotOnTelegram start(
            FakeTelegram telegram,
            TestDatabase database,
            Map<String, String> properties,
            int port) {
        var values = new HashMap<String, Object>();
        database.register((name, value) -> values.put(name, value.get()));
        values.put("server.port", "" + port);
        values.put("management.endpoint.health.validate-group-membership", false);
        values.put("cop.telegram.token", TOKEN);
        values.put("cop.telegram.api-url", telegram.url().toString());
        values.put("cop.telegram.poll-timeout", "2s");
        properties.forEach((name, value) -> values.put("cop.telegram." + name, value));
        var application = new SpringApplication(Parts.class);
        application.addInitializers(it ->
                it.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("test", values)));
        return new BotOnTelegram(application.run());
    }

    /** What the rest of the bot got. */
    public Rest rest() {
        return bean(Rest.class);
    }

    /** A part of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** No stereotype: see scans. */
    @EnableAutoConfiguration(
            exclude = {
                SessionAutoConfiguration.class,
                JdbcSessionAutoConfiguration.class,
                UserDetailsServiceAutoConfiguration.class
            })
    @EnableConfigurationProperties(TelegramSettings.class)
    @ConfigurationPropertiesScan({"itu.cop.storage", "itu.cop.channel.telegram"})
    @ComponentScan({"itu.cop.storage", "itu.cop.channel.telegram"})
    static class Parts {
        static final Map<UUID, Peer> PEOPLE = new java.util.concurrent.ConcurrentHashMap<>();

        @Bean
        Rest rest() {
            return new Rest();
        }

        @Bean
        ContentFolder contentFolder() {
            return CONTENT;
        }

        @Bean
        AddressBook addresses() {
            return id -> Optional.ofNullable(PEOPLE.get(id));
        }
    }
}
