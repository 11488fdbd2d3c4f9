package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Conversations with the whole bot: real content, real models, a real database, over HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class WholeBotTests extends WholeBot {
    /** Nobody writes these by chance, so finding one anywhere is a leak. */
    private static final List<String> CANARIES =
            List.of("zebulonqx", "kumquatwhisper", "5550142987");

    @Test
    void bullyingOnAPlatformGetsStepsTheRightTheCardAndButtons() throws Exception {
        var teen = new Teen(this::bot);
        teen.say("someone keeps posting mean stuff about me on insta");
        await().atMost(SOON).until(() -> buttons(teen).contains("age:13-15"));
        assertThat(said(teen))
                .contains("1. Save proof", "You have the right", "How to report on Instagram")
                .contains("I'm Sango, a bot");
        assertThat(buttons(teen)).contains("answer:action/block", "helpline");
    }

    @Test
    void aCrisisAsTheFirstMessageGetsHelpBeforeAnyQuestionAndLocalLinesLater() throws Exception {
        var teen = new Teen(this::bot);
        teen.say("i want to die");
        await().atMost(SOON).until(() -> said(teen).contains("Are you safe right now"));
        var first = said(teen);
        assertThat(first).contains("112").contains("childhelplineinternational.org");
        assertThat(first.indexOf("112")).isLessThan(first.indexOf("?"));
        assertThat(openCases("crisis/suicide")).isPositive();

        teen.say("kenya");
        await().atMost(SOON).until(() -> said(teen).contains("116"));
        assertThat(said(teen)).contains("Childline Kenya").contains("Ambulance: 112");
    }

    @Test
    void aQuizIsInterruptedByACrisisAndRunsToItsEnd() throws Exception {
        var teen = new Teen(this::bot);
        teen.press("quiz:passwords");
        await().atMost(SOON).until(() -> said(teen).contains("Question 1 of 6"));
        teen.say("i took all the pills");
        await().atMost(SOON)
                .until(() -> openCases("crisis/medical") + openCases("crisis/suicide") > 0);
        await().atMost(SOON).until(() -> said(teen).contains("Call your emergency number now"));

        var other = new Teen(this::bot);
        other.press("quiz:passwords");
        for (int question = 1; question <= 6; question++) {
            var asked = "Question " + question + " of 6";
            await().atMost(SOON).until(() -> said(other).contains(asked));
            other.say("a");
        }
        await().atMost(SOON).until(() -> said(other).contains("That was the last one"));
    }

    @Test
    void forgettingTakesTwoTapsAndLeavesNothing() throws Exception {
        var teen = new Teen(this::bot);
        teen.say("what is phishing");
        await().atMost(SOON).until(() -> !buttons(teen).isEmpty());
        var before = people();
        teen.say("/forget");
        await().atMost(SOON).until(() -> said(teen).contains("Shall I erase"));
        assertThat(people()).isEqualTo(before);
        teen.say("yes");
        await().atMost(SOON).until(() -> people() == before - 1);
    }

    @Test
    void whatPeopleWriteIsFoundNowhereButInTheChat(CapturedOutput output) throws Exception {
        var teen = new Teen(this::bot);
        teen.say("my name is Zebulonqx, call me on 5550142987");
        teen.say("someone keeps posting kumquatwhisper about me on insta, i want to die");
        teen.press("kumquatwhisper:5550142987");
        await().atMost(SOON).until(() -> said(teen).contains("Are you safe right now"));

        LoggerFactory.getLogger(WholeBotTests.class).info("the log is captured");
        assertThat(output.getAll()).contains("the log is captured");
        assertNoCanary("log", output.getAll());
        for (var page :
                List.of(
                        "/actuator/prometheus",
                        "/actuator/health",
                        "/actuator/deadletters",
                        "/kumquatwhisper?name=zebulonqx",
                        "/help/kumquatwhisper",
                        "/chat/stream?after=kumquatwhisper")) {
            assertNoCanary(page, get(page));
        }
        assertNothingInClear();
    }

    private void assertNothingInClear() {
        var tables =
                jdbc.sql(
                                "select table_name from information_schema.tables where table_schema = 'public'")
                        .query(String.class)
                        .list();
        assertThat(tables).contains("inbox", "outbox", "web_message", "person");
        for (var table : tables) {
            for (var row :
                    jdbc.sql("select t::text from \"" + table + "\" t")
                            .query(String.class)
                            .list()) {
                assertNoCanary("table " + table, row);
                for (var canary : CANARIES) {
                    var hex = HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
                    assertThat(row).as("table " + table).doesNotContain(hex);
                }
            }
        }
    }

    private static void assertNoCanary(String where, String text) {
        assertThat(text).as(where).doesNotContainIgnoringCase(CANARIES.toArray(String[]::new));
    }

    private String get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(bot().resolve(path)).timeout(SOON).build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
