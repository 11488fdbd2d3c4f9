package itu.cop.content;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Helpline.Confidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HelplineReviewTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate JUST_FRESH = TODAY.minusDays(180);

    @Test
    void listsWhatBlocksALaunchAndWhatIsToBeCheckedAgain() {
        var kenya =
                country(
                        "ke",
                        "Kenya",
                        line("Fresh", "child", Confidence.A, JUST_FRESH),
                        line("Old", "crisis", Confidence.B, JUST_FRESH.minusDays(1)),
                        line("Some day", "crisis", Confidence.C, null));
        var andorra = country("ad", "Andorra");
        var chad = country("td", "Chad", line("Weak", "child", Confidence.C, TODAY));

        assertThat(HelplineReview.of(List.of(kenya, chad, andorra), TODAY))
                .containsExactly(
                        "Launch blockers (no child line of confidence A or B):",
                        "  ad Andorra",
                        "  td Chad",
                        "Helplines to check again (older than 180 days, or undated):",
                        "  ke Kenya",
                        "    Old, B, 2026-05-27",
                        "    Some day, C, undated",
                        "2 launch blockers, 2 helplines to check again");
    }

    private static Country country(String code, String name, Helpline... lines) {
        return new Country(code, name, List.of(), Map.of(), List.of(lines));
    }

    private static Helpline line(
            String name, String kind, Confidence confidence, @Nullable LocalDate checkedOn) {
        return new Helpline(
                name,
                "116",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("English"),
                List.of(kind),
                null,
                null,
                confidence,
                "a source",
                checkedOn);
    }
}
