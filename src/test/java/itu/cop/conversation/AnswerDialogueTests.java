package itu.cop.conversation;

import static itu.cop.conversation.Talk.phrase;
import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Intent;
import itu.cop.content.Intent.Door;
import itu.cop.content.Severity;
import itu.cop.person.AgeBand;
import itu.cop.understanding.Understood.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerDialogueTests {
    private static final String BULLIED = "risk/cyberbullying";

    private static Talk through(Door door) {
        return Talk.known()
                .hears(
                        "x",
                        Talk.understood(BULLIED, Severity.NONE, true, Outcome.ANSWER, door, null));
    }

    private static Talk on(String platform, String intent) {
        return Talk.known()
                .hears(
                        "x",
                        Talk.understood(
                                intent, Severity.NONE, true, Outcome.ANSWER, Door.ME, platform));
    }

    @Test
    void answerHasItsPartsInOrder() {
        var talk = Talk.known().asks("scam?", "risk/scams");
        assertThat(talk.text(0))
                .isEqualTo(
                        """
                        Valid: risk/scams ME.

                        1. Step one.
                        2. Step two.
                        3. Step three.

                        You have a right. (CRC 19)

                        The last line.\
                        """);
        assertThat(talk.labels(0))
                .containsExactly("Title of action/report", "Helplines", "It's about a friend");
        assertThat(talk.reply.messages()).allMatch(Reply.Message::sensitive);
        assertThat(talk.reply.messages()).noneMatch(Reply.Message::crisis);
        assertThat(talk.state.topic()).isEqualTo(new State.Topic("risk/scams", Door.ME, null));
    }

    @Test
    void onlyRisksAndWellbeingAreKeptFromOtherEyes() {
        assertThat(Talk.known().asks("x", "wellbeing/telling-an-adult").reply.messages())
                .allMatch(Reply.Message::sensitive);
        assertThat(Talk.known().asks("x", "rights/overview").reply.messages())
                .noneMatch(Reply.Message::sensitive);
        assertThat(Talk.known().asks("x", "action/report").reply.messages())
                .noneMatch(Reply.Message::sensitive);
    }

    @Test
    void worryAddsACaringLineAndHelp() {
        var talk = Talk.known().asks("they mock me", BULLIED);
        assertThat(talk.text(0)).endsWith("The last line.\n\n" + phrase("answer.caring"));
        assertThat(talk.labels(0))
                .containsExactly(
                        "Title of action/report",
                        "Title of action/block",
                        "Passwords",
                        "Respect",
                        "Helplines",
                        "It's about a friend",
                        "I did it myself",
                        "I'm an adult");
        assertThat(Talk.known().worries("x", "risk/scams").text(0))
                .endsWith(phrase("answer.caring"));
        assertThat(Talk.known().worries("x", "risk/stranger-contact").labels(0))
                .endsWith("Helplines");
    }

    @Test
    void noPersonIsOfferedWhileNobodyIsOnDuty() {
        assertThat(Talk.known().asks("x", BULLIED).labels()).doesNotContain("Title of human");
        assertThat(Talk.known().asks("x", "bot/human").text()).isEqualTo("Says human!");
    }

    @ParameterizedTest
    @CsvSource({"ME, ME", "FRIEND, FRIEND", "DID_IT, DID_IT", "ADULT, ADULT"})
    void doorFollowsWhoAsks(Door asked, Door shown) {
        assertThat(through(asked).text(0)).startsWith("Valid: " + BULLIED + " " + shown + ".");
    }

    @Test
    void otherDoorsAreOneTapAway() {
        var talk = through(Door.FRIEND);
        assertThat(talk.labels(0)).contains("It's about me").doesNotContain("It's about a friend");
        assertThat(talk.taps("It's about me").text(0)).contains(BULLIED + " ME.");
        assertThat(talk.presses("door:" + BULLIED + ":did-it").text(0)).contains("DID_IT.");
        assertThat(talk.state.topic()).isEqualTo(new State.Topic(BULLIED, Door.DID_IT, null));
    }

    @Test
    void doorThatIsNotThereLeadsToTheFirst() {
        assertThat(Talk.known().presses("door:risk/scams:adult").text(0)).contains("scams ME.");
        assertThat(Talk.known().presses("door:risk/scams:window").text()).isEqualTo("Says help!");
        assertThat(Talk.known().presses("door:risk/none:me").text()).isEqualTo("Says help!");
    }

    @Test
    void doorStaysOpenForButtonsThatFollow() {
        var talk = through(Door.FRIEND);
        assertThat(talk.presses("answer:risk/scams").text(0)).contains("scams FRIEND.");
        assertThat(talk.asks("and me", "risk/scams").text(0)).contains("scams ME.");
        through(Door.FRIEND);
        assertThat(talk.presses("answer:rights/overview").text(0)).contains("overview ME.");
    }

    @Test
    void adultsKeepTheirDoor() {
        var talk = Talk.known().asks("i am a teacher", "bot/adult");
        assertThat(talk.text()).isEqualTo("Says adult!");
        assertThat(talk.asks("bullying", BULLIED).text(0)).contains(BULLIED + " ADULT.");
        assertThat(talk.asks("rights", "rights/overview").text(0)).contains("overview ADULT.");
        assertThat(talk.reply.effects()).isEmpty();
        assertThat(Talk.known().aged(AgeBand.ADULT).asks("x", BULLIED).text(0)).contains("ADULT.");
        assertThat(
                        Talk.known()
                                .aged(AgeBand.ADULT)
                                .hears(
                                        "x",
                                        Talk.understood(
                                                BULLIED,
                                                Severity.NONE,
                                                true,
                                                Outcome.ANSWER,
                                                Door.FRIEND,
                                                null))
                                .text(0))
                .contains("FRIEND.");
    }

    @Test
    void platformNamedBringsItsCard() {
        var talk = on("instagram", "risk/scams");
        assertThat(talk.text(1))
                .isEqualTo("How to report on Instagram:\n1. Tap the dots.\n2. Tap Report.");
        assertThat(talk.state.topic())
                .isEqualTo(new State.Topic("risk/scams", Door.ME, "instagram"));
        assertThat(talk.presses("answer:" + BULLIED).text(1)).contains("on Instagram");
        assertThat(on("instagram", "rights/overview").text()).doesNotContain("Instagram");
        assertThat(on("myspace", "risk/scams").text()).doesNotContain("How to report on");
    }

    @Test
    void cardsComeByButtonToo() {
        var talk = Talk.known().presses("platform:instagram:block");
        assertThat(talk.text()).isEqualTo("How to block on Instagram:\n1. Tap Block.");
        assertThat(talk.labels()).containsExactly("Menu", "Helplines");
        assertThat(Talk.known().presses("platform:instagram:recover").text())
                .isEqualTo("Says help!");
        assertThat(Talk.known().presses("platform:none:block").text()).isEqualTo("Says help!");
        assertThat(Talk.known().presses("platform:instagram").text()).isEqualTo("Says help!");
    }

    @Test
    void longAnswersGiveUpTheArticleAndThenTheRight() {
        var scene = new Scene(SmallContent.content(), turn());
        assertThat(text(scene, SmallContent.longAnswer(650))).contains("(CRC 19)");
        assertThat(text(scene, SmallContent.longAnswer(660)))
                .contains("You have a right.")
                .doesNotContain("CRC")
                .hasSizeLessThanOrEqualTo(700);
        assertThat(text(scene, SmallContent.longAnswer(670)))
                .doesNotContain("You have a right.")
                .endsWith(phrase("answer.caring"));
    }

    private static String text(Scene scene, Intent intent) {
        return AnswerDialogue.text(scene, intent, intent.answer(Door.ME), true);
    }

    private static Turn turn() {
        var talk = Talk.known();
        return new Turn(talk.person(), talk.state, talk.standing, new Event.Pressed("x"), talk.now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Yes", "yep"})
    void ratingIsAskedAndThanked(String words) {
        var talk = Talk.known().asks("scam?", "risk/scams");
        assertThat(talk.text(1)).isEqualTo(phrase("helped.ask"));
        assertThat(talk.labels(1)).containsExactly("Yes", "No");
        assertThat(talk.says(words).text()).isEqualTo(phrase("helped.yes"));
        assertThat(talk.labels()).contains("Helplines", "Title of quiz");
    }

    @Test
    void noHelpLeadsFurther() {
        var talk = Talk.known().asks("scam?", "risk/scams").says("nope");
        assertThat(talk.text()).isEqualTo(phrase("helped.no"));
        assertThat(talk.labels())
                .containsExactly("Say it shorter", "Title of action/report", "Helplines", "Menu");
        assertThat(talk.taps("Say it shorter").text()).isEqualTo("Scams, short.");
        assertThat(Talk.known().presses("help:no").labels()).containsExactly("Helplines", "Menu");
    }

    @Test
    void simplerIsTheEasyTextOrTheFirstSteps() {
        var talk = Talk.known().asks("x", BULLIED).asks("shorter", "bot/simpler");
        assertThat(talk.text()).isEqualTo("1. Step one.\n2. Step two.");
        assertThat(talk.reply.messages()).allMatch(Reply.Message::sensitive);
        assertThat(talk.labels()).containsExactly("Helplines", "Menu");
        assertThat(talk.state.topic()).isNotNull();

        var easy = Talk.known().asks("x", "risk/scams");
        assertThat(easy.asks("shorter", "bot/simpler").text()).isEqualTo("Scams, short.");
        easy.presses("door:risk/scams:friend");
        assertThat(easy.presses("simpler").text()).isEqualTo("1. Step one.\n2. Step two.");
        var calm = Talk.known().asks("x", "rights/overview").presses("simpler");
        assertThat(calm.reply.messages()).noneMatch(Reply.Message::sensitive);
        assertThat(Talk.known().asks("shorter", "bot/simpler").text()).isEqualTo("Says simpler!");
    }

    @Test
    void careNeedsNoArticleNoRatingNoPlayNoExclamationMark() {
        var talk = Talk.known().danger("x", "crisis/suicide", Severity.SERIOUS).taps("I'm safe");
        talk.asks("x", BULLIED);
        assertThat(talk.reply.messages()).hasSize(1);
        assertThat(talk.text()).doesNotContain("CRC");
        assertThat(talk.labels()).contains("Helplines").doesNotContain("Passwords", "Respect");
        assertThat(talk.asks("x", "rights/overview").labels()).contains("Helplines");
        assertThat(talk.asks("x", "bot/identity").text()).isEqualTo("Says identity.");
    }

    @Test
    void howTheyAreIsAlwaysAskedAfterPictures() {
        var talk = Talk.known().worries("my pic is out", "risk/image-leaked");
        assertThat(talk.text(1)).isEqualTo(phrase("check.ask"));
        assertThat(talk.labels(1)).containsExactly("I'm okay", "Not really", "I don't want to say");

        talk.taps("Not really");
        assertThat(talk.reply.effects())
                .containsExactly(new Effect.Escalate(Severity.WATCH, "risk/image-leaked", true));
        assertThat(talk.text()).startsWith(phrase("check.not-okay")).contains("childhelpline");
        assertThat(talk.labels())
                .containsExactly(
                        "Helplines", "Title of country", "Title of wellbeing/telling-an-adult");
        assertThat(talk.reply.messages()).allMatch(Reply.Message::sensitive);
    }

    @Test
    void okayIsBelievedAndUnclearIsNot() {
        var talk = Talk.known().worries("my pic is out", "risk/image-leaked");
        var asked = talk.state;
        assertThat(talk.says("yes").text()).isEqualTo(phrase("helped.yes"));
        talk.state = asked;
        assertThat(talk.says("idk").text()).startsWith(phrase("check.not-okay"));
        assertThat(talk.reply.effects()).isEmpty();
        talk.state = asked;
        assertThat(talk.presses("check:unsaid").text()).startsWith(phrase("check.not-okay"));
        talk.state = asked;
        assertThat(talk.asks("scam?", "risk/scams").text()).contains("Valid: risk/scams");
    }

    @Test
    void notOkayWithoutATopicIsACaseToo() {
        assertThat(Talk.known().presses("check:no").reply.effects())
                .containsExactly(new Effect.Escalate(Severity.WATCH, "bot/helpline", true));
    }

    @Test
    void thirdWorryInADayIsAskedAbout() {
        var talk = Talk.known();
        talk.worries("x", BULLIED);
        assertThat(talk.text()).contains(phrase("helped.ask"));
        talk.later(Duration.ofHours(12)).worries("x", BULLIED);
        assertThat(talk.text()).doesNotContain(phrase("check.ask"));
        var state = talk.state;
        talk.later(Duration.ofHours(11)).worries("x", BULLIED);
        assertThat(talk.text()).contains(phrase("check.ask"));

        talk.state = state;
        talk.later(Duration.ofHours(2)).worries("x", BULLIED);
        assertThat(talk.text()).doesNotContain(phrase("check.ask"));
        assertThat(talk.state.worries()).hasSize(2);
    }

    @Test
    void readingOnIsNoWorry() {
        var talk = Talk.known();
        for (int i = 0; i < 4; i++) {
            talk.presses("answer:" + BULLIED);
        }
        assertThat(talk.state.worries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it happens every day", "nobody likes me", "i cant cope"})
    void heavyWordsAreAskedAboutAtOnce(String words) {
        assertThat(Talk.known().worries(words, BULLIED).text()).contains(phrase("check.ask"));
        assertThat(Talk.known().asks(words, "risk/scams").text())
                .doesNotContain(phrase("check.ask"));
    }
}
