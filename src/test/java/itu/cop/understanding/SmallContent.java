package itu.cop.understanding;

import itu.cop.content.Content;
import itu.cop.content.CrisisPath;
import itu.cop.content.Gate;
import itu.cop.content.Intent;
import itu.cop.content.Language;
import itu.cop.content.Platform;
import itu.cop.content.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A little content by hand. */
final class SmallContent {
    private SmallContent() {}

    static Gate gate() {
        return new Gate(
                List.of(
                        pattern(
                                "die",
                                "crisis/suicide",
                                Severity.SERIOUS,
                                List.of("want to die"),
                                List.of(
                                        "dont want to die",
                                        "years ago",
                                        "want to die of embarrass*")),
                        pattern(
                                "took",
                                "crisis/medical",
                                Severity.URGENT,
                                List.of("took all of them"),
                                List.of()),
                        pattern(
                                "hits",
                                "crisis/abuse-at-home",
                                Severity.SERIOUS,
                                List.of("hits me"),
                                List.of()),
                        pattern(
                                "threat",
                                "crisis/threatened",
                                Severity.URGENT,
                                List.of("will kill you"),
                                List.of()),
                        pattern(
                                "lost",
                                "crisis/unknown",
                                Severity.SERIOUS,
                                List.of("am lost"),
                                List.of()),
                        pattern(
                                "hated",
                                "wellbeing/low-mood",
                                Severity.WATCH,
                                List.of("hates me"),
                                List.of())),
                List.of(
                        new Gate.Raiser("tonight", "crisis/suicide", List.of("tonight")),
                        new Gate.Raiser("bleeding", "crisis/self-harm", List.of("bleeding")),
                        new Gate.Raiser("tomorrow", "crisis/threatened", List.of("tomorrow"))),
                List.of(
                        new Gate.Harmless(
                                "figures",
                                List.of("my phone died", "this homework makes me [want to die]"))));
    }

    private static Gate.Pattern pattern(
            String id, String intent, Severity severity, List<String> any, List<String> unless) {
        return new Gate.Pattern(id, intent, severity, any, unless, true);
    }

    /** Four intents and a crisis, each easy to tell from the others. */
    static Content content(String version) {
        var intents =
                Map.of(
                        "risk/scams", intent("risk/scams", Severity.NONE, "free robux scam"),
                        "risk/passwords",
                                intent("risk/passwords", Severity.NONE, "strong password"),
                        "risk/cyberbullying",
                                intent("risk/cyberbullying", Severity.WATCH, "they bully me"),
                        "bot/greeting", intent("bot/greeting", Severity.NONE, "hello hi"));
        var instagram =
                new Platform(
                        "instagram",
                        "Instagram",
                        List.of("insta", "ig"),
                        LocalDate.of(2026, 11, 24),
                        Map.of());
        var english =
                new Language(
                        "en",
                        "English",
                        false,
                        Map.of(),
                        Map.of(),
                        intents,
                        Map.of("crisis/self-harm", crisis()),
                        lines("weather football pizza"),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("instagram", instagram),
                        gate(),
                        List.of());
        return new Content(version, Map.of("en", english), Map.of());
    }

    private static Intent intent(String id, Severity severity, String words) {
        var answer = new Intent.Answer("ok", List.of(), null, null);
        return new Intent(
                id,
                "title",
                severity,
                null,
                null,
                Map.of(Intent.Door.ME, answer),
                null,
                List.of(),
                true,
                lines(words));
    }

    private static CrisisPath crisis() {
        return new CrisisPath(
                "crisis/self-harm",
                "Self-harm",
                Severity.SERIOUS,
                CrisisPath.Service.AMBULANCE,
                "",
                "",
                "",
                "",
                new CrisisPath.Question("?", List.of(), "unsure"),
                List.of(),
                List.of(),
                "",
                List.of(),
                true,
                lines("cutting blade razor"));
    }

    private static List<String> lines(String words) {
        var lines = new ArrayList<String>();
        var around = List.of("", "please", "today", "again", "really", "so", "maybe", "oh");
        for (var before : around) {
            for (var after : around) {
                lines.add((before + " " + words + " " + after).strip());
            }
        }
        return lines;
    }
}
