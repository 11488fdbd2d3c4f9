package itu.cop.conversation;

import static itu.cop.conversation.Talk.phrase;
import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.content.Country;
import itu.cop.content.Helpline;
import itu.cop.content.OpeningHours;
import itu.cop.conversation.Effect.Remember;
import itu.cop.person.Fact;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryDialogueTests {
    private static Talk asked() {
        return Talk.known().asks("change my country", "bot/country");
    }

    @Test
    void linesOfAKnownCountryAreShownWithTheirHoursAndDate() {
        var talk = Talk.known().in("ke").asks("helpline", "bot/helpline");
        assertThat(talk.text().lines())
                .containsExactly(
                        "People who listen in Kenya:",
                        "• Old Line: 0999, text 0998 (hours not known) checked 2021-01-01",
                        "• Childline Kenya: 116, chat https://line.example (open now) checked"
                                + " 2026-04-22",
                        "• Night Line: 0800 1 (hours not known, only for Mombasa) checked 2026-04-22",
                        "• Poison Line: 0800 2 (open now) checked 2026-04-22",
                        "• In danger now: 999");
        assertThat(talk.labels()).containsExactly("Change country");
        assertThat(talk.reply.messages()).allMatch(Reply.Message::sensitive);
        assertThat(talk.taps("Change country").text()).isEqualTo(phrase("country.write-it"));
    }

    @Test
    void unknownCountryGetsHelpFirstAndIsAskedAfter() {
        for (var talk :
                List.of(
                        Talk.known().asks("helpline", "bot/helpline"),
                        Talk.known().presses("helpline"),
                        Talk.known().presses("answer:bot/helpline"))) {
            assertThat(talk.text(0))
                    .startsWith(phrase("lines.unknown-country"))
                    .contains("112", "911", "childhelplineinternational.org/helplines");
            assertThat(talk.labels(0)).containsExactly("Menu");
            assertThat(talk.text(1)).isEqualTo(phrase("country.ask"));
            assertThat(talk.labels(1)).hasSize(8).endsWith("Another country", "Rather not say");
        }
    }

    @Test
    void countryThatIsToldBringsItsLines() {
        var talk = asked().taps("Kenya");
        assertThat(talk.reply.effects()).containsExactly(new Remember(new Fact.Country("ke")));
        assertThat(talk.text()).startsWith("People who listen in Kenya:");
        assertThat(talk.labels()).containsExactly("Menu");
        assertThat(talk.reply.messages()).allMatch(Reply.Message::sensitive);
    }

    @ParameterizedTest
    @CsvSource({
        "Kenya, ke",
        "KE, ke",
        "i live in nigeria, ng",
        "niger, ne",
        "england, gb",
        "uk, gb",
        "the states, us",
        "/country kenya, ke",
        "/country ng, ng",
        "4, ke"
    })
    void countriesAreKnownByNameCodeAndShortForm(String words, String code) {
        assertThat(asked().says(words).country).isEqualTo(code);
    }

    @Test
    void countryIsTakenFromASentenceAboutIt() {
        assertThat(Talk.known().asks("i moved to kenya", "bot/country").country).isEqualTo("ke");
        assertThat(Talk.known().asks("helpline in kenya", "bot/helpline").country).isEqualTo("ke");
        assertThat(Talk.known().says("Kenya").country).isEqualTo("ke");
        assertThat(Talk.known().says("kenya is nice").country).isNull();
        assertThat(Talk.known().says("ke").country).isNull();
        assertThat(Talk.known().asks("is it legal in kenya", "risk/scams").country).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "rather not say", "idk", "Rather not say"})
    void refusalIsTakenAndNotAskedAgain(String words) {
        var talk = asked().says(words);
        assertThat(talk.text()).isEqualTo(phrase("country.refused"));
        assertThat(talk.state.countryRefused()).isTrue();
        assertThat(talk.country).isNull();

        talk.asks("helpline", "bot/helpline");
        assertThat(talk.text()).doesNotContain(phrase("country.ask"));
        assertThat(talk.labels()).containsExactly("Menu", "Choose a country");
    }

    @Test
    void commandAsksAndUnknownNamesAreAskedAgainOnlyOnRequest() {
        assertThat(Talk.known().says("/country").text()).isEqualTo(phrase("country.ask"));
        assertThat(Talk.known().presses("country:xx").text()).isEqualTo(phrase("country.ask"));
        assertThat(asked().says("atlantis").text()).startsWith(phrase("miss.first"));
        var other = asked().taps("Another country");
        assertThat(other.labels()).containsExactly("Rather not say");
        assertThat(other.says("ng").country).isEqualTo("ng");
    }

    @Test
    void countryWithoutLinesIsToldSo() {
        assertThat(Talk.known().in("nr").presses("helpline").text())
                .contains(phrase("lines.none-there"), "In danger now: 110");
        assertThat(Talk.known().in("zz").presses("helpline").text())
                .startsWith(phrase("lines.unknown-country"));
    }

    private static Scene scene(Helpline... lines) {
        var country = new Country("ke", "Kenya", List.of(), Map.of(), List.of(lines));
        var small = SmallContent.content();
        var content = new itu.cop.content.Content("1", small.languages(), Map.of("ke", country));
        var talk = Talk.known().in("ke");
        return new Scene(
                content,
                new Turn(
                        talk.person(),
                        talk.state,
                        talk.standing,
                        new Event.Pressed("x"),
                        talk.now));
    }

    private static OpeningHours only(int from, int to) {
        return new OpeningHours(
                ZoneOffset.UTC,
                List.of(
                        new OpeningHours.Span(
                                Set.of(DayOfWeek.values()),
                                LocalTime.of(from, 0),
                                LocalTime.of(to, 0))));
    }

    @Test
    void openLineComesBeforeAClosedOne() {
        var shut = SmallContent.line("Shut", "1", null, only(1, 2), "child", null);
        var open = SmallContent.line("Open", "2", null, only(11, 13), "child", null);
        var lines = new Lines(SmallContent::choose);

        assertThat(lines.child(scene(shut, open), 90)).isEqualTo("Open: 2 (open now)");
        assertThat(lines.child(scene(shut), 90)).isEqualTo("Shut: 1 (closed now, 24/7)");
    }

    @Test
    void longLinesAreToldInShort() {
        var line = SmallContent.line("N".repeat(80), "116", "c.example", null, "child", null);
        var endless = SmallContent.line("N".repeat(80), "1".repeat(90), null, null, "child", null);
        var lines = new Lines(SmallContent::choose);

        assertThat(lines.child(scene(line), 80)).isEqualTo("Helpline: 116 (hours not known)");
        assertThat(lines.child(scene(line), 31)).isEqualTo("Helpline: 116 (hours not known)");
        assertThat(lines.child(scene(line), 30)).isEqualTo(phrase("lines.none-there"));
        assertThat(lines.child(scene(endless), 80)).isEqualTo(phrase("lines.none-there"));
    }

    @Test
    void countryWithoutNumbersUsesTheWordsThatWorkAnywhere() {
        var lines = new Lines(SmallContent::choose);
        assertThat(lines.emergency(scene(), "Call", itu.cop.content.CrisisPath.Service.POLICE))
                .isEqualTo(phrase("lines.emergency-unknown"));
        assertThat(
                        lines.referral(
                                        scene(),
                                        SmallContent.ABUSE,
                                        itu.cop.content.CrisisPath.Service.POLICE)
                                .lines())
                .containsExactly(
                        "• " + phrase("lines.emergency-unknown"),
                        "• " + phrase("lines.none-there"),
                        "• " + phrase("referral.adult"));
    }

    @Test
    void lineThatIsOnlyASiteIsStillALine() {
        var site =
                new Helpline(
                        "Site",
                        null,
                        null,
                        null,
                        null,
                        "https://a.example",
                        null,
                        null,
                        List.of(),
                        List.of("child"),
                        null,
                        null,
                        Helpline.Confidence.A,
                        "test",
                        java.time.LocalDate.of(2026, 4, 22));
        assertThat(new Lines(SmallContent::choose).child(scene(site), 90))
                .isEqualTo("Site: https://a.example (hours not known)");
    }
}
