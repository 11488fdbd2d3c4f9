package itu.cop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.CrisisPath;
import itu.cop.content.Severity;
import itu.cop.person.AgeBand;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever was going on before, a crisis is answered by its protocol and nothing is lost. */
class CrisisProtocolTests {
    private static final List<String> STEPS =
            List.of(
                    "menu",
                    "quiz:passwords",
                    "quiz:go-on",
                    "tip:respect",
                    "answer:risk/scams",
                    "answer:risk/cyberbullying",
                    "answer:risk/image-leaked",
                    "answer:bot/subscribe",
                    "answer:bot/country",
                    "answer:bot/language",
                    "helpline",
                    "age:under-13",
                    "age:16-18",
                    "age:adult",
                    "country:ke",
                    "country:nr",
                    "country:none",
                    "data:erase:no",
                    "help:no",
                    "check:no",
                    "platform:instagram:block",
                    "door:risk/scams:friend",
                    "say:yes",
                    "say:no",
                    "say:1",
                    "say:a",
                    "say:/forget",
                    "say:/mydata",
                    "say:stop",
                    "say:hide",
                    "say:blub",
                    "say:help me",
                    "say:14",
                    "crisis:say:suicide:acted",
                    "crisis:call:medical:",
                    "crisis:no:suicide:",
                    "danger:crisis/abuse-at-home",
                    "danger:crisis/medical",
                    "relayed:blub");

    @Provide
    Arbitrary<List<String>> pasts() {
        return Arbitraries.of(STEPS).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<CrisisPath> paths() {
        return Arbitraries.of(SmallContent.PATHS);
    }

    private static void step(Talk talk, String step) {
        if (step.startsWith("say:")) {
            talk.says(step.substring(4));
        } else if (step.startsWith("danger:")) {
            talk.danger("x", step.substring(7), Severity.URGENT);
        } else if (step.startsWith("relayed:")) {
            var none =
                    Talk.understood(
                            "none",
                            Severity.NONE,
                            true,
                            itu.cop.understanding.Understood.Outcome.NONE);
            talk.happens(new Event.Said("blub", none, true, false));
        } else {
            talk.presses(step);
        }
        assertThat(talk.reply.messages()).as(step).isNotEmpty();
        assertThat(talk.reply.messages())
                .allMatch(message -> !message.text().isBlank() && message.choices().size() <= 8)
                .allMatch(message ->
                        message.choices().stream().allMatch(c -> c.id().length() <= 200));
        assertThat(talk.state.offered()).hasSizeLessThanOrEqualTo(60);
    }

    private static Talk after(List<String> past, AgeBand age) {
        var talk = new Talk().aged(age);
        past.forEach(step -> step(talk, step));
        return talk;
    }

    @Property(tries = 150)
    void crisisIsAnsweredByItsProtocolWhateverCameBefore(
            @ForAll("pasts") List<String> past,
            @ForAll("paths") CrisisPath path,
            @ForAll AgeBand age,
            @ForAll boolean urgent) {
        var talk = after(past, age);
        var before = talk.state;
        var severity = urgent || talk.age == AgeBand.UNDER_13 ? Severity.URGENT : Severity.SERIOUS;
        var isOpen =
                before.pending().startsWith("crisis:")
                        && !before.pending().equals(CrisisAnswers.LATER);

        talk.danger("x", path.id(), severity);

        assertThat(talk.reply.effects()).contains(new Effect.Escalate(severity, path.id(), true));
        assertThat(talk.reply.messages())
                .allMatch(Reply.Message::crisis)
                .allMatch(Reply.Message::sensitive);
        assertThat(talk.text()).doesNotContain("!").doesNotContain("CRC");
        if (isOpen && path.id().equals(before.crisis() == null ? "" : before.crisis().intent())) {
            return;
        }
        protocol(talk, path, severity);
        if (!isOpen) {
            resumes(talk, before);
        }
    }

    private static void protocol(Talk talk, CrisisPath path, Severity severity) {
        assertThat(talk.text(0)).startsWith(path.opening()).contains(path.belief());
        assertThat(talk.text(0).indexOf('?')).isNegative();
        assertThat(talk.text(0).substring(0, 36))
                .doesNotContainIgnoringCase("call", "police", "now step");
        assertThat(talk.text(0)).contains("I'm a bot: I can't see where you are");
        assertThat(talk.text(1)).endsWith(path.question().asks());
        assertThat(talk.state.pending()).isEqualTo(CrisisAnswers.QUESTION);
        if (severity == Severity.URGENT) {
            assertThat(talk.text(0)).hasSizeLessThanOrEqualTo(300).contains("Call");
            assertThat(talk.labels(0)).containsExactly("I can't call", "That's not it");
        }
        assertThat(talk.labels(1)).hasSizeLessThanOrEqualTo(4).endsWith("I don't want to say");
    }

    private static void resumes(Talk talk, State before) {
        talk.presses("crisis:no:" + "suicide" + ":");
        assertThat(talk.reply.effects()).containsExactly(new Effect.WriterSaysNo());
        assertThat(talk.state.pending()).isEqualTo(before.pending());
        assertThat(talk.state.game()).isEqualTo(before.game());
        assertThat(talk.state.topic()).isEqualTo(before.topic());
        assertThat(talk.state.offered()).containsAll(before.offered());
    }
}
