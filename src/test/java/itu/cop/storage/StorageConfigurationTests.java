package itu.cop.storage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

class StorageConfigurationTests {
    @TempDir Path temporary;

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    DataSourceAutoConfiguration.class,
                                    JdbcTemplateAutoConfiguration.class,
                                    JdbcClientAutoConfiguration.class))
                    .withUserConfiguration(Storage.class);

    @Test
    void runsItsOwnDatabaseWhenNoneIsNamed() {
        context.withPropertyValues("cop.data-dir=" + temporary, "spring.datasource.url=")
                .run(started -> {
                    assertThat(started).hasSingleBean(EmbeddedDatabase.class);
                    assertThat(started).hasSingleBean(Clock.class);
                    var sealer = started.getBean(Sealer.class);
                    assertThat(sealer.open(sealer.seal(new byte[] {1}))).containsExactly(1);
                    var jdbc = started.getBean(JdbcClient.class);
                    assertThat(jdbc.sql("select 1").query().singleValue()).isEqualTo(1);
                });
        assertThat(temporary.resolve("secret-key")).exists();
        assertThat(temporary.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aDatabaseBegunAheadIsTheOneInUse() {
        context.withInitializer(new DatabaseAhead())
                .withPropertyValues("cop.data-dir=" + temporary, "spring.datasource.url=")
                .run(started -> {
                    assertThat(started)
                            .getBean(EmbeddedDatabase.class)
                            .isSameAs(started.getBean(DatabaseAhead.class).database());
                    var jdbc = started.getBean(JdbcClient.class);
                    assertThat(jdbc.sql("select 1").query().singleValue()).isEqualTo(1);
                });
        assertThat(temporary.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aDatabaseBegunAheadStopsWhenTheStartFails() {
        context.withInitializer(new DatabaseAhead())
                .withInitializer(starting ->
                        starting.addBeanFactoryPostProcessor(_ -> {
                            throw new IllegalStateException("something else is wrong");
                        }))
                .withPropertyValues("cop.data-dir=" + temporary, "spring.datasource.url=")
                .run(failed -> assertThat(failed).hasFailed());
        assertThat(temporary.resolve("postgres/data/PG_VERSION")).exists();
        assertThat(temporary.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aDatabaseThatCannotBeginAheadIsRefusedAsEver() throws java.io.IOException {
        java.nio.file.Files.createFile(temporary.resolve("postgres"));
        context.withInitializer(new DatabaseAhead())
                .withPropertyValues("cop.data-dir=" + temporary, "spring.datasource.url=")
                .run(failed ->
                        assertThat(
                                        requireNonNull(
                                                        new StorageRefusalAnalyzer()
                                                                .analyze(
                                                                        requireNonNull(
                                                                                failed
                                                                                        .getStartupFailure())))
                                                .getDescription())
                                .contains("cannot be made"));
    }

    @Test
    void usesTheDatabaseThatIsNamed() {
        external()
                .withPropertyValues(
                        "cop.secret-key=" + Base64.getEncoder().encodeToString(new byte[32]))
                .run(started -> {
                    assertThat(started).doesNotHaveBean(EmbeddedDatabase.class);
                    assertThat(started).hasSingleBean(Sealer.class);
                });
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void refusesADatabaseOfYourOwnWithoutAKeyAndSaysWhatToDo() {
        external()
                .run(failed -> {
                    var analysis =
                            requireNonNull(
                                    new StorageRefusalAnalyzer()
                                            .analyze(requireNonNull(failed.getStartupFailure())));
                    assertThat(analysis.getDescription())
                            .contains("cop.secret-key is not set")
                            .doesNotContain("\n");
                    assertThat(analysis.getAction()).contains("openssl rand -base64 32");
                });
    }

    private ApplicationContextRunner external() {
        var database = TestDatabase.fresh();
        return context.withPropertyValues(
                "cop.data-dir=" + temporary,
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(StorageSettings.class)
    @Import(StorageConfiguration.class)
    static class Storage {}
}
