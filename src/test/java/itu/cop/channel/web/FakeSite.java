package itu.cop.channel.web;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import itu.cop.channel.AddressBook;
import itu.cop.content.ContentFolder;
import itu.cop.storage.TestDatabase;
import java.util.HashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
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
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The real pages and channel before a bot that knows a few sentences. No stereotype: see scans. */
@EnableAutoConfiguration(
        exclude = {
            SessionAutoConfiguration.class,
            JdbcSessionAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@EnableConfigurationProperties(WebSettings.class)
@ConfigurationPropertiesScan("itu.cop.storage")
@ComponentScan("itu.cop.storage")
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
    /** Serves the pages on a port, to be looked at. */
    public static void main(String[] args) {
        var site = new SpringApplication(FakeSite.class);
        site.addInitializers(FakeSite::database);
        site.run(args);
    }

    /** Gives a context a database of its own. */
    static void database(ConfigurableApplicationContext context) {
        var values = new HashMap<String, Object>();
        TestDatabase.fresh().register((name, value) -> values.put(name, value.get()));
        values.put("management.endpoint.health.validate-group-membership", false);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("db", values));
    }

    @Bean
    static BeanPostProcessor cuttable() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real ? new CuttableDataSource(real) : bean;
            }
        };
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
}
