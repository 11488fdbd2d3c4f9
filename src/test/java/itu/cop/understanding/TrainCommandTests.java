package itu.cop.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.ContentFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an image gets its models while it is built. */
class TrainCommandTests {
    @AfterEach
    void forget() {
        System.clearProperty("cop.data-dir");
    }

    @Test
    void modelsOfTheContentAreInTheDataFolderAfterwards() throws Exception {
        assertThat(Commands.run("train", "--cop.data-dir=target")).hasValue(0);

        var content = ContentFolder.read(Path.of("intents"));
        assertThat(new ModelFolders(Path.of("target/models")).load(content)).isPresent();
    }
}
