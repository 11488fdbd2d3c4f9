package itu.cop.understanding;

import static itu.cop.content.Severity.NONE;
import static itu.cop.content.Severity.SERIOUS;
import static itu.cop.content.Severity.URGENT;
import static itu.cop.content.Severity.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Gate;
import itu.cop.content.Severity;
import itu.cop.understanding.RiskGate.Finding;
import itu.cop.understanding.RiskGate.Hunch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskGateTests {
    private static final RiskGate.Model NO_MODEL = _ -> Hunch.NOTHING;

    private final RiskGate gate = new RiskGate(SmallContent.gate());

    @ParameterizedTest
    @CsvSource({
        "i want to die, crisis/suicide, SERIOUS",
        "I WANNA D1E, crisis/suicide, SERIOUS",
        "i want to die tonight, crisis/suicide, URGENT",
        "tonight is pizza night, , NONE",
        "i took all of them, crisis/medical, URGENT",
        "he hits me, crisis/abuse-at-home, SERIOUS",
        "everybody hates me, , WATCH",
        "hello there, , NONE",
        "'', , NONE",
    })
    void patternsFindAndRaisersRaise(String text, String intent, Severity severity) {
        var finding = look(text);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.intent()).isEqualTo(intent);
        assertThat(finding.clear()).isEqualTo(severity.isCrisis());
    }

    @ParameterizedTest
    @CsvSource({
        "i dont want to die, NONE",
        "i dont want to die but yes i want to die, SERIOUS",
        "years ago i want to die, NONE",
        "i want to die of embarrassment, NONE",
    })
    void anExceptionVoidsTheWordsItTouchesOrTheWholeWhenItTouchesNone(
            String text, Severity severity) {
        assertThat(look(text).severity()).isEqualTo(severity);
    }

    @Test
    void anExceptionOfOnePatternLeavesTheOthers() {
        assertThat(look("years ago i want to die and he hits me").intent())
                .isEqualTo("crisis/abuse-at-home");
    }

    @ParameterizedTest
    @CsvSource({
        "my phone died so i want to die, SERIOUS",
        "this homework makes me want to die, NONE",
        "want this homework makes me to die, NONE",
        "i want my phone died to die, NONE",
    })
    void figuresOfSpeechAreTakenOutFirst(String text, Severity severity) {
        assertThat(look(text).severity()).isEqualTo(severity);
    }

    @Test
    void ofTwoCrisesTheSoonerHarmCountsAndTheHigherSeverity() {
        assertThat(look("he hits me and i took all of them"))
                .isEqualTo(new Finding("crisis/medical", URGENT, true));
        assertThat(look("i took all of them i want to die"))
                .isEqualTo(new Finding("crisis/suicide", URGENT, true));
        assertThat(look("i am lost now and he hits me").intent()).isEqualTo("crisis/abuse-at-home");
    }

    @ParameterizedTest
    @CsvSource({
        "i took, all of them, crisis/medical, URGENT",
        "i want to, die, crisis/suicide, SERIOUS",
        "i want to die, tonight, crisis/suicide, URGENT",
        "i want to die, hello, , NONE",
        "i want to die tonight, hello, , NONE",
        "he hits me, tonight, , NONE",
        "hello, he hits me, crisis/abuse-at-home, SERIOUS",
        "hello want, to die, crisis/suicide, SERIOUS",
        "my phone, died, , NONE",
    })
    void whatOnlyBothTextsSayCountsToo(
            String recent, String text, String intent, Severity severity) {
        var finding = gate.look(new Utterance(text, recent, "en", false), NO_MODEL);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.intent()).isEqualTo(intent);
    }

    @ParameterizedTest
    @CsvSource({
        "i took all of them, crisis/medical, SERIOUS",
        "i want to die tonight, crisis/suicide, SERIOUS",
        "we will kill you, crisis/threatened, SERIOUS",
        "we will kill you tomorrow, crisis/threatened, URGENT",
        "everybody hates me, , WATCH",
    })
    void ofPassedOnWordsOnlyAThreatWithATimeIsUrgent(
            String text, String intent, Severity severity) {
        var finding = gate.look(new Utterance(text, "", "en", true), NO_MODEL);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.intent()).isEqualTo(intent);
    }

    @Test
    void aHunchJoinsWithoutBeingClear() {
        assertThat(gate.look(Utterance.of("i feel odd today"), hunch(SERIOUS)))
                .isEqualTo(new Finding("crisis/self-harm", SERIOUS, false));
        assertThat(gate.look(Utterance.of("i feel odd today"), hunch(WATCH)))
                .isEqualTo(new Finding(null, WATCH, false));
        assertThat(gate.look(Utterance.of("bleeding now"), hunch(SERIOUS)))
                .isEqualTo(new Finding("crisis/self-harm", URGENT, false));
        assertThat(gate.look(Utterance.of("bleeding now"), hunch(WATCH)).severity())
                .isEqualTo(WATCH);
    }

    @Test
    void clearWordsNameTheIntentBeforeAHunchDoes() {
        RiskGate.Model suicide = _ -> new Hunch("crisis/suicide", SERIOUS);
        assertThat(gate.look(Utterance.of("he hits me"), suicide))
                .isEqualTo(new Finding("crisis/abuse-at-home", SERIOUS, true));
    }

    @Test
    void theModelIsNotAskedAboutTheFewWordsAroundAFigureOfSpeech() {
        assertThat(gate.look(Utterance.of("omg my phone died lol"), hunch(SERIOUS)).severity())
                .isEqualTo(NONE);
        assertThat(gate.look(Utterance.of("omg my phone died help me"), hunch(SERIOUS)).severity())
                .isEqualTo(SERIOUS);
    }

    @Test
    void aFragmentIsJudgedWithWhatCameBefore() {
        RiskGate.Model model =
                text ->
                        text.equals("i have had enough of everything")
                                ? new Hunch("crisis/suicide", SERIOUS)
                                : Hunch.NOTHING;
        assertThat(
                        gate.look(
                                new Utterance("of everything", "i have had enough", "en", false),
                                model))
                .isEqualTo(new Finding("crisis/suicide", SERIOUS, false));
        RiskGate.Model always = hunch(SERIOUS);
        RiskGate.Model onlyBefore =
                text -> text.startsWith("long ago") ? always.hunch(text) : Hunch.NOTHING;
        assertThat(gate.look(new Utterance("ok", "long ago", "en", false), onlyBefore).severity())
                .isEqualTo(NONE);
        RiskGate.Model longer =
                text -> text.startsWith("well a b") ? always.hunch(text) : Hunch.NOTHING;
        assertThat(
                        gate.look(new Utterance("a b c d e f g", "well", "en", false), longer)
                                .severity())
                .isEqualTo(NONE);
        assertThat(gate.look(new Utterance("a b c d e f", "well", "en", false), longer).severity())
                .isEqualTo(SERIOUS);
    }

    @Test
    void wordsInDoubtDecideUnlessTheModelFindsTheTextHarmless() {
        var doubtful =
                new Gate.Pattern(
                        "unsure", "crisis/suicide", SERIOUS, List.of("end it"), List.of(), false);
        var unsure = new RiskGate(new Gate(List.of(doubtful), List.of(), List.of()));
        var said = new Utterance("please end it", "", "en", false);

        assertThat(unsure.look(said, _ -> Hunch.NOTHING).severity()).isEqualTo(SERIOUS);
        assertThat(unsure.look(said, clearing()).severity()).isEqualTo(Severity.WATCH);
    }

    @Test
    void noModelClearsWhatPatternsDecideAlone() {
        var said = new Utterance("i want to die", "", "en", false);

        assertThat(gate.look(said, clearing()).severity().isCrisis()).isTrue();
    }

    private static RiskGate.Model clearing() {
        return new RiskGate.Model() {
            @Override
            public Hunch hunch(String text) {
                return Hunch.NOTHING;
            }

            @Override
            public boolean clears(String text) {
                return true;
            }
        };
    }

    @Test
    void aPatternThatCannotBeReadIsNamedAndTheOthersStillWork() {
        var broken =
                new Gate(
                        List.of(
                                new Gate.Pattern(
                                        "bad",
                                        "crisis/suicide",
                                        SERIOUS,
                                        List.of("(a"),
                                        List.of(),
                                        true),
                                new Gate.Pattern(
                                        "good",
                                        "crisis/suicide",
                                        SERIOUS,
                                        List.of("end it"),
                                        List.of("["),
                                        true)),
                        List.of(new Gate.Raiser("raise", "crisis/suicide", List.of(")"))),
                        List.of(new Gate.Harmless("figure", List.of("*"))));
        var mended = new RiskGate(broken);
        assertThat(mended.problems())
                .containsExactly(
                        "bad: \"(a\" at 3: \")\" is missing",
                        "good: \"[\" at 2: a word is missing",
                        "raise: \")\" at 1: a word is missing",
                        "figure: \"*\" at 1: \"*\" is not a word");
        assertThat(mended.look(Utterance.of("end it"), NO_MODEL).severity()).isEqualTo(SERIOUS);
        assertThat(gate.problems()).isEmpty();
    }

    @Test
    void aCrisisPatternIsNeverBelowSeriousAndAnotherNeverAboveWatch() {
        var odd =
                new RiskGate(
                        new Gate(
                                List.of(
                                        pattern("a", "crisis/runaway", WATCH, "aaa"),
                                        pattern("b", "risk/drugs", URGENT, "bbb")),
                                List.of(new Gate.Raiser("r", "risk/drugs", List.of("now"))),
                                List.of()));
        assertThat(odd.look(Utterance.of("aaa"), NO_MODEL))
                .isEqualTo(new Finding("crisis/runaway", SERIOUS, true));
        assertThat(odd.look(Utterance.of("bbb now"), NO_MODEL))
                .isEqualTo(new Finding(null, WATCH, false));
    }

    private Finding look(String text) {
        return gate.look(Utterance.of(text), NO_MODEL);
    }

    private static RiskGate.Model hunch(Severity severity) {
        return _ -> new Hunch("crisis/self-harm", severity);
    }

    private static Gate.Pattern pattern(String id, String intent, Severity severity, String any) {
        return new Gate.Pattern(id, intent, severity, List.of(any), List.of(), true);
    }
}
