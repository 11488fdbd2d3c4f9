package itu.cop.channel.web;

import itu.cop.content.Content;
import itu.cop.content.Country;
import itu.cop.content.CrisisPath;
import itu.cop.content.Gate;
import itu.cop.content.Helpline;
import itu.cop.content.Helpline.Confidence;
import itu.cop.content.Language;
import itu.cop.content.OpeningHours;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The real phrases, and a few countries that show every case of a help page. */
final class SiteContent {
    private static final LocalDate CHECKED = LocalDate.of(2026, 4, 22);
    private static final String SOURCE = "https://childhelplineinternational.org/";

    private SiteContent() {}

    static Content content() {
        var countries = new HashMap<String, Country>();
        for (var country : List.of(kenya(), ireland(), chad(), nauru())) {
            countries.put(country.code(), country);
        }
        return new Content("test", Map.of("en", english()), countries);
    }

    private static Language english() {
        var phrases = new HashMap<String, String>();
        phrases.putAll(phrases(Path.of("intents/en/language.yaml")));
        if (Files.exists(Path.of("web-phrases.yaml"))) {
            phrases.putAll(phrases(Path.of("web-phrases.yaml")));
        }
        return new Language(
                "en",
                "English",
                false,
                phrases,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new Gate(List.of(), List.of(), List.of()),
                List.of());
    }

    private static Map<String, String> phrases(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            Map<String, Map<String, String>> yaml = new Yaml().load(reader);
            return Objects.requireNonNull(yaml.get("phrases"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Country kenya() {
        var zone = ZoneId.of("Africa/Nairobi");
        return new Country(
                "ke",
                "Kenya",
                List.of(zone),
                Map.of(
                        CrisisPath.Service.POLICE, new Country.EmergencyNumber("999", ""),
                        CrisisPath.Service.AMBULANCE,
                                new Country.EmergencyNumber("999", "112 from mobile phones"),
                        CrisisPath.Service.EMERGENCY, new Country.EmergencyNumber("112", "")),
                List.of(
                        line("Lifeline", "1195", List.of("crisis"), Confidence.C, null),
                        new Helpline(
                                "Childline Kenya",
                                "116",
                                "whatsapp +254 722 116 116",
                                "webchat",
                                null,
                                "https://www.childlinekenya.co.ke/",
                                "24/7",
                                OpeningHours.always(zone),
                                List.of("Swahili", "English"),
                                List.of("child"),
                                null,
                                null,
                                Confidence.A,
                                SOURCE,
                                CHECKED),
                        line(
                                "Befrienders Kenya",
                                "+254 722 178 177 / 0736 542 304",
                                List.of("crisis"),
                                Confidence.B,
                                "Mon-Fri 09-17")));
    }

    private static Country ireland() {
        return new Country(
                "ie",
                "Ireland",
                List.of(ZoneId.of("Europe/Dublin")),
                Map.of(CrisisPath.Service.EMERGENCY, new Country.EmergencyNumber("112 / 999", "")),
                List.of(
                        line(
                                "Childline",
                                "1800 66 66 66",
                                List.of("child"),
                                Confidence.A,
                                "24/7")));
    }

    private static Country chad() {
        return new Country(
                "td",
                "Chad",
                List.of(ZoneId.of("Africa/Ndjamena")),
                Map.of(CrisisPath.Service.POLICE, new Country.EmergencyNumber("17", "")),
                List.of(line("Old line", "2020", List.of("child"), Confidence.C, null)));
    }

    private static Country nauru() {
        return new Country("nr", "Nauru", List.of(ZoneId.of("Pacific/Nauru")), Map.of(), List.of());
    }

    private static Helpline line(
            String name,
            String phone,
            List<String> kinds,
            Confidence confidence,
            @Nullable String hours) {
        return new Helpline(
                name,
                phone,
                null,
                null,
                null,
                null,
                hours,
                null,
                List.of(),
                kinds,
                null,
                null,
                confidence,
                confidence == Confidence.C ? "an old list" : SOURCE,
                CHECKED);
    }
}
