package itu.cop.storage;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What every other module stands on. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class StorageConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataFolder dataFolder(StorageSettings settings) {
        return new DataFolder(settings.dataDir());
    }

    @Bean
    @ConditionalOnExpression("'${spring.datasource.url:}'.isBlank()")
    EmbeddedDatabase embeddedDatabase(DataFolder folder, ObjectProvider<DatabaseAhead> ahead) {
        var begun = ahead.getIfAvailable();
        return begun == null ? EmbeddedDatabase.start(folder) : begun.database();
    }

    @Bean
    Sealer sealer(
            StorageSettings settings,
            DataFolder folder,
            ObjectProvider<EmbeddedDatabase> embedded) {
        return new AesSealer(SecretKeys.load(settings, folder, embedded.getIfAvailable() != null));
    }

    @Bean(initMethod = "start")
    PostgresWakeups wakeups(JdbcConnectionDetails database, JdbcClient jdbc) {
        return new PostgresWakeups(database, jdbc);
    }
}
