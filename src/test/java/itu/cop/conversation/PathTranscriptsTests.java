package itu.cop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.content.CrisisPath;
import itu.cop.content.Severity;
import itu.cop.person.AgeBand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writes what the bot says on every crisis path, for people who review it and read no Java. A
 * transcript that no longer fits the bot is written anew, and the test fails once, so that the new
 * one is looked at and kept.
 */
class PathTranscriptsTests {
    private static final Path FOLDER = Path.of("src/docs/paths");

    /** Characters of a first bubble that somebody in an emergency reads at a glance. */
    private static final int SHORTEST = 300;

    private static final int ANSWER = 700;
    private static final Content CONTENT = ContentFolder.read(Path.of("intents"));

    static Stream<CrisisPath> paths() {
        return CONTENT.source().crises().values().stream();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void transcriptIsWhatTheBotSays(CrisisPath path) throws Exception {
        var text = transcript(path);
        var file = FOLDER.resolve(path.id().replace("crisis/", "") + ".md");
        var kept = Files.exists(file) ? Files.readString(file) : "";
        if (!kept.equals(text)) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(kept).as("%s was written anew: look at it and keep it", file).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void firstBubbleIsShortAndAsksNothing(CrisisPath path) {
        for (var severity : List.of(Severity.SERIOUS, Severity.URGENT)) {
            if (severity.compareTo(path.severity()) < 0) {
                continue;
            }
            var most = severity == Severity.URGENT ? SHORTEST : ANSWER;
            for (var country : new String[] {null, "ke", "us", "nr", "fr"}) {
                var talk = begins(path, severity, country);
                assertThat(talk.text(0)).hasSizeLessThanOrEqualTo(most);
                assertThat(talk.text(0)).doesNotContain("?", "!");
                assertThat(talk.text().chars().filter(c -> c == '?').count()).isLessThan(2);
            }
        }
    }

    private static Talk begins(CrisisPath path, Severity severity, String country) {
        var talk = new Talk(CONTENT).aged(AgeBand.NOT_SAID);
        return talk.in(country).danger(path.examples().getFirst(), path.id(), severity);
    }

    private static String transcript(CrisisPath path) {
        var all = new StringBuilder("# " + path.title() + " (" + path.id() + ")\n\n");
        all.append("Written by a test from `intents/en/").append(path.id()).append(".yaml`.\n");
        all.append("Usual severity: ")
                .append(path.severity().name().toLowerCase(Locale.ROOT))
                .append(".\n");
        all.append("For the moderator: ").append(path.desk()).append('\n');
        section(all, "First message, country unknown", begins(path, path.severity(), null));
        section(all, "First message, country known (Kenya)", begins(path, path.severity(), "ke"));
        if (path.severity() != Severity.URGENT) {
            section(all, "When it is urgent", begins(path, Severity.URGENT, "ke"));
        }
        for (var answer : path.question().answers()) {
            var talk = begins(path, path.severity(), "ke");
            section(all, "Answer: " + answer.label(), talk.taps(answer.label()));
        }
        var silent = begins(path, path.severity(), "ke");
        section(all, "Answer: I don't want to say", silent.taps("I don't want to say"));
        section(all, "A young person under 13", under13(path));
        return all.toString();
    }

    private static Talk under13(CrisisPath path) {
        return new Talk(CONTENT)
                .aged(AgeBand.UNDER_13)
                .in("ke")
                .danger(path.examples().getFirst(), path.id(), path.severity());
    }

    private static void section(StringBuilder all, String title, Talk talk) {
        all.append("\n## ").append(title).append("\n\n");
        for (var message : talk.reply.messages()) {
            all.append("> ").append(message.text().replace("\n", "  \n> ")).append("\n");
            if (!message.choices().isEmpty()) {
                var labels = message.choices().stream().map(Choice::label).toList();
                all.append(">\n> `").append(String.join("` `", labels)).append("`\n");
            }
            all.append('\n');
        }
    }
}
