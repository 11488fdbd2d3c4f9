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
import org.junit.jupiter.params.provider.ValueSource;

class PlayDialogueTests {
    private static final Remember TIPS = new Remember(new Fact.Consent(Purpose.TIPS, true));
    private static final Remember BROADCASTS =
            new Remember(new Fact.Consent(Purpose.BROADCASTS, true));

    @Test
    void quizzesAreOffered() {
        assertThat(Talk.known().asks("quiz", "bot/quiz").labels())
                .containsExactly("Passwords", "Title of tip");
        assertThat(Talk.known().says("/quiz").text()).isEqualTo("Says quiz!");
        assertThat(Talk.known().says("/tip").labels()).containsExactly("Respect");
    }

    @Test
    void questionHasThreeOptions() {
        var talk = Talk.known().presses("quiz:passwords");
        assertThat(talk.text()).isEqualTo("Question 1 of 2\nA friend wants your password.");
        assertThat(talk.labels()).containsExactly("Option 0", "Option 1", "Option 2");
        assertThat(talk.reply.messages()).noneMatch(Reply.Message::sensitive);
        assertThat(talk.state.game()).isEqualTo(new State.Game("passwords", 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "B", "2", "option 1", "b."})
    void optionsCanBeTyped(String words) {
        var talk = Talk.known().presses("quiz:passwords").says(words);
        assertThat(talk.text(0)).isEqualTo("Feedback 1");
        assertThat(talk.text(1)).isEqualTo("Question 2 of 2\nWhich one is hard to guess?");
    }

    @Test
    void endHasKindWordsAndIsRemembered() {
        var talk = Talk.known().presses("quiz:passwords").says("a").says("c");
        assertThat(talk.text(0)).isEqualTo("Feedback 2");
        assertThat(talk.text(1)).isEqualTo(phrase("quiz.end", "right", "2", "of", "2"));
        assertThat(talk.labels()).containsExactly("Title of quiz", "Title of tip", "Title of help");
        assertThat(talk.reply.effects())
                .containsExactly(new Remember(new Fact.QuizResult("passwords", 2, 2, Talk.START)));
        assertThat(talk.state.game()).isNull();
    }

    @Test
    void onlyRightOnesCount() {
        var talk = Talk.known().presses("quiz:passwords").says("b").says("b");
        assertThat(talk.reply.effects())
                .containsExactly(new Remember(new Fact.QuizResult("passwords", 0, 2, Talk.START)));
    }

    @Test
    void otherWordsAreMetKindlyAndTheQuestionStays() {
        var talk = Talk.known().presses("quiz:passwords").says("banana");
        assertThat(talk.text())
                .startsWith(phrase("quiz.pick"))
                .contains("A friend wants your password.");
        assertThat(talk.labels()).containsExactly("Option 0", "Option 1", "Option 2", "Menu");
        assertThat(talk.says("d").text()).contains("Says help!");
        assertThat(talk.says("a").text()).isNotEmpty();
    }

    @Test
    void questionInBetweenIsAnsweredAndTheQuizWaits() {
        var talk = Talk.known().presses("quiz:passwords").says("a").asks("scam?", "risk/scams");
        assertThat(talk.text()).contains("Valid: risk/scams");
        assertThat(talk.labels()).contains("Go on with the quiz?");
        assertThat(talk.state.game()).isEqualTo(new State.Game("passwords", 1, 1));

        talk.taps("Go on with the quiz?");
        assertThat(talk.text()).isEqualTo("Question 2 of 2\nWhich one is hard to guess?");
        assertThat(talk.says("c").reply.effects()).hasSize(1);
    }

    @Test
    void menuLeavesTheQuizWaiting() {
        var talk = Talk.known().presses("quiz:passwords").says("menu");
        assertThat(talk.text()).isEqualTo("Says help!");
        assertThat(talk.labels()).contains("Go on with the quiz?");
        assertThat(talk.presses("quiz:passwords").says("/help").text()).isEqualTo("Says help!");
    }

    @Test
    void olderButtonsShowTheQuestionOfNow() {
        var talk = Talk.known().presses("quiz:passwords").says("a");
        for (var id :
                new String[] {
                    "quiz:passwords:0:1",
                    "quiz:other:1:1",
                    "quiz:passwords:1",
                    "quiz:passwords:1:",
                    "quiz:passwords:1:9",
                    "quiz:passwords:1:x",
                    "quiz:go-on"
                }) {
            talk.presses(id);
            assertThat(talk.text())
                    .as(id)
                    .isEqualTo("Question 2 of 2\nWhich one is hard to guess?");
            assertThat(talk.state.game()).as(id).isEqualTo(new State.Game("passwords", 1, 1));
        }
    }

    @Test
    void buttonsWithoutAQuizOfferQuizzes() {
        assertThat(Talk.known().presses("quiz:go-on").text()).isEqualTo("Says quiz!");
        assertThat(Talk.known().presses("quiz:passwords:0:1").text()).isEqualTo("Says quiz!");
        var gone = Talk.known().presses("quiz:gone");
        assertThat(gone.text()).isEqualTo(phrase("quiz.gone"));
        assertThat(gone.labels()).containsExactly("Menu");
        assertThat(gone.state.game()).isNull();
    }

    @Test
    void tipsComeOneAfterAnother() {
        var talk = Talk.known().asks("tip", "bot/tip").taps("Respect");
        assertThat(talk.text()).isEqualTo("Tip one!");
        assertThat(talk.labels()).containsExactly("Another tip", "Menu");
        assertThat(talk.taps("Another tip").text()).isEqualTo("Tip two");
        assertThat(talk.taps("Another tip").text()).isEqualTo("Tip one!");
        assertThat(talk.taps("Another tip").text()).isEqualTo("Tip two");
        assertThat(talk.state.tips()).containsExactly("first", "second");
        assertThat(Talk.known().presses("tip:none").text()).isEqualTo(phrase("tip.none"));
    }

    @Test
    void careNeedsNoPlay() {
        var talk = Talk.known().presses("quiz:passwords");
        talk.danger("x", "crisis/suicide", Severity.SERIOUS).taps("I'm safe");
        assertThat(talk.asks("quiz", "bot/quiz").text()).isEqualTo(phrase("play.later"));
        assertThat(talk.labels()).containsExactly("Title of help", "Helplines");
        assertThat(talk.presses("quiz:go-on").text()).isEqualTo(phrase("play.later"));
        assertThat(talk.presses("tip:respect").text()).isEqualTo(phrase("play.later"));
        assertThat(talk.asks("tips", "bot/subscribe").text()).isEqualTo(phrase("play.later"));
        assertThat(talk.presses("menu").labels())
                .contains("Helplines")
                .doesNotContain("Title of quiz", "Title of tip", "Go on with the quiz?");

        talk.later(CrisisDialogue.CAREFUL).presses("menu");
        assertThat(talk.labels()).contains("Title of quiz", "Go on with the quiz?");
    }

    @Test
    void messagesAreAgreedToEachApart() {
        var talk = Talk.known().asks("send me tips", "bot/subscribe");
        assertThat(talk.text()).isEqualTo(phrase("subscribe.ask"));
        var asked = talk.state;
        assertThat(talk.says("yes").reply.effects()).containsExactly(TIPS, BROADCASTS);
        assertThat(talk.text()).isEqualTo(phrase("subscribe.done"));
        talk.state = asked;
        assertThat(talk.says("only tips").reply.effects()).containsExactly(TIPS);
        talk.state = asked;
        assertThat(talk.says("no").reply.effects()).isEmpty();
        assertThat(talk.text()).isEqualTo(phrase("subscribe.no"));
    }

    @Test
    void agreeingEndsAnEarlierStop() {
        var talk = Talk.known().says("stop").asks("tips", "bot/subscribe").says("yes");
        assertThat(talk.state.stopped()).isFalse();
    }

    @Test
    void ageIsAskedBeforeMessagesAreAgreedTo() {
        var talk = Talk.known().aged(AgeBand.NOT_SAID).presses("subscribe:yes");
        assertThat(talk.reply.effects()).isEmpty();
        assertThat(talk.text()).isEqualTo(phrase("age.ask"));

        talk.says("16-18");
        assertThat(talk.text()).isEqualTo(phrase("subscribe.ask"));
        assertThat(talk.says("yes").reply.effects()).contains(TIPS);
    }

    @Test
    void adultsGetNoTeenCampaign() {
        var talk = Talk.known().aged(AgeBand.ADULT).asks("tips", "bot/subscribe");
        assertThat(talk.text()).isEqualTo(phrase("subscribe.adult"));
        assertThat(talk.presses("subscribe:yes").reply.effects()).isEmpty();
    }
}
