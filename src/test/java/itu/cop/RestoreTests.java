package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A whole installation is restored from its backup, and then gets a new key. */
class RestoreTests {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path folder;

    @Test
    void aRestoredBotKnowsItsPeopleUnderTheOldKeyAndUnderANewOne() throws Exception {
        var old = BotProcess.key(1);
        var data = folder.resolve("data");
        var where = new AtomicReference<BotProcess>();
        var teen = new Teen(() -> where.get().base());
        try (var bot = BotProcess.start(data, Map.of("cop.secret-key", old))) {
            where.set(bot);
            teen.say("/country");
            await().atMost(SOON).until(() -> MenuTalk.answered(teen).size() == 1);
            teen.say("kenya");
            await().atMost(SOON).until(() -> teen.chat().size() >= 4);
        }
        var restored = folder.resolve("restored");
        copy(data, restored);
        FileSystemUtils.deleteRecursively(data);

        try (var bot = BotProcess.start(restored, Map.of("cop.secret-key", old))) {
            where.set(bot);
            assertThat(teen.chat()).anySatisfy(line -> assertThat(line.text()).contains("kenya"));
        }
        var rotated = Map.of("cop.secret-key", BotProcess.key(2), "cop.secret-key-previous", old);
        try (var bot = BotProcess.start(restored, rotated)) {
            where.set(bot);
            assertThat(helplines(teen)).as("the country is still known").contains("Kenya");
        }
        try (var bot = BotProcess.start(restored, Map.of("cop.secret-key", BotProcess.key(2)))) {
            where.set(bot);
            assertThat(helplines(teen))
                    .as("an old cookie alone opens nothing")
                    .contains("I don't know your country")
                    .doesNotContain("Kenya");
        }
    }

    /** What a teen is told about helplines after the restart. */
    private static String helplines(Teen teen) throws InterruptedException {
        teen.say("helpline");
        await().atMost(SOON).until(() -> teen.chat().size() >= 2);
        return String.join("\n", teen.chat().stream().map(Teen.Line::text).toList());
    }

    /** As the README says: with owners and permissions. */
    private static void copy(Path from, Path to) throws Exception {
        var copying =
                new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start();
        assertThat(copying.waitFor()).isZero();
    }
}
