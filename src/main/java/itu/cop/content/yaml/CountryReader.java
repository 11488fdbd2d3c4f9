package itu.cop.content.yaml;

import itu.cop.content.Country;
import itu.cop.content.Country.EmergencyNumber;
import itu.cop.content.CrisisPath.Service;
import itu.cop.content.Helpline;
import itu.cop.content.Helpline.Confidence;
import itu.cop.content.OpeningHours;
import itu.cop.content.OpeningHours.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a country: emergency numbers and helplines. */
final class CountryReader {
    private static final Pattern SPAN =
            Pattern.compile(
                    "(daily|[A-Z][a-z]{2}(?:[-,][A-Z][a-z]{2})*) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final List<String> DAYS =
            List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private CountryReader() {}

    static Country read(String code, Fields file) {
        var zones = new ArrayList<ZoneId>();
        for (var name : file.texts("zones")) {
            try {
                zones.add(ZoneId.of(name));
            } catch (DateTimeException unknown) {
                file.problemAt("zones", "\"" + name + "\" is no time zone");
            }
        }
        var country =
                new Country(
                        code,
                        file.text("name"),
                        zones,
                        file.mapIfAny("emergency").map(CountryReader::emergency).orElse(Map.of()),
                        file.list("helplines").stream()
                                .map(line -> helpline(line, zones))
                                .toList());
        file.done();
        return country;
    }

    private static Map<Service, EmergencyNumber> emergency(Fields fields) {
        fields.texts("areas");
        fields.text("source");
        fields.text("confidence");
        fields.text("checked-on");
        fields.mapIfAny("fire").ifPresent(CountryReader::number);
        var numbers = new EnumMap<Service, EmergencyNumber>(Service.class);
        fields.mapIfAny("ambulance").ifPresent(map -> numbers.put(Service.AMBULANCE, number(map)));
        fields.mapIfAny("police")
                .ifPresent(map -> {
                    numbers.put(Service.POLICE, number(map));
                    numbers.put(Service.EMERGENCY, number(map));
                });
        fields.done();
        return numbers;
    }

    private static EmergencyNumber number(Fields fields) {
        var number =
                new EmergencyNumber(fields.text("number"), fields.textIfAny("note").orElse(""));
        fields.done();
        return number;
    }

    private static Helpline helpline(Fields fields, List<ZoneId> zones) {
        var line =
                new Helpline(
                        fields.text("name"),
                        fields.textIfAny("phone").orElse(null),
                        fields.textIfAny("text").orElse(null),
                        fields.textIfAny("chat").orElse(null),
                        fields.textIfAny("email").orElse(null),
                        fields.textIfAny("url").orElse(null),
                        fields.textIfAny("hours").orElse(null),
                        open(fields, zones).orElse(null),
                        fields.texts("languages"),
                        fields.texts("kinds", 1, 9),
                        fields.textIfAny("region").orElse(null),
                        fields.textIfAny("note").orElse(null),
                        fields.constant("confidence", Confidence.class).orElse(Confidence.C),
                        fields.text("source"),
                        fields.date("checked-on").orElse(null));
        if (line.phone() == null
                && line.text() == null
                && line.chat() == null
                && line.email() == null
                && line.url() == null) {
            fields.problem("a helpline needs a phone, text, chat, email or url");
        }
        fields.done();
        return line;
    }

    private static Optional<OpeningHours> open(Fields fields, List<ZoneId> zones) {
        var spans = new ArrayList<Span>();
        for (var text : fields.texts("open")) {
            span(text)
                    .ifPresentOrElse(
                            spans::add,
                            () ->
                                    fields.problemAt(
                                            "open", "write hours as 24/7 or Mon-Fri 09:00-17:00"));
        }
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        var roundTheClock =
                spans.stream()
                        .allMatch(span -> span.from().equals(span.to()) && span.days().size() == 7);
        if (zones.size() != 1 && !roundTheClock) {
            fields.problemAt("open", "hours need a country with exactly one zone");
        }
        return Optional.of(
                new OpeningHours(zones.isEmpty() ? ZoneId.of("UTC") : zones.getFirst(), spans));
    }

    private static Optional<Span> span(String text) {
        if (text.equals("24/7")) {
            return Optional.of(
                    new Span(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MIN));
        }
        var match = SPAN.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Span(
                            days(match.group(1)),
                            LocalTime.parse(match.group(2)),
                            LocalTime.parse(match.group(3))));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    private static Set<DayOfWeek> days(String text) {
        if (text.equals("daily")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var part : text.split(",", -1)) {
            var ends = part.split("-", -1);
            var last = day(ends[ends.length - 1]);
            for (var day = day(ends[0]); ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        var index = DAYS.indexOf(name);
        if (index < 0) {
            throw new DateTimeException("no day " + name.toLowerCase(Locale.ROOT));
        }
        return DayOfWeek.of(index + 1);
    }
}
