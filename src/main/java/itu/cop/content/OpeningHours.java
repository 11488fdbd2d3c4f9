package itu.cop.content;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** When a helpline answers, in the zone of its country. */
public record OpeningHours(ZoneId zone, List<Span> spans) {
    public OpeningHours {
        spans = List.copyOf(spans);
    }

    /** Around the clock, every day. */
    public static OpeningHours always(ZoneId zone) {
        return new OpeningHours(
                zone, List.of(new Span(Set.of(DayOfWeek.values()), LocalTime.MIN, LocalTime.MIN)));
    }

    /** True when somebody answers at this moment. */
    public boolean isOpen(Instant now) {
        var local = now.atZone(zone);
        return spans.stream()
                .anyMatch(span -> span.covers(local.getDayOfWeek(), local.toLocalTime()));
    }

    /**
     * On these days from then to then; the end may be after midnight, and equal ends mean the whole
     * day.
     */
    public record Span(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Span {
            days = Set.copyOf(days);
        }

        boolean covers(DayOfWeek day, LocalTime time) {
            if (from.equals(to)) {
                return days.contains(day);
            }
            if (from.isBefore(to)) {
                return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
            }
            var evening = days.contains(day) && !time.isBefore(from);
            var afterMidnight = days.contains(day.minus(1)) && time.isBefore(to);
            return evening || afterMidnight;
        }
    }
}
