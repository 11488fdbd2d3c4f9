package itu.cop.inbox;

import itu.cop.channel.PersonalData;
import itu.cop.channel.PersonalData.Kept;
import itu.cop.channel.PersonalData.Words;
import itu.cop.content.ContentFolder;
import itu.cop.content.Language;
import itu.cop.person.Person;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes down what is kept about a person, for that person. */
@Component
class MyData {
    /** No channel takes much more in one message. */
    static final int LONGEST = 3500;

    private final List<PersonalData> keepers;
    private final ContentFolder content;

    MyData(List<PersonalData> keepers, ContentFolder content) {
        this.keepers = keepers;
        this.content = content;
    }

    /** Kinds, counts and dates; no words. */
    String counts(Person person) {
        var phrases = content.current().in(person.language());
        var dates = dates(person, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
        var lines = new ArrayList<String>();
        keepers.stream()
                .flatMap(keeper -> keeper.kept(person.id()).stream())
                .sorted(Comparator.comparing(Kept::kind))
                .map(kept -> line(phrases, kept, dates))
                .forEach(lines::add);
        lines.addFirst(phrases.phrase(lines.isEmpty() ? "mydata.nothing" : "mydata.intro"));
        return String.join("\n", lines);
    }

    private static String line(Language phrases, Kept kept, DateTimeFormatter dates) {
        // A kind that has no phrase yet is still shown: nothing kept is left out.
        var key = phrases.phrases().containsKey(kept.kind()) ? kept.kind() : "mydata.other";
        var count = String.valueOf(kept.count());
        return phrases.phrase(key, "count", count, "since", dates.format(kept.oldest()));
    }

    /** The words themselves, oldest first, in pieces that every channel takes. */
    List<String> words(Person person) {
        var phrases = content.current().in(person.language());
        var dates = dates(person, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT));
        var lines =
                keepers.stream()
                        .flatMap(keeper -> keeper.words(person.id()).stream())
                        .sorted(Comparator.comparing(Words::at))
                        .map(words -> line(phrases, words, dates))
                        .toList();
        return lines.isEmpty() ? List.of(phrases.phrase("mydata.nothing")) : pages(lines);
    }

    private static String line(Language phrases, Words words, DateTimeFormatter dates) {
        var who = phrases.phrase(words.byPerson() ? "mydata.you" : "mydata.bot");
        return dates.format(words.at()) + " " + who + ": " + words.text();
    }

    private static List<String> pages(List<String> lines) {
        var pages = new ArrayList<String>();
        var page = new StringBuilder();
        for (var line : lines) {
            for (int from = 0; from < line.length(); from = cut(line, from)) {
                var part = line.substring(from, cut(line, from));
                if (page.length() + part.length() >= LONGEST) {
                    pages.add(page.toString());
                    page.setLength(0);
                }
                page.append(page.isEmpty() ? "" : "\n").append(part);
            }
        }
        pages.add(page.toString());
        return pages;
    }

    /** Where a part of a line ends: never between the two halves of one character. */
    private static int cut(String line, int from) {
        var end = Math.min(line.length(), from + LONGEST - 1);
        return end < line.length() && Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end;
    }

    private static DateTimeFormatter dates(Person person, DateTimeFormatter style) {
        ZoneId zone = person.zone() == null ? ZoneOffset.UTC : person.zone();
        return style.withLocale(Locale.forLanguageTag(person.language())).withZone(zone);
    }
}
