package itu.cop.channel.web;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import itu.cop.channel.AddressBook;
import itu.cop.content.ContentFolder;
import itu.cop.storage.Sealer;
import itu.cop.storage.Wakeups;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The real pages and channel before a bot that knows a few sentences. No stereotype: see scans. */
@EnableAutoConfiguration(
        exclude = {SessionAutoConfiguration.class, JdbcSessionAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@EnableConfigurationProperties(WebSettings.class)
@Import({
    ChatDoor.class,
    ChatLive.class,
    ChatPages.class,
    ChatView.class,
    ChatView.Watch.class,
    ErrorPages.class,
    HelpPages.class,
    Leaving.class,
    LiveStreams.class,
    PageWords.class,
    RateLimits.class,
    WebChatChannel.class,
    WebHistory.class,
    WebMessageTable.class,
    WebSecurity.class,
    WebVisitors.class,
    FakeBot.class,
    SettableClock.class
})
class FakeSite {
    public static void main(String[] args) {
        SpringApplication.run(FakeSite.class, args);
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        return new CuttableDataSource(postgres.getPostgresDatabase());
    }

    @Bean
    ContentFolder contentFolder() {
        var folder = mock(ContentFolder.class);
        var content = SiteContent.content();
        when(folder.current()).thenReturn(content);
        return folder;
    }

    @Bean
    AddressBook addresses(FakeBot bot) {
        return bot::address;
    }

    @Bean
    @Order(100)
    SecurityFilterChain nothingElse(HttpSecurity http) {
        return http.authorizeHttpRequests(it -> it.anyRequest().denyAll()).build();
    }

    @Bean
    Wakeups wakeups() {
        return new Wakeups() {
            private final Map<String, List<Consumer<String>>> tasks = new ConcurrentHashMap<>();

            @Override
            public void on(String topic, Consumer<String> task) {
                tasks.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(task);
            }

            @Override
            public void wake(String topic, String payload) {
                tasks.getOrDefault(topic, List.of()).forEach(it -> it.accept(payload));
            }
        };
    }

    @Bean
    Sealer sealer() {
        return new Sealer() {
            @Override
            public byte[] seal(byte[] plain) {
                var sealed = new byte[plain.length];
                for (var i = 0; i < plain.length; i++) {
                    sealed[i] = (byte) (plain[i] ^ 0x5a);
                }
                return sealed;
            }

            @Override
            public byte[] open(byte[] sealed) {
                return seal(sealed);
            }

            @Override
            public byte[] fingerprint(String purpose, byte[] value) {
                return hmac("now " + purpose, value);
            }

            @Override
            public List<byte[]> earlierFingerprints(String purpose, byte[] value) {
                return List.of(hmac("earlier " + purpose, value));
            }
        };
    }

    static byte[] hmac(String key, byte[] value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
