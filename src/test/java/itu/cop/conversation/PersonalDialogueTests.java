package itu.cop.conversation;

import static itu.cop.conversation.Talk.phrase;
import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Severity;
import itu.cop.conversation.Effect.Remember;
import itu.cop.person.AgeBand;
import itu.cop.person.Fact;
import itu.cop.person.Fact.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDialogueTests {
    private static final Remember NO_TIPS = new Remember(new Fact.Consent(Purpose.TIPS, false));
    private static final Remember NO_BROADCASTS =
            new Remember(new Fact.Consent(Purpose.BROADCASTS, false));

    @ParameterizedTest
    @ValueSource(
            strings = {"hide", "WIPE!", "code 9", "parents here", "/hide", "/wipe", "/hide@bot"})
    void hidingLeavesOneNeutralLine(String words) {
        var talk = Talk.known().danger("x", "crisis/suicide", Severity.SERIOUS).says(words);

        assertThat(talk.reply.effects()).containsExactly(new Effect.Wipe());
        assertThat(talk.text()).isEqualTo(phrase("hide.done"));
        assertThat(talk.buttons()).isEmpty();
        assertThat(talk.reply.messages()).noneMatch(Reply.Message::sensitive);
        assertThat(talk.state.covered()).isTrue();
        assertThat(talk.state.pending()).isEmpty();
        assertThat(talk.state.offered()).isEmpty();
        assertThat(talk.state.crisis()).isNotNull();
    }

    @Test
    void hidingWorksByButtonAndIntentAndWithAHumanInTheChat() {
        assertThat(Talk.known().presses("hide").reply.effects()).containsExactly(new Effect.Wipe());
        assertThat(Talk.known().asks("clear this", "bot/hide").reply.effects())
                .containsExactly(new Effect.Wipe());
        assertThat(Talk.known().held().says("hide").reply.effects())
                .containsExactly(new Effect.Wipe());
    }

    @Test
    void afterHidingNothingEarlierIsMentioned() {
        var talk =
                Talk.known()
                        .danger("x", "crisis/suicide", Severity.SERIOUS)
                        .says("hide")
                        .says("yes");
        assertThat(talk.text()).doesNotContain("Reaction").startsWith(phrase("miss.first"));
        assertThat(new Talk().says("hide").text()).isEqualTo(phrase("hide.done"));
    }

    @Test
    void hidingForgetsTheTopic() {
        var talk = Talk.known().asks("x", "risk/scams").says("hide");
        assertThat(talk.state.topic()).isNull();
        assertThat(talk.asks("again", "bot/simpler").text()).contains("Says simpler");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "STOP!!!", "stoppp", "unsubscribe", "/stop"})
    void stopStopsAtOnceWithASafetyLine(String words) {
        var talk = Talk.known().says(words);

        assertThat(talk.reply.effects()).containsExactly(NO_TIPS, NO_BROADCASTS);
        assertThat(talk.text()).startsWith(phrase("stop.done"));
        assertThat(talk.labels()).startsWith("Helplines");
        assertThat(talk.state.stopped()).isTrue();
    }

    @Test
    void stopWorksByButtonAndIntentAndWithAHumanInTheChat() {
        assertThat(Talk.known().presses("stop").reply.effects()).contains(NO_TIPS);
        assertThat(Talk.known().asks("no more tips", "bot/unsubscribe").reply.effects())
                .contains(NO_TIPS);
        assertThat(Talk.known().held().says("stop").reply.effects()).contains(NO_TIPS);
    }

    @Test
    void makeItStopIsNotStop() {
        assertThat(Talk.known().says("make it stop").reply.effects()).isEmpty();
        assertThat(Talk.known().says("please stop this").reply.effects()).isEmpty();
    }

    @Test
    void stopEndsTheQuizButNotTheQuestionOfACrisis() {
        assertThat(Talk.known().presses("quiz:passwords").says("stop").state.game()).isNull();

        var talk = Talk.known().danger("x", "crisis/suicide", Severity.SERIOUS).says("stop");
        assertThat(talk.state.pending()).isEqualTo(CrisisAnswers.QUESTION);
        assertThat(talk.says("im safe").text()).contains("Reaction safe.");
    }

    @Test
    void whoStoppedAndAsksIsAnswered() {
        var talk = Talk.known().says("stop").asks("scam?", "risk/scams");
        assertThat(talk.text()).contains("Valid: risk/scams");
        assertThat(talk.state.stopped()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forget", "delete my data"})
    void erasingTakesTwoSteps(String words) {
        var talk = Talk.known().says(words);
        assertThat(talk.reply.effects()).isEmpty();
        assertThat(talk.text()).isEqualTo(phrase("data.erase"));

        talk.taps("Yes, erase it");
        assertThat(talk.reply.effects()).containsExactly(new Effect.Erase());
        assertThat(talk.text()).isEqualTo(phrase("data.erased"));
        assertThat(talk.state).isEqualTo(State.fresh());
    }

    @Test
    void erasingWorksByIntentAndTypedYesAndWithAHumanInTheChat() {
        var talk = Talk.known().held().asks("delete everything", "bot/delete-data").says("yeah");
        assertThat(talk.reply.effects()).containsExactly(new Effect.Erase());
    }

    @Test
    void keepingChangesNothing() {
        var talk = Talk.known().says("/forget").says("no");
        assertThat(talk.reply.effects()).isEmpty();
        assertThat(talk.text()).isEqualTo(phrase("data.kept"));
        assertThat(talk.state.introduced()).isTrue();
        assertThat(Talk.known().says("/mydata").taps("Not now").text())
                .isEqualTo(phrase("data.kept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mydata", "my data"})
    void countsComeFirstAndWordsAfterAWarning(String words) {
        var talk = Talk.known().says(words);
        assertThat(talk.reply.effects()).containsExactly(new Effect.Export(false));
        assertThat(talk.text()).contains("Who can see your screen");

        talk.taps("Show the words");
        assertThat(talk.reply.effects()).containsExactly(new Effect.Export(true));
        assertThat(talk.reply.messages()).allMatch(Reply.Message::sensitive);
        assertThat(talk.text()).isEqualTo(phrase("data.words"));
        assertThat(talk.labels()).containsExactly("Menu");
    }

    @Test
    void unknownDataButtonLeadsToTheMenu() {
        assertThat(Talk.known().presses("data:all").text()).isEqualTo("Says help!");
    }

    @ParameterizedTest
    @CsvSource({
        "Under 13, UNDER_13",
        "13-15, FROM_13_TO_15",
        "16-18, FROM_16_TO_18",
        "i'm an adult, ADULT",
        "rather not say, NOT_SAID",
        "2, FROM_13_TO_15",
        "9, UNDER_13",
        "12, UNDER_13",
        "im 13, FROM_13_TO_15",
        "15, FROM_13_TO_15",
        "i am 16 years old, FROM_16_TO_18",
        "18, FROM_16_TO_18",
        "19, ADULT",
        "idk, NOT_SAID",
        "skip, NOT_SAID"
    })
    void ageIsTakenByButtonOrWords(String words, AgeBand band) {
        var talk = new Talk().asks("scam?", "risk/scams").says(words);
        assertThat(talk.reply.effects()).contains(new Remember(new Fact.Age(band)));
    }

    @Test
    void longerTextAfterTheAgeQuestionIsNotAnAge() {
        var talk = new Talk().asks("scam?", "risk/scams");
        talk.asks("i lost 14 euros in a fake shop, what now", "risk/scams");
        assertThat(talk.reply.effects()).isEmpty();
        assertThat(talk.text()).contains("Valid: risk/scams");
    }

    @Test
    void ageIsTakenAtAnyTimeWhenItIsTold() {
        var talk = Talk.known().asks("im 11 btw and i wanted to tell you", "bot/age");
        assertThat(talk.reply.effects())
                .containsExactly(
                        new Remember(new Fact.Age(AgeBand.UNDER_13)), NO_TIPS, NO_BROADCASTS);
        assertThat(Talk.known().says("im 11").reply.effects()).isEmpty();
        assertThat(Talk.known().asks("my age", "bot/age").text()).contains("Says age");
    }

    @Test
    void under13IsWelcomedWithALineAndWithoutPlay() {
        var talk = Talk.known().in("ke").presses("age:under-13");
        assertThat(talk.text()).startsWith(phrase("age.thanks-under-13")).contains("116");
        assertThat(talk.labels()).containsExactly("Title of help", "Helplines");
        assertThat(talk.reply.messages()).allMatch(Reply.Message::sensitive);
        assertThat(talk.asks("scam?", "risk/scams").text()).contains("Valid: risk/scams");
        assertThat(talk.asks("quiz", "bot/quiz").text()).startsWith(phrase("play.under-13"));
        assertThat(talk.presses("tip:respect").text()).startsWith(phrase("play.under-13"));
        assertThat(talk.presses("quiz:passwords").text()).startsWith(phrase("play.under-13"));
        assertThat(talk.presses("subscribe:yes").text()).startsWith(phrase("play.under-13"));
        assertThat(talk.presses("menu").labels()).doesNotContain("Title of quiz", "Title of tip");
    }

    @Test
    void under13EndsAQuiz() {
        var talk = Talk.known().presses("quiz:passwords").presses("age:under-13");
        assertThat(talk.state.game()).isNull();
    }

    @Test
    void adultsGetTheirOwnDoorAndNothingIsConfirmed() {
        var talk = Talk.known().presses("age:adult");
        assertThat(talk.text())
                .isEqualTo(phrase("age.thanks-adult"))
                .contains("can't say whether anyone in particular has written here");
        assertThat(talk.labels()).contains("Title of adult");
        assertThat(talk.asks("my son", "risk/cyberbullying").text())
                .contains("risk/cyberbullying ADULT");
    }

    @Test
    void agesHaveTheirOwnThanks() {
        assertThat(Talk.known().presses("age:16-18").text()).isEqualTo(phrase("age.thanks"));
        assertThat(Talk.known().presses("age:16-18").labels()).contains("Title of quiz");
        assertThat(Talk.known().presses("age:not-said").text())
                .isEqualTo(phrase("age.thanks-not-said"));
        assertThat(Talk.known().presses("age:100").text()).isEqualTo("Says help!");
    }

    @Test
    void languageIsAskedAndChanged() {
        var talk = Talk.known().asks("other language", "bot/language");
        assertThat(talk.text()).isEqualTo(phrase("language.ask"));
        assertThat(talk.labels()).containsExactly("English");
        assertThat(talk.state.pending()).isEqualTo("language");

        talk.says("English");
        assertThat(talk.reply.effects()).containsExactly(new Remember(new Fact.Language("en")));
        assertThat(talk.text()).isEqualTo(phrase("language.done"));
    }

    @Test
    void languageIsTakenFromACommandOrASentence() {
        var done = new Remember(new Fact.Language("en"));
        assertThat(Talk.known().says("/language english").reply.effects()).containsExactly(done);
        assertThat(Talk.known().asks("english please", "bot/language").reply.effects())
                .containsExactly(done);
        assertThat(Talk.known().says("/language").says("in english pls").reply.effects())
                .containsExactly(done);
        assertThat(Talk.known().presses("lang:en").reply.effects()).containsExactly(done);
        assertThat(Talk.known().presses("lang:xx").text()).isEqualTo(phrase("language.ask"));
        assertThat(Talk.known().says("english homework").reply.effects()).isEmpty();
    }
}
