package itu.cop.content;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Helpline.Confidence;
import itu.cop.content.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HelplinesTests {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    /** A Tuesday, noon in Nairobi. */
    private static final Instant NOON = Instant.parse("2026-11-24T09:00:00Z");

    private static final OpeningHours MORNINGS =
            new OpeningHours(
                    NAIROBI,
                    List.of(
                            new Span(
                                    Set.of(DayOfWeek.TUESDAY),
                                    LocalTime.of(6, 0),
                                    LocalTime.of(10, 0))));

    @Test
    void openComesBeforeNotKnownBeforeClosed() {
        var country =
                country(
                        line("closed", "child", MORNINGS, Confidence.A),
                        line("unknown", "child", null, Confidence.A),
                        line("open", "child", OpeningHours.always(NAIROBI), Confidence.A));
        assertThat(names(Helplines.choose(country, "en", List.of("child"), NOON, false)))
                .containsExactly("open", "unknown", "closed");
    }

    @Test
    void weakSourcesStayOutOfAnUrgentAnswer() {
        var country =
                country(
                        line("weak", "child", null, Confidence.C),
                        line("dated", "child", null, Confidence.B));
        assertThat(names(Helplines.choose(country, "en", List.of("child"), NOON, true)))
                .containsExactly("dated");
        assertThat(names(Helplines.choose(country, "en", List.of("child"), NOON, false)))
                .containsExactly("dated", "weak");
    }

    @Test
    void kindsComeInTheOrderWanted() {
        var country =
                country(
                        line("child", "child", null, Confidence.A),
                        line("crisis", "crisis", null, Confidence.A),
                        line("other", "general", null, Confidence.A));
        assertThat(names(Helplines.choose(country, "en", List.of("crisis", "child"), NOON, true)))
                .containsExactly("crisis", "child");
        assertThat(names(Helplines.choose(country, "en", List.of(), NOON, false)))
                .startsWith("child");
    }

    @Test
    void hoursMayRunPastMidnight() {
        var nights =
                new OpeningHours(
                        NAIROBI,
                        List.of(
                                new Span(
                                        Set.of(DayOfWeek.MONDAY),
                                        LocalTime.of(19, 0),
                                        LocalTime.of(7, 0))));
        assertThat(nights.isOpen(Instant.parse("2026-11-23T17:00:00Z")))
                .as("Monday 20:00")
                .isTrue();
        assertThat(nights.isOpen(Instant.parse("2026-11-24T03:00:00Z")))
                .as("Tuesday 06:00")
                .isTrue();
        assertThat(nights.isOpen(Instant.parse("2026-11-24T05:00:00Z")))
                .as("Tuesday 08:00")
                .isFalse();
        assertThat(nights.isOpen(Instant.parse("2026-11-24T17:00:00Z")))
                .as("Tuesday 20:00")
                .isFalse();
    }

    @Test
    void aCountryWithoutAStrongChildLineHasNone() {
        assertThat(Helplines.hasChildLine(country(line("weak", "child", null, Confidence.C))))
                .isFalse();
        assertThat(Helplines.hasChildLine(country(line("crisis", "crisis", null, Confidence.A))))
                .isFalse();
        assertThat(Helplines.hasChildLine(country(line("good", "child", null, Confidence.B))))
                .isTrue();
    }

    private static List<String> names(List<Helpline> lines) {
        return lines.stream().map(Helpline::name).toList();
    }

    private static Country country(Helpline... lines) {
        return new Country("ke", "Kenya", List.of(NAIROBI), Map.of(), List.of(lines));
    }

    private static Helpline line(
            String name, String kind, @Nullable OpeningHours open, Confidence confidence) {
        return new Helpline(
                name,
                "116",
                null,
                null,
                null,
                null,
                null,
                open,
                List.of("English"),
                List.of(kind),
                null,
                null,
                confidence,
                "a source",
                null);
    }
}
