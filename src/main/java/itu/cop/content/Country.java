package itu.cop.content;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * One file of {@code countries/}.
 *
 * @param code ISO 3166 in lower case
 * @param name in English
 * @param zones its time zones; exactly one means that the country tells the time
 * @param emergency numbers by service; a service may be missing
 */
public record Country(
        String code,
        String name,
        List<ZoneId> zones,
        Map<CrisisPath.Service, EmergencyNumber> emergency,
        List<Helpline> helplines) {
    public Country {
        zones = List.copyOf(zones);
        emergency = Map.copyOf(emergency);
        helplines = List.copyOf(helplines);
    }

    /** A number, with what the source says besides. */
    public record EmergencyNumber(String number, String note) {}
}
