package itu.cop.channel.telegram.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import itu.cop.channel.telegram.BotOnTelegram;
import itu.cop.channel.telegram.fake.FakeTelegram;
import itu.cop.channel.telegram.fake.Fault;
import itu.cop.content.ContentFolder;
import itu.cop.storage.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PollingTests {
    private static final long ANA = 7_300_000_101L;
    private final TestDatabase database = TestDatabase.fresh();
    private final FakeTelegram telegram = FakeTelegram.start(BotOnTelegram.TOKEN);
    private BotOnTelegram bot;

    @BeforeEach
    void starts() {
        bot = BotOnTelegram.start(telegram, database, Map.of());
    }

    @AfterEach
    void stops() {
        bot.close();
        telegram.close();
    }

    private LineState state() {
        return bot.bean(LineState.class);
    }

    private void isUp() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> state().trouble() == Trouble.NONE && telegram.polls() == 1);
        assertThat(state().health().getStatus()).isEqualTo(Status.UP);
    }

    private int heard() {
        return bot.rest().from(ANA).size();
    }

    @Test
    void nothingIsAcknowledgedWhileTheDatabaseIsAway() {
        isUp();
        bot.rest().away = true;
        telegram.says(ANA, "one");
        telegram.says(ANA, "two");
        await().until(() -> state().trouble() == Trouble.DATABASE);
        assertThat(telegram.pending()).isEqualTo(2);

        bot.rest().away = false;

        await().until(() -> heard() == 2 && telegram.pending() == 0);
        isUp();
    }

    @Test
    void theOffsetMovesOnlyAfterTheCommit() {
        isUp();
        var id = telegram.says(ANA, "one");
        await().until(() -> telegram.pending() == 0);
        assertThat(heard()).isOne();
        assertThat(
                        telegram.calls("getUpdates").stream()
                                .filter(it -> it.params().containsKey("offset"))
                                .map(it -> it.params().get("offset").asLong()))
                .allMatch(it -> it == id + 1);
    }

    @Test
    void aRevokedTokenIsToldAndIsNoStorm(CapturedOutput output) {
        isUp();
        telegram.revoke(true);
        await().until(() -> state().trouble() == Trouble.TOKEN_REFUSED);
        assertThat(state().health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(state().health().getDetails()).containsEntry("trouble", Trouble.TOKEN_REFUSED);
        assertCalm();
        assertThat(output.getAll()).contains("TOKEN_REFUSED").doesNotContain("canarytoken");
    }

    @Test
    void anotherPollerIsToldAndIsNoStorm() throws Exception {
        isUp();
        try (var http = HttpClient.newHttpClient()) {
            var url = URI.create(telegram.url() + "/bot" + BotOnTelegram.TOKEN + "/getUpdates");
            var poll =
                    HttpRequest.newBuilder(url)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"timeout\":3}"));
            http.send(poll.build(), BodyHandlers.ofString());
        }
        // the other one ended at last: until then this one was terminated, and waited
        await().until(() ->
                telegram.calls("getUpdates").stream().anyMatch(it -> it.status() == 409));
        isUp();
        telegram.faults(Fault.always("getupdates", new Fault.Refused(409, "Conflict: terminated")));
        await().until(() -> state().trouble() == Trouble.OTHER_POLLER);
        assertThat(state().health().getStatus()).isEqualTo(Status.DOWN);
        assertCalm();
    }

    private void assertCalm() {
        var before = telegram.transcript().size();
        await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(8)).until(() -> true);
        assertThat(telegram.transcript().size() - before).isLessThanOrEqualTo(3);
    }

    @Test
    void tooManyPollsRestAsLongAsTelegramSays() {
        isUp();
        telegram.faults(Fault.always("getupdates", new Fault.TooMany(3)));
        await().until(() -> state().trouble() == Trouble.TOO_MANY);
        telegram.faults(Fault.never());
        var refused =
                telegram.calls("getUpdates").stream()
                        .filter(it -> it.status() == 429)
                        .toList()
                        .getLast()
                        .nanos();
        isUp();
        var next =
                telegram.calls("getUpdates").stream()
                        .filter(it -> it.nanos() > refused)
                        .findFirst()
                        .orElseThrow()
                        .nanos();
        assertThat(Duration.ofNanos(next - refused)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void brokenCutAndHalfAnswersPass() {
        isUp();
        for (var fault : List.of(new Fault.Page(502), new Fault.Cut(), new Fault.Truncated())) {
            telegram.faults(Fault.always("getupdates", fault));
            await().until(() -> state().trouble() == Trouble.UNREACHABLE);
            telegram.says(ANA, "in between");
            telegram.faults(Fault.never());
            isUp();
        }
        await().until(() -> heard() == 3 && telegram.pending() == 0);
    }

    @Test
    void aForeignWebhookIsLeftAlone() {
        isUp();
        telegram.hook(URI.create("http://127.0.0.1:9/somebody/else"));
        await().until(() -> state().trouble() == Trouble.FOREIGN_WEBHOOK);
        assertThat(state().health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(telegram.calls("deleteWebhook")).isEmpty();

        telegram.hook(null);
        await().atMost(Duration.ofSeconds(30)).until(() -> state().trouble() == Trouble.NONE);
    }

    @Test
    void whatTheBotSaysOfItselfIsSetOnceAndInEachLanguage() {
        var languages = bot.bean(ContentFolder.class).current().languages().keySet();
        var tags = Stream.concat(Stream.of(""), languages.stream()).toList();
        var parts = List.of("commands:", "name:", "shortdescription:", "description:");
        await().until(() -> telegram.profile().size() == tags.size() * parts.size());
        var profile = telegram.profile();
        assertThat(profile.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        tags.stream()
                                .flatMap(tag -> parts.stream().map(part -> part + tag))
                                .toList());
        assertThat(profile.get("description:").toString())
                .contains("childhelplineinternational.org");
        assertThat(profile.get("commands:").toString()).contains("\"hide\"").contains("\"forget\"");
        isUp();
        bot.close();
        var set = telegram.calls("setMyCommands").size();
        bot = BotOnTelegram.start(telegram, database, Map.of());
        isUp();
        await().until(() -> telegram.calls("getMyDescription").size() == 2 * tags.size());
        assertThat(telegram.calls("setMyCommands")).hasSize(set);
    }

    @Test
    void oneOfTwoReplicasPollsAndTheOtherTakesOver() {
        isUp();
        try (var second = BotOnTelegram.start(telegram, database, Map.of())) {
            await().during(Duration.ofSeconds(3)).until(() -> telegram.polls() <= 1);
            var spare = second.bean(LineState.class).health();
            assertThat(spare.getStatus()).isEqualTo(Status.UP);
            assertThat(spare.getDetails()).containsEntry("here", false);
            assertThat(telegram.calls("getUpdates")).noneMatch(it -> it.status() == 409);

            bot.close();
            telegram.says(ANA, "to the second");
            await().atMost(Duration.ofSeconds(10)).until(() -> second.rest().from(ANA).size() == 1);
        }
    }
}
