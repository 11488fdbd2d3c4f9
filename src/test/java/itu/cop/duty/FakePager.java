package itu.cop.duty;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is given, and answers as told. */
final class FakePager implements Pager {
    final List<String> paged = new CopyOnWriteArrayList<>();
    volatile Outcome outcome = new Outcome.Sent();
    private final String name;

    FakePager(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String setting() {
        return "SETTING_OF_" + name;
    }

    @Override
    public Outcome page(Notice notice) {
        paged.add(notice.json());
        return outcome;
    }
}
