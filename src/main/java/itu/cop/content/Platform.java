package itu.cop.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Where the safety functions of one platform are. */
public record Platform(
        String name,
        String title,
        List<String> nicknames,
        LocalDate checkedOn,
        Map<Section, List<String>> steps) {
    public Platform {
        nicknames = List.copyOf(nicknames);
        steps = Map.copyOf(steps);
    }

    /** A part of the card. */
    public enum Section {
        REPORT,
        BLOCK,
        PRIVATE,
        RECOVER,
        LOCATION
    }
}
