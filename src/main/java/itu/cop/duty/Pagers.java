package itu.cop.duty;

import java.util.List;

/** The ways that are configured. */
record Pagers(List<Pager> all) {
    Pagers {
        all = List.copyOf(all);
    }
}
