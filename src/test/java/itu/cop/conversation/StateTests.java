package itu.cop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Intent.Door;
import itu.cop.content.Severity;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StateTests {
    private final JsonMapper json = JsonMapper.builder().build();

    private static State full() {
        var now = Instant.parse("2026-11-24T12:00:00Z");
        return State.fresh()
                .with(state -> {
                    state.introduced = true;
                    state.ageAsked = true;
                    state.countryRefused = true;
                    state.stopped = true;
                    state.covered = true;
                    state.pending = "quiz";
                    state.offered = List.of(new Choice("a", "A"));
                    state.game = new State.Game("passwords", 1, 1);
                    state.tips = List.of("one");
                    state.topic = new State.Topic("risk/scams", Door.FRIEND, "instagram");
                    state.misses = 2;
                    state.crisis = new State.Crisis("crisis/suicide", Severity.URGENT, now, true);
                    state.carefulUntil = now;
                    state.worries = List.of(now);
                    state.suspended = new State.Suspended("age", List.of());
                });
    }

    @Test
    void comesBackFromJsonAsItWas() {
        for (var state : List.of(State.fresh(), full())) {
            assertThat(json.readValue(json.writeValueAsString(state), State.class))
                    .isEqualTo(state);
        }
    }

    @Test
    void missingAndUnknownFieldsAreTolerated() {
        assertThat(json.readValue("{}", State.class)).isEqualTo(State.fresh());
        var newer =
                json.readValue(
                        "{\"introduced\":true,\"mood\":1,\"suspended\":{\"pending\":\"age\",\"x\":2},"
                                + "\"game\":{\"quiz\":\"passwords\",\"question\":1,\"right\":0,\"x\":1}}",
                        State.class);
        assertThat(newer.introduced()).isTrue();
        assertThat(newer.suspended()).isEqualTo(new State.Suspended("age", List.of()));
        assertThat(newer.game()).isEqualTo(new State.Game("passwords", 1, 0));
    }

    @Test
    void sizeIsBoundedAndTheNewestStay() {
        var tips = IntStream.range(0, 100).mapToObj(String::valueOf).toList();
        var state = State.fresh().with(edit -> edit.tips = tips);
        assertThat(state.tips()).hasSize(60).startsWith("40").endsWith("99");
    }

    @Test
    void anAnswerIsWholeByItselfAndAFragmentIsNot() {
        var buttons =
                java.util.List.of(new Choice("menu", "Menu"), new Choice("help", "Helplines"));
        var offered = State.fresh().with(edit -> edit.offered = buttons);
        assertThat(offered.expects("Helplines")).isTrue();
        assertThat(offered.expects("2")).isTrue();
        assertThat(offered.expects("i took")).isFalse();
        assertThat(offered.with(edit -> edit.pending = "quiz").expects("i took")).isTrue();
        assertThat(offered.with(edit -> edit.pending = "age").expects("i took")).isFalse();
    }
}
