package itu.cop.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

class ContentAheadTests {
    @TempDir Path folder;

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withInitializer(new ContentAhead())
                    .withUserConfiguration(Reading.class);

    @EnableConfigurationProperties(ContentSettings.class)
    @Import(ContentConfiguration.class)
    static class Reading {}

    @Test
    void contentReadAheadIsTheOneInForce() {
        context.run(started ->
                assertThat(started)
                        .getBean(ContentFolder.class)
                        .isSameAs(started.getBean(ContentAhead.class).folder()));
    }

    @Test
    void contentThatIsWrongEndsTheStartWithFileLineAndWhatToDo() throws IOException {
        Files.createDirectories(folder.resolve("en"));
        Files.writeString(folder.resolve("en/language.yaml"), "native-name: English\ncolour: 1\n");
        context.withPropertyValues("cop.content-dir=" + folder)
                .run(failed ->
                        assertThat(failed)
                                .getFailure()
                                .rootCause()
                                .isInstanceOf(ContentRejected.class)
                                .hasMessageContaining(
                                        "en/language.yaml:2: unknown key \"colour\""));
    }

    @Test
    void problemsOfManyLanguagesComeInTheOrderOfTheFiles() throws IOException {
        for (var tag : new String[] {"en", "fr", "ru", "zh"}) {
            Files.createDirectories(folder.resolve(tag));
            Files.writeString(folder.resolve(tag + "/language.yaml"), "colour: 1\n");
        }
        context.withPropertyValues("cop.content-dir=" + folder)
                .run(failed ->
                        assertThat(filesWithUnknownKey(failed.getStartupFailure()))
                                .containsExactly("en", "fr", "ru", "zh"));
    }

    private static java.util.List<String> filesWithUnknownKey(Throwable failure) {
        var cause = failure;
        while (!(cause instanceof ContentRejected)) {
            cause = cause.getCause();
        }
        return ((ContentRejected) cause)
                .problems().stream()
                        .filter(problem -> problem.toDo().startsWith("unknown key"))
                        .map(problem -> problem.file().substring(0, 2))
                        .toList();
    }
}
