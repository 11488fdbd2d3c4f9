package itu.cop.conversation;

import static itu.cop.conversation.Talk.phrase;
import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Severity;
import itu.cop.conversation.Effect.Escalate;
import itu.cop.person.AgeBand;
import itu.cop.person.Fact;
import itu.cop.understanding.Understood.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrisisDialogueTests {
    private static final String SUICIDE = "crisis/suicide";
    private static final String ABUSE = "crisis/abuse-at-home";
    private static final String BOT_LINE = phrase("crisis.bot-line");

    private static Talk serious(Talk talk) {
        return talk.danger("i want to die", SUICIDE, Severity.SERIOUS);
    }

    private static Talk urgent(Talk talk) {
        return talk.danger("i took all of it", SUICIDE, Severity.URGENT);
    }

    @Test
    void urgentBubbleSaysWhatToDoBeforeAnythingElse() {
        var talk = urgent(Talk.known().in("ke"));

        assertThat(talk.text(0).lines())
                .containsExactly(
                        "I'm glad that you wrote this. First:",
                        "Call for the right service, right.: 998",
                        "Childline Kenya: 116, chat https://line.example (open now)",
                        "You are believed here, and you did the right thing now.",
                        BOT_LINE);
        assertThat(talk.labels(0)).containsExactly("I can't call", "That's not it");
        assertThat(talk.text(0)).hasSizeLessThanOrEqualTo(300).doesNotContain("?");
    }

    @Test
    void questionFollowsInItsOwnBubbleWithAWayNotToSay() {
        var talk = urgent(Talk.known().in("ke"));

        assertThat(talk.reply.messages()).hasSize(2);
        assertThat(talk.text(1))
                .isEqualTo(phrase("crisis.privacy") + "\n\nThe question of suicide?");
        assertThat(talk.labels(1))
                .containsExactly(
                        "I'm safe", "I'm not sure", "I've done something", "I don't want to say");
    }

    @Test
    void unknownCountryGetsTheWayThatWorksAnywhereAndIsAskedAfterwards() {
        var talk = urgent(Talk.known());

        assertThat(talk.text(0))
                .contains(phrase("lines.emergency-unknown"), phrase("lines.directory"), BOT_LINE)
                .hasSizeLessThanOrEqualTo(300);
        assertThat(talk.text(1)).endsWith("The question of suicide?");
        assertThat(talk.text(2)).isEqualTo(phrase("crisis.country")).doesNotContain("?");
        assertThat(talk.labels(2))
                .containsExactly(
                        "United Kingdom",
                        "United States",
                        "Nigeria",
                        "Kenya",
                        "South Africa",
                        "Philippines",
                        "Another country",
                        "Rather not say");
    }

    @Test
    void seriousReplyShowsTheLineBeforeTheQuestion() {
        var talk = serious(Talk.known().in("ke"));

        assertThat(talk.text(0).lines())
                .containsExactly(
                        "I'm glad that you wrote this. I'm taking this seriously.",
                        "You are believed here, and you did the right thing now.",
                        "Now step of suicide.",
                        "",
                        "Night Line: 0800 1 (hours not known, only for Mombasa)",
                        "Childline Kenya: 116, chat https://line.example (open now)",
                        "In danger now: 998",
                        "",
                        BOT_LINE);
        assertThat(talk.labels(0)).containsExactly("That's not what I meant");
        assertThat(talk.text(1)).endsWith("The question of suicide?");
    }

    @Test
    void seriousReplyWithoutACountryNamesTakeItDownForPictures() {
        var pictures = Talk.known().danger("he posts them", "crisis/sextortion", Severity.SERIOUS);
        assertThat(pictures.text(0))
                .contains(
                        phrase("lines.directory"),
                        phrase("lines.emergency-unknown"),
                        "takeitdown.ncmec.org");

        assertThat(serious(Talk.known()).text(0)).doesNotContain("takeitdown");
        assertThat(
                        Talk.known()
                                .in("ke")
                                .danger("he posts them", "crisis/sextortion", Severity.SERIOUS)
                                .text(0))
                .doesNotContain("takeitdown");
    }

    @Test
    void countryWithoutALineIsToldSoPlainly() {
        assertThat(urgent(Talk.known().in("nr")).text(0))
                .contains("Call for the right service, right.: 111", phrase("lines.none-there"))
                .hasSizeLessThanOrEqualTo(300);
        assertThat(serious(Talk.known().in("nr")).text(0)).contains(phrase("lines.none-there"));
    }

    @Test
    void missingServiceIsReplacedByAnotherNumberThatIsKnown() {
        var talk = Talk.known().in("ke").danger("x", "crisis/sextortion", Severity.URGENT);

        assertThat(talk.text(0)).contains("right.: 999");
    }

    @Test
    void weakLinesNeverShowInACrisis() {
        var talk = serious(Talk.known().in("ke"));
        assertThat(talk.text()).doesNotContain("Old Line");
        assertThat(talk.presses("crisis:call:suicide:").text()).doesNotContain("Old Line", "0998");
        assertThat(talk.taps("I'm safe").text()).doesNotContain("Old Line");
    }

    @ParameterizedTest
    @EnumSource(
            value = Severity.class,
            names = {"SERIOUS", "URGENT"})
    void crisisEscalatesAtItsSeverityAndIsKeptFromOtherEyes(Severity severity) {
        var talk = Talk.known().danger("x", SUICIDE, severity);

        assertThat(talk.reply.effects()).containsExactly(new Escalate(severity, SUICIDE, true));
        assertThat(talk.reply.messages()).allMatch(Reply.Message::crisis);
        assertThat(talk.reply.messages()).allMatch(Reply.Message::sensitive);
        assertThat(talk.state.crisis())
                .isEqualTo(new State.Crisis(SUICIDE, severity, Talk.START, false));
        assertThat(talk.state.carefulUntil()).isEqualTo(Talk.START.plus(Duration.ofDays(3)));
    }

    @Test
    void under13IsAlwaysUrgent() {
        var talk = serious(Talk.known().aged(AgeBand.UNDER_13).in("ke"));

        assertThat(talk.reply.effects())
                .containsExactly(new Escalate(Severity.URGENT, SUICIDE, true));
        assertThat(talk.labels(0)).contains("I can't call");
        assertThat(talk.taps("I'm safe").text()).contains("Ambulance: 998");
        assertThat(talk.text()).doesNotContain(phrase("crisis.later"));
    }

    @Test
    void unclearWordsAreCheckedAfterTheLine() {
        var talk = Talk.known().in("ke").unclearDanger("kms", SUICIDE, Severity.SERIOUS);

        assertThat(talk.text(0))
                .startsWith("I'm glad that you wrote this. Let me show you who can help.")
                .contains("116");
        assertThat(talk.text(1))
                .isEqualTo(
                        "I'm a bot and may have misread. Did you mean that you have thoughts of not"
                                + " living?");
        assertThat(talk.labels(1))
                .containsExactly("Yes", "That's not what I meant", "I don't want to say");
        assertThat(talk.reply.effects())
                .containsExactly(new Escalate(Severity.SERIOUS, SUICIDE, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yeah", "idk", "1", "whatever"})
    void afterTheCheckAnythingButNoAsksTheQuestion(String words) {
        var talk = Talk.known().unclearDanger("kms", SUICIDE, Severity.SERIOUS).says(words);

        assertThat(talk.text()).contains("The question of suicide?");
        assertThat(talk.state.pending()).isEqualTo(CrisisAnswers.QUESTION);
    }

    @Test
    void notSayingAfterTheCheckAsksTheQuestion() {
        var talk = Talk.known().unclearDanger("kms", SUICIDE, Severity.SERIOUS);
        assertThat(talk.taps("I don't want to say").text()).contains("The question of suicide?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "that's not it", "jk", "2", "That's not what I meant"})
    void noAfterTheCheckIsTaken(String words) {
        var talk = Talk.known().unclearDanger("kms", SUICIDE, Severity.SERIOUS).says(words);

        assertThat(talk.reply.effects()).containsExactly(new Effect.WriterSaysNo());
        assertThat(talk.text()).isEqualTo(phrase("crisis.denied"));
    }

    @Test
    void answerBringsStepsLinesInOrderAndTheWayBack() {
        var talk = serious(Talk.known().in("ke")).taps("I'm safe");

        assertThat(talk.text(0).lines())
                .containsExactly(
                        phrase("crisis.reaction"),
                        "Reaction safe.",
                        "1. Do safe.",
                        "2. Then this.");
        assertThat(talk.text(1).lines())
                .containsExactly(
                        phrase("crisis.reach"),
                        "• Ambulance: 998",
                        "• Night Line: 0800 1 (hours not known, only for" + " Mombasa)",
                        "• Childline Kenya: 116, chat https://line.example (open now)",
                        "• " + phrase("referral.adult"));
        assertThat(talk.text(2)).isEqualTo(phrase("crisis.end"));
        assertThat(talk.labels(2))
                .containsExactly("Words I can copy", "I can't call", "Hide this chat", "Helplines");
        assertThat(talk.text(3)).isEqualTo(phrase("crisis.later"));
        assertThat(talk.labels(3)).containsExactly("Yes", "No");
        assertThat(talk.reply.effects()).isEmpty();
    }

    @Test
    void answerThatRaisesTheCaseEscalatesAgainAndShowsTheNumberFirst() {
        var talk = serious(Talk.known().in("ke")).taps("I've done something");

        assertThat(talk.reply.effects())
                .containsExactly(new Escalate(Severity.URGENT, SUICIDE, true));
        assertThat(talk.text(0).lines().toList().get(1)).isEqualTo("Ambulance: 998");
        assertThat(talk.crisis().severity()).isEqualTo(Severity.URGENT);
        assertThat(talk.reply.messages()).allMatch(Reply.Message::crisis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"idk", "yes", "no", "hmm", "I don't want to say", "4"})
    void unclearAnswerCountsAsTheLessSafeOne(String words) {
        var talk = serious(Talk.known().in("ke")).says(words);

        assertThat(talk.text(0)).contains("Reaction unsure.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"im safe", "I'M SAFE", "1"})
    void answerCanBeTyped(String words) {
        assertThat(serious(Talk.known()).says(words).text(0)).contains("Reaction safe.");
    }

    @Test
    void typedYesAndNoFitTheAnswerThatBeginsWithIt() {
        var home = Talk.known().danger("x", ABUSE, Severity.SERIOUS);
        var state = home.state;
        assertThat(home.says("yep").text(0)).contains("Reaction safe.");
        home.state = state;
        assertThat(home.says("nope").text(0)).contains("Reaction unsafe.");
    }

    @Test
    void yesThatFitsTwoAnswersIsTheLessSafe() {
        var talk = Talk.known().danger("x", "crisis/sexual-abuse", Severity.SERIOUS).says("yes");

        assertThat(talk.text(0)).contains("Reaction recent.");
    }

    @Test
    void moreOfTheSameTakesItAsTheUnclearAnswerAndEscalatesAgain() {
        var talk = serious(Talk.known().in("ke"));
        serious(talk);

        assertThat(talk.text(0)).contains("Reaction unsure.");
        assertThat(talk.reply.effects())
                .containsExactly(new Escalate(Severity.SERIOUS, SUICIDE, true));
    }

    @Test
    void answerThatSoundsLikeAnotherCrisisIsStillTheAnswer() {
        var talk = serious(Talk.known());
        talk.danger("i've done something", "crisis/medical", Severity.URGENT);

        assertThat(talk.text(0)).contains("Reaction acted.");
        assertThat(talk.reply.effects())
                .contains(new Escalate(Severity.URGENT, "crisis/medical", true));
    }

    @Test
    void raisedOrOtherCrisisBeginsItsOwnPath() {
        var talk = serious(Talk.known().in("ke"));
        assertThat(urgent(talk).text(0)).contains("right.: 998");

        talk.danger("my dad hits me", ABUSE, Severity.SERIOUS);
        assertThat(talk.text()).contains("The question of abuse-at-home?");
        assertThat(talk.text(0)).as("still urgent while it is open").contains("right.: 999");
        assertThat(talk.reply.effects())
                .containsExactly(new Escalate(Severity.SERIOUS, ABUSE, true));
    }

    @Test
    void crisisAfterAnAnsweredOneIsAsSeriousAsItIs() {
        var talk = urgent(Talk.known().in("ke")).taps("I'm safe");
        assertThat(serious(talk).labels(0)).containsExactly("That's not what I meant");
    }

    @Test
    void whoCannotCallGetsWaysToWriteAndACardToShow() {
        var talk = urgent(Talk.known().in("ke")).taps("I can't call");

        assertThat(talk.text(0))
                .contains(
                        "• Childline Kenya: 116, chat https://line.example",
                        "Please call 998 for me")
                .startsWith(phrase("crisis.other-ways"));
        assertThat(talk.text(1)).endsWith("The question of suicide?");
        assertThat(talk.state.pending()).isEqualTo(CrisisAnswers.QUESTION);

        var unknown = urgent(Talk.known()).taps("I can't call");
        assertThat(unknown.text(0)).contains(phrase("lines.directory"), phrase("crisis.card"));
    }

    @Test
    void afterThePathCannotCallKeepsHelpAtHand() {
        var talk = serious(Talk.known().in("ke")).taps("I'm safe").taps("I can't call");

        assertThat(talk.reply.messages()).hasSize(1);
        assertThat(talk.labels()).containsExactly("Helplines");
    }

    @Test
    void wordsToCopyAreGiven() {
        var talk = serious(Talk.known()).taps("I'm safe").taps("Words I can copy");
        assertThat(talk.text()).isEqualTo(phrase("crisis.words-lead") + "\n• Words to copy.");
    }

    @Test
    void countryBringsItsLinesAtOnceAndTheQuestionAgain() {
        var talk = serious(Talk.known()).taps("Kenya");

        assertThat(talk.text(0))
                .startsWith(phrase("crisis.local"))
                .contains("• Ambulance: 998", "116");
        assertThat(talk.text(1)).endsWith("The question of suicide?");
        assertThat(talk.reply.effects())
                .containsExactly(new Effect.Remember(new Fact.Country("ke")));
        assertThat(talk.reply.messages()).allMatch(Reply.Message::crisis);
        assertThat(talk.taps("I'm safe").text(0)).contains("Reaction safe.");
    }

    @Test
    void countryCanBeTypedWhileTheQuestionIsOpen() {
        var talk = serious(Talk.known()).says("im in kenya");
        assertThat(talk.country).isEqualTo("ke");

        var longer = serious(Talk.known()).says("he says kenya is where he goes next");
        assertThat(longer.country).isNull();
        assertThat(longer.text(0)).contains("Reaction unsure.");
    }

    @Test
    void refusedCountryIsNeverAskedAgain() {
        var talk = serious(Talk.known()).taps("Rather not say");
        assertThat(talk.text(0)).isEqualTo(phrase("country.refused"));
        assertThat(talk.text(1)).endsWith("The question of suicide?");
        assertThat(talk.state.countryRefused()).isTrue();

        assertThat(urgent(talk).text()).doesNotContain(phrase("crisis.country"));
    }

    @Test
    void anotherCountryIsAskedByNameAndTheQuestionStays() {
        var talk = serious(Talk.known()).taps("Another country");
        assertThat(talk.text(0)).isEqualTo(phrase("country.write-it"));
        assertThat(talk.state.countryRefused()).isFalse();
        assertThat(talk.says("Nigeria").country).isEqualTo("ng");
    }

    @Test
    void askingForLinesShowsThemAndAsksAgain() {
        var talk = serious(Talk.known().in("ke")).asks("a helpline please", "bot/helpline");
        assertThat(talk.text(0)).contains("116");
        assertThat(talk.state.pending()).isEqualTo(CrisisAnswers.QUESTION);
        assertThat(talk.asks("a human please", "bot/human").text(0)).contains("116");
    }

    @Test
    void noRestoresTheQuizAndTheCaseKeepsItsSeverity() {
        var talk = Talk.known().presses("quiz:passwords");
        var before = talk.state;
        urgent(talk).taps("That's not it");

        assertThat(talk.reply.effects()).containsExactly(new Effect.WriterSaysNo());
        assertThat(talk.state.pending()).isEqualTo("quiz");
        assertThat(talk.state.game()).isEqualTo(before.game());
        assertThat(talk.state.offered()).startsWith(before.offered().toArray(new Choice[0]));
        assertThat(talk.text(0)).isEqualTo(phrase("crisis.denied"));
        assertThat(talk.text(1)).contains("A friend wants your password.");
        assertThat(talk.labels(1)).containsExactly("Option 0", "Option 1", "Option 2", "Helplines");
        assertThat(talk.state.crisis())
                .isEqualTo(new State.Crisis(SUICIDE, Severity.URGENT, Talk.START, true));
        assertThat(talk.says("a").text()).contains("Feedback 0", "Which one is hard to guess?");
    }

    @Test
    void noOutOfNothingLeavesHelpAtHand() {
        var talk = serious(Talk.known()).taps("That's not what I meant");
        assertThat(talk.labels()).containsExactly("Helplines");
        assertThat(talk.state.pending()).isEmpty();
        assertThat(talk.state.suspended()).isNull();
    }

    @Test
    void noToAnOldButtonIsTakenToo() {
        var talk = Talk.known().presses("crisis:no:suicide:");
        assertThat(talk.reply.effects()).containsExactly(new Effect.WriterSaysNo());
        assertThat(talk.state.crisis()).isNull();
    }

    @Test
    void chosenFollowUpIsAgreedToAndTimed() {
        var talk = serious(Talk.known()).taps("I'm safe").says("yes");

        assertThat(talk.reply.effects())
                .containsExactly(
                        new Effect.Remember(new Fact.Consent(Fact.Purpose.FOLLOW_UP, true)),
                        new Effect.Remind("check-in-1", Duration.ofHours(12)),
                        new Effect.Remind("check-in-2", Duration.ofDays(3)));
        assertThat(talk.text()).isEqualTo(phrase("crisis.later-yes"));
    }

    @Test
    void declinedFollowUpIsNotTimed() {
        var talk = serious(Talk.known()).taps("I'm safe").says("no");
        assertThat(talk.reply.effects()).isEmpty();
        assertThat(talk.text()).isEqualTo(phrase("crisis.later-no"));
        assertThat(talk.labels()).containsExactly("Helplines");
    }

    @Test
    void pathWithoutFollowUpOffersNone() {
        var talk = Talk.known().danger("x", ABUSE, Severity.SERIOUS).taps("Yes, for now");
        assertThat(talk.text()).doesNotContain(phrase("crisis.later"));
    }

    @Test
    void humanInTheChatSpeaksAloneBelowUrgent() {
        var talk = serious(Talk.known().held());
        assertThat(talk.reply.messages()).isEmpty();
        assertThat(talk.reply.effects())
                .containsExactly(new Escalate(Severity.SERIOUS, SUICIDE, true));
        assertThat(talk.state.carefulUntil()).isNotNull();

        assertThat(urgent(talk).text(0)).contains(BOT_LINE);
        assertThat(talk.says("idk").reply.messages()).isEmpty();
        assertThat(talk.presses("crisis:say:suicide:safe").text(0)).contains("Reaction safe.");
    }

    @Test
    void forwardedWordsAreAskedAbout() {
        var talk = forwarded();
        assertThat(talk.text(0)).contains("116");
        assertThat(talk.text(1))
                .isEqualTo(phrase("crisis.relayed"))
                .contains("Did somebody send you this?");
        assertThat(talk.labels(1))
                .containsExactly(
                        "Yes, to me",
                        "I wrote it",
                        "It's about someone else",
                        "I don't want to say");
    }

    private static Talk forwarded() {
        var understood = Talk.understood(SUICIDE, Severity.SERIOUS, true, Outcome.CRISIS);
        return Talk.known()
                .in("ke")
                .happens(new Event.Said("pay or i post it", understood, true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes, to me", "I wrote it", "I don't want to say", "yes", "hm"})
    void afterForwardedWordsTheQuestionFollows(String answer) {
        assertThat(forwarded().says(answer).text()).contains("The question of suicide?");
    }

    @Test
    void forwardedWordsAboutSomebodyElseAreAFriendAtRisk() {
        var talk = forwarded().taps("It's about someone else");
        assertThat(talk.text()).contains("The question of friend-at-risk?");
        assertThat(talk.crisis().intent()).isEqualTo("crisis/friend-at-risk");
    }

    @Test
    void editedWordsAreAnsweredOnlyWhenTheyTellOfDanger() {
        var talk = Talk.known();
        var calm = Talk.understood("risk/scams", Severity.WATCH, true, Outcome.ANSWER);
        talk.happens(new Event.Said("x", calm, false, true));
        assertThat(talk.reply.messages()).isEmpty();
        var danger = Talk.understood(SUICIDE, Severity.SERIOUS, true, Outcome.CRISIS);
        talk.happens(new Event.Said("x", danger, false, true));
        assertThat(talk.text()).contains("The question of suicide?");
    }

    @Test
    void crisisWithoutAPathStillBringsHelp() {
        var talk = Talk.known().danger("x", "crisis/new", Severity.SERIOUS);
        assertThat(talk.text())
                .contains(phrase("crisis.anytime"), phrase("lines.directory"), BOT_LINE);
        assertThat(talk.reply.effects())
                .containsExactly(new Escalate(Severity.SERIOUS, "crisis/new", true));
        assertThat(talk.says("help me").text()).contains(phrase("crisis.anytime"));
    }

    @Test
    void safeWordBringsTheCrisisBack() {
        var talk = serious(Talk.known().in("ke")).taps("I'm safe").says("hide");
        assertThat(talk.state.covered()).isTrue();

        talk.says("☂️");
        assertThat(talk.text(0)).contains("Now step of suicide.", "116");
        assertThat(talk.text(1)).endsWith("The question of suicide?");
        assertThat(talk.state.covered()).isFalse();
        assertThat(talk.reply.messages()).allMatch(Reply.Message::crisis);
    }

    @Test
    void safeWordWithoutACrisisBringsLinesAndAnOpenEar() {
        for (var talk : List.of(Talk.known(), Talk.known().held())) {
            talk.says("Help me");
            assertThat(talk.text(0)).contains(phrase("lines.directory"), BOT_LINE);
            assertThat(talk.labels(0)).containsExactly("Helplines", "Hide this chat");
            assertThat(talk.text(1)).isEqualTo(phrase("crisis.tell-me"));
            assertThat(talk.text(2)).isEqualTo(phrase("crisis.country"));
            assertThat(talk.reply.messages()).allMatch(Reply.Message::sensitive);
        }
    }

    @Test
    void safeWordAfterANoIsHelpOfAnyKind() {
        var talk = serious(Talk.known()).says("jk").says("help me");
        assertThat(talk.text(0)).startsWith(phrase("crisis.anytime"));
    }

    @Test
    void openQuestionLapsesWithTheCarefulTime() {
        var talk = serious(Talk.known());
        talk.later(Duration.ofHours(71)).says("hm");
        assertThat(talk.text()).contains("Reaction unsure.");

        var late = serious(Talk.known()).later(Duration.ofHours(73)).says("hm");
        assertThat(late.text()).startsWith(phrase("miss.first"));
    }

    @Test
    void unknownCrisisButtonsLeadToTheMenu() {
        for (var id :
                List.of(
                        "crisis:",
                        "crisis:say",
                        "crisis:say:none:x",
                        "crisis:dance:suicide:",
                        "crisis:say:suicide:none")) {
            assertThat(Talk.known().presses(id).labels()).as(id).contains("Helplines");
        }
    }

    @Test
    void unclearAnswerWithoutItsTextAsksAgain() {
        var talk = serious(Talk.known()).presses("crisis:unsaid:medical:");
        assertThat(talk.text(0)).contains("Reaction asleep.");
    }
}
