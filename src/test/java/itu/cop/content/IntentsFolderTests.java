package itu.cop.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Over every file of {@code intents/}. Reading them checks their schema; what is said here goes
 * beyond it.
 */
class IntentsFolderTests {
    private static Content content;

    @BeforeAll
    static void readsEveryFile() {
        content = ContentFolder.read(Path.of("intents"));
    }

    @Test
    void everyCrisisOfTheCatalogueHasAPath() {
        assertThat(content.source().crises().keySet())
                .extracting(id -> id.substring("crisis/".length()))
                .containsExactlyInAnyOrder(
                        "suicide",
                        "medical",
                        "self-harm",
                        "abuse-at-home",
                        "sexual-abuse",
                        "sextortion",
                        "grooming",
                        "threatened",
                        "exploitation",
                        "forced-marriage",
                        "runaway",
                        "friend-at-risk",
                        "harming-others");
    }

    @Test
    void noTextInALanguageNamesAPhoneNumber() {
        for (var path : content.source().crises().values()) {
            for (var answer : path.question().answers()) {
                assertThat(answer.says() + answer.steps())
                        .as(path.id())
                        .doesNotContainPattern("\\d{3}");
            }
        }
        for (var intent : content.source().intents().values()) {
            assertThat(intent.answer().values().toString())
                    .as(intent.id())
                    .doesNotContainPattern("\\d{3} ?\\d{3}");
        }
    }

    @Test
    void theOpeningOfACrisisShowsNothingOnALockScreen() {
        for (var path : content.source().crises().values()) {
            assertThat(path.opening().toLowerCase(java.util.Locale.ROOT))
                    .as(path.id())
                    .doesNotContainPattern(
                            "suicid|harm|abus|rape|nude|threat|blackmail|groom|kill|die|hurt|danger|crisis");
        }
    }

    @Test
    void everyEmergencyNumberAndHelplineHasASource() {
        assertThat(content.countries()).hasSizeGreaterThan(200);
        for (var country : content.countries().values()) {
            for (var line : country.helplines()) {
                assertThat(line.source()).as(country.code() + " " + line.name()).isNotBlank();
            }
        }
    }

    /** Not a failure: national teams must find a line before they launch there. */
    @Test
    void listsTheCountriesThatCannotLaunchYet() {
        var blockers = new TreeSet<String>();
        content.countries().values().stream()
                .filter(country -> !Helplines.hasChildLine(country))
                .forEach(country -> blockers.add(country.code()));
        System.out.println(
                "Launch blockers (no child line of confidence A or B): "
                        + blockers.size()
                        + " "
                        + blockers);
        assertThat(blockers).doesNotContain("ke", "gb", "us", "fr", "in");
    }

    @Test
    void countsWhatStillNeedsAReviewer() {
        var source = content.source();
        var open =
                source.intents().values().stream().filter(Intent::toBeReviewed).count()
                        + source.crises().values().stream()
                                .filter(CrisisPath::toBeReviewed)
                                .count();
        System.out.println(
                "To be reviewed before a launch: "
                        + open
                        + " of "
                        + (source.intents().size() + source.crises().size())
                        + " answers");
        assertThat(open).isNotNegative();
    }
}
