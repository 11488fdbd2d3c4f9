package itu.cop.conversation;

import static itu.cop.conversation.Talk.phrase;
import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Intent.Door;
import itu.cop.content.Severity;
import itu.cop.person.AgeBand;
import itu.cop.understanding.Understood.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MenuDialogueTests {
    @Test
    void firstMessageIsAnsweredBeforeTheBotIntroducesItself() {
        var talk = new Talk().asks("is this a scam", "risk/scams");
        assertThat(talk.reply.messages()).hasSize(3);
        assertThat(talk.text(0)).contains("Valid: risk/scams");
        assertThat(talk.text(1)).isEqualTo(phrase("intro"));
        assertThat(talk.text(2)).isEqualTo(phrase("age.ask"));
        assertThat(talk.labels(2))
                .containsExactly("Under 13", "13-15", "16-18", "I'm an adult", "Rather not say");

        talk.asks("another scam", "risk/scams");
        assertThat(talk.text()).doesNotContain(phrase("intro"), phrase("age.ask"));
    }

    @Test
    void introductionIsShortAndHonest() {
        assertThat(phrase("intro").split(" ")).hasSizeLessThanOrEqualTo(60);
        assertThat(phrase("intro"))
                .contains("a bot", "not a person", "can read this", "in danger", "our team");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/start campaign", "/START@bot"})
    void startIsTheIntroductionItself(String words) {
        var talk = new Talk().says(words);
        assertThat(talk.text(0)).isEqualTo(phrase("intro"));
        assertThat(talk.labels(0)).contains("Helplines", "Title of quiz");
        assertThat(talk.text(1)).isEqualTo(phrase("age.ask"));
        assertThat(talk.reply.messages()).hasSize(2);
        assertThat(new Talk().asks("hi", "bot/greeting").text(0)).isEqualTo(phrase("intro"));
        assertThat(talk.says("/start").text()).isEqualTo("Says help!");
        assertThat(talk.asks("hi", "bot/greeting").text()).isEqualTo("Says greeting!");
    }

    @Test
    void crisisComesBeforeTheIntroductionWhichComesLater() {
        var talk = new Talk().danger("x", "crisis/suicide", Severity.SERIOUS);
        assertThat(talk.text()).doesNotContain(phrase("intro"), phrase("age.ask"));
        talk.taps("I'm safe").asks("hi", "bot/greeting");
        assertThat(talk.text(0)).isEqualTo(phrase("careful.here"));
        assertThat(talk.text(1)).isEqualTo(phrase("intro"));
        assertThat(talk.text()).doesNotContain(phrase("age.ask"));
        assertThat(talk.labels()).contains("Helplines").doesNotContain("Title of quiz");
        assertThat(talk.later(CrisisDialogue.CAREFUL).asks("thanks", "bot/thanks").text())
                .contains("Says thanks", phrase("age.ask"));
    }

    @Test
    void ageWaitsWhileAnotherQuestionIsOpenAndIsAskedOnce() {
        var talk = new Talk().asks("helpline", "bot/helpline");
        assertThat(talk.text()).contains(phrase("intro")).doesNotContain(phrase("age.ask"));
        assertThat(talk.taps("Kenya").text()).contains(phrase("age.ask"));
        assertThat(talk.presses("menu").text()).doesNotContain(phrase("age.ask"));
        assertThat(new Talk().aged(AgeBand.ADULT).presses("menu").text())
                .doesNotContain(phrase("age.ask"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"menu", "help", "Menu", "/help", "start"})
    void menuComesByWord(String words) {
        var talk = Talk.known().says(words);
        assertThat(talk.text()).isEqualTo("Says help!");
        assertThat(talk.labels())
                .containsExactly(
                        "Title of action/report",
                        "Title of action/block",
                        "Title of rights/overview",
                        "Title of quiz",
                        "Title of tip",
                        "Title of confidentiality",
                        "Helplines");
        assertThat(talk.reply.messages()).noneMatch(Reply.Message::sensitive);
    }

    @Test
    void menuComesByIntentButtonAndUnknownButton() {
        assertThat(Talk.known().asks("what can you do", "bot/help").text()).isEqualTo("Says help!");
        assertThat(Talk.known().presses("menu").text()).isEqualTo("Says help!");
        assertThat(Talk.known().presses("something old").text()).isEqualTo("Says help!");
        assertThat(Talk.known().presses("answer:risk/gone").text()).isEqualTo("Says help!");
    }

    @Test
    void greetingIsAnsweredOnceIntroduced() {
        assertThat(Talk.known().asks("hi", "bot/greeting").text()).isEqualTo("Says greeting!");
        assertThat(Talk.known().asks("lol", "bot/smalltalk").labels())
                .containsExactly("Title of help", "Helplines");
    }

    @Test
    void smallTalkInCareStaysCalm() {
        var talk = Talk.known().danger("x", "crisis/suicide", Severity.SERIOUS).taps("I'm safe");
        for (var name : new String[] {"greeting", "smalltalk", "thanks", "yes", "no"}) {
            assertThat(talk.asks("x", "bot/" + name).text()).isEqualTo(phrase("careful.here"));
        }
    }

    @Test
    void guessesAreOffered() {
        var guesses =
                Talk.understood(
                        "risk/scams",
                        Severity.NONE,
                        true,
                        Outcome.DID_YOU_MEAN,
                        "risk/scams",
                        "action/report",
                        "crisis/suicide");
        var talk = Talk.known().hears("hmm", guesses);
        assertThat(talk.text()).isEqualTo(phrase("guess"));
        assertThat(talk.labels())
                .containsExactly("Title of risk/scams", "Title of action/report", "Something else");
        var asked = talk.state;
        assertThat(talk.says("1").text(0)).contains("Valid: risk/scams");
        talk.state = asked;
        assertThat(talk.says("title of action/report").text(0)).contains("action/report");
        talk.state = asked;
        assertThat(talk.says("3").text()).isEqualTo("Says help!");
    }

    @Test
    void guessesWithoutButtonsAreAMiss() {
        var none =
                Talk.understood(
                        "none", Severity.NONE, true, Outcome.DID_YOU_MEAN, "crisis/suicide");
        assertThat(Talk.known().hears("hmm", none).text()).isEqualTo(phrase("miss.first"));
    }

    @Test
    void missesNeverEndInAWall() {
        var talk = Talk.known().asks("x", "risk/scams").says("blub");
        assertThat(talk.text()).isEqualTo(phrase("miss.first"));
        assertThat(talk.labels()).contains("Title of rights/overview", "Helplines");

        talk.says("blub");
        assertThat(talk.text()).isEqualTo(phrase("miss.second"));
        assertThat(talk.labels())
                .startsWith("Title of risk/scams")
                .contains("Helplines")
                .hasSize(8);

        var guess =
                Talk.understood("none", Severity.NONE, true, Outcome.NONE, "risk/stranger-contact");
        talk.hears("blub", guess);
        assertThat(talk.text()).isEqualTo(phrase("miss.more"));
        assertThat(talk.labels()).startsWith("Title of risk/stranger-contact");

        talk.asks("x", "risk/scams").says("blub");
        assertThat(talk.text()).isEqualTo(phrase("miss.first"));
        assertThat(Talk.known().says("a").says("b").labels()).doesNotHaveDuplicates();
    }

    @Test
    void platformAloneOffersItsCards() {
        var named =
                Talk.understood("none", Severity.NONE, true, Outcome.NONE, Door.ME, "instagram");
        var talk = Talk.known().hears("insta", named);
        assertThat(talk.text()).isEqualTo(phrase("miss.platform"));
        assertThat(talk.taps("How to block").text()).contains("on Instagram");
        var other = Talk.understood("none", Severity.NONE, true, Outcome.NONE, Door.ME, "myspace");
        assertThat(Talk.known().hears("x", other).text()).isEqualTo(phrase("miss.first"));
    }

    @Test
    void worryThatIsNotUnderstoodStillBringsHelp() {
        var watch = Talk.understood("none", Severity.WATCH, true, Outcome.NONE);
        assertThat(Talk.known().hears("x", watch).labels()).contains("Helplines");
        var quiz = Talk.known().presses("quiz:passwords").hears("x", watch);
        assertThat(quiz.labels()).contains("Helplines");
    }

    @Test
    void whatOnlyTheModelsCanTellWaitsForThem() {
        var notReady = Talk.understood("none", Severity.NONE, true, Outcome.NOT_READY);
        var talk = Talk.known().hears("x", notReady);
        assertThat(talk.reply.messages()).isEmpty();
        assertThat(talk.reply.effects()).containsExactly(new Effect.AwaitModels());
    }

    @Test
    void forwardedWordsAreAskedAbout() {
        var none = Talk.understood("none", Severity.NONE, true, Outcome.NONE);
        var talk = Talk.known().happens(new Event.Said("stop", none, true, false));
        assertThat(talk.text()).isEqualTo(phrase("relayed.what"));
        assertThat(talk.labels())
                .containsExactly(
                        "Title of risk/stranger-contact",
                        "Title of risk/scams",
                        "Title of action/report",
                        "Helplines",
                        "Menu");
        assertThat(talk.reply.effects()).isEmpty();
        assertThat(talk.reply.messages()).allMatch(Reply.Message::sensitive);
    }

    @Test
    void forwardedYesIsNoAnswer() {
        var none = Talk.understood("none", Severity.NONE, true, Outcome.NONE);
        var talk = Talk.known().says("/forget").happens(new Event.Said("yes", none, true, false));
        assertThat(talk.reply.effects()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Event.Kind.class)
    void whatIsNotOpenedGetsNumbersAndButtons(Event.Kind kind) {
        var talk = Talk.known().in("ke").happens(new Event.Unopened(kind));
        var what =
                switch (kind) {
                    case VOICE -> "voice messages";
                    case PICTURE -> "pictures";
                    case FILE, OTHER -> "files";
                };
        assertThat(talk.text()).startsWith("I don't open " + what).contains("116", "999");
        assertThat(talk.labels()).contains("Helplines", "Title of action/report");
        assertThat(talk.reply.messages()).allMatch(Reply.Message::sensitive);
    }

    @Test
    void pictureLeavesAnOpenQuestionOpen() {
        var talk = Talk.known().danger("x", "crisis/suicide", Severity.SERIOUS);
        talk.happens(new Event.Unopened(Event.Kind.PICTURE));
        assertThat(talk.says("i'm safe").text()).contains("Reaction safe.");
    }

    @Test
    void timerThatWasChosenComesBackWithoutATopic() {
        var talk = Talk.known().danger("x", "crisis/suicide", Severity.SERIOUS);
        talk.happens(new Event.Due("check-in-1"));
        assertThat(talk.text()).isEqualTo(phrase("check-in"));
        assertThat(talk.buttons()).isEmpty();
        assertThat(talk.reply.messages()).noneMatch(Reply.Message::crisis);
        assertThat(talk.state.pending()).isEqualTo(CrisisAnswers.QUESTION);
        assertThat(talk.happens(new Event.Due("tip")).reply.messages()).isEmpty();
        assertThat(talk.held().happens(new Event.Due("check-in-2")).reply.messages()).isEmpty();
    }

    @Test
    void humanInTheChatSpeaksAloneButButtonsWork() {
        var talk = Talk.known().asks("scam?", "risk/scams").held();
        var before = talk.state;
        assertThat(talk.asks("hi", "bot/greeting").reply.messages()).isEmpty();
        assertThat(talk.state).isEqualTo(before);
        assertThat(talk.happens(new Event.Unopened(Event.Kind.VOICE)).reply.messages()).isEmpty();
        assertThat(talk.reply.effects()).isEmpty();
        assertThat(talk.presses("menu").text()).isEqualTo("Says help!");
    }

    @Test
    void typedAnswersBelongToTheLastQuestionOnly() {
        var talk = Talk.known().says("/forget").asks("scam?", "rights/overview").presses("menu");
        assertThat(talk.says("yes").reply.effects()).isEmpty();
    }
}
