package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserSupportTests {
    @TempDir Path folder;

    @Test
    void takesTheBrowserThatIsNamed() throws IOException {
        var named = executable("my-own");
        executable("chromium");

        var environment = Map.of("COP_CHROMIUM", named.toString(), "PATH", folder.toString());

        assertThat(BrowserSupport.find(environment)).contains(named);
    }

    @Test
    void looksOnThePath() throws IOException {
        var onPath = executable("google-chrome");

        assertThat(BrowserSupport.find(Map.of("PATH", "/nowhere:" + folder))).contains(onPath);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(BrowserSupport.find(Map.of("PATH", folder.toString()))).isEmpty();
    }

    private Path executable(String name) throws IOException {
        var file = Files.createFile(folder.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
