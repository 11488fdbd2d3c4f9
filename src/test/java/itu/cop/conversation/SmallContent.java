package itu.cop.conversation;

import itu.cop.content.Content;
import itu.cop.content.Country;
import itu.cop.content.CrisisPath;
import itu.cop.content.CrisisPath.Service;
import itu.cop.content.Gate;
import itu.cop.content.Helpline;
import itu.cop.content.Intent;
import itu.cop.content.Intent.Door;
import itu.cop.content.Language;
import itu.cop.content.OpeningHours;
import itu.cop.content.Platform;
import itu.cop.content.Quiz;
import itu.cop.content.Severity;
import itu.cop.content.TipTheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** A content small enough to know by heart, with the real phrases. */
final class SmallContent {
    static final CrisisPath SUICIDE =
            path(
                    "suicide",
                    Severity.SERIOUS,
                    Service.AMBULANCE,
                    List.of(
                            answer("safe", "I'm safe", null, null),
                            answer("unsure", "I'm not sure", null, null),
                            answer(
                                    "acted",
                                    "I've done something",
                                    Severity.URGENT,
                                    Service.AMBULANCE)),
                    "unsure",
                    List.of("ambulance", "crisis", "child", "human", "adult"),
                    List.of(Duration.ofHours(12), Duration.ofDays(3)));
    static final CrisisPath ABUSE =
            path(
                    "abuse-at-home",
                    Severity.SERIOUS,
                    Service.POLICE,
                    List.of(
                            answer("safe", "Yes, for now", null, null),
                            answer("unsafe", "No, not safe", Severity.URGENT, Service.POLICE)),
                    "unsafe",
                    List.of("police", "child", "family", "adult"),
                    List.of());
    static final CrisisPath SEXTORTION =
            path(
                    "sextortion",
                    Severity.SERIOUS,
                    Service.EMERGENCY,
                    List.of(
                            answer("low", "Yes, it is", Severity.URGENT, Service.AMBULANCE),
                            answer("coping", "No, I'm okay", null, null)),
                    "low",
                    List.of("crisis", "image-removal", "platform", "police", "child", "adult"),
                    List.of(Duration.ofHours(5)));
    static final CrisisPath SEXUAL_ABUSE =
            path(
                    "sexual-abuse",
                    Severity.SERIOUS,
                    Service.EMERGENCY,
                    List.of(
                            answer("away", "Yes, I'm away", null, null),
                            answer("recent", "Yes, but recent", Severity.URGENT, Service.EMERGENCY),
                            answer("near", "No, not away", Severity.URGENT, Service.POLICE)),
                    "near",
                    List.of("emergency", "child", "adult"),
                    List.of());
    static final CrisisPath FRIEND =
            path(
                    "friend-at-risk",
                    Severity.SERIOUS,
                    Service.EMERGENCY,
                    List.of(
                            answer(
                                    "danger",
                                    "Yes, or not sure",
                                    Severity.URGENT,
                                    Service.EMERGENCY),
                            answer("not-now", "Not right now", null, null)),
                    "danger",
                    List.of("emergency", "school", "child"),
                    List.of(Duration.ofDays(1)));
    static final CrisisPath MEDICAL =
            path(
                    "medical",
                    Severity.URGENT,
                    Service.AMBULANCE,
                    List.of(
                            answer("asleep", "No, or not sure", Severity.URGENT, Service.AMBULANCE),
                            answer("awake", "Yes", null, null)),
                    "asleep",
                    List.of("ambulance", "poison", "child"),
                    List.of());
    static final List<CrisisPath> PATHS =
            List.of(SUICIDE, ABUSE, SEXTORTION, SEXUAL_ABUSE, FRIEND, MEDICAL);

    private SmallContent() {}

    static Content content() {
        return new Content(
                "1",
                Map.of("en", english()),
                Stream.of(
                                kenya(),
                                country("gb", "United Kingdom", "999", "999"),
                                country("us", "United States", "911", "911"),
                                country("ng", "Nigeria", "112", "112"),
                                country("ne", "Niger", "17", "15"),
                                country("nr", "Nauru", "110", "111"),
                                country("no", "Norway", "112", "113"),
                                country("ph", "Philippines", "911", "911"),
                                country("za", "South Africa", "10111", "10177"))
                        .collect(Collectors.toMap(Country::code, each -> each)));
    }

    /** The rules of the real chooser, as far as these tests need them. */
    static List<Helpline> choose(
            Country country, String language, List<String> kinds, Instant now, boolean urgent) {
        return country.helplines().stream()
                .filter(line -> !urgent || line.confidence() != Helpline.Confidence.C)
                .filter(line -> kinds.isEmpty() || line.kinds().stream().anyMatch(kinds::contains))
                .sorted(Comparator.comparingInt(line -> kinds.indexOf(line.kinds().getFirst())))
                .toList();
    }

    private static Country kenya() {
        var zone = ZoneId.of("Africa/Nairobi");
        var lines =
                List.of(
                        line(
                                "Childline Kenya",
                                "116",
                                "webchat",
                                OpeningHours.always(zone),
                                "child",
                                null),
                        line("Night Line", "0800 1", null, null, "crisis", "Mombasa"),
                        line(
                                "Poison Line",
                                "0800 2",
                                null,
                                OpeningHours.always(zone),
                                "poison",
                                null));
        var weak =
                new Helpline(
                        "Old Line",
                        "0999",
                        "0998",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of("child"),
                        null,
                        null,
                        Helpline.Confidence.C,
                        "test",
                        LocalDate.of(2021, 1, 1));
        return new Country(
                "ke",
                "Kenya",
                List.of(zone),
                Map.of(
                        Service.POLICE, new Country.EmergencyNumber("999", ""),
                        Service.AMBULANCE, new Country.EmergencyNumber("998", "")),
                Stream.concat(Stream.of(weak), lines.stream()).toList());
    }

    static Helpline line(
            String name,
            String phone,
            @Nullable String chat,
            @Nullable OpeningHours open,
            String kind,
            @Nullable String region) {
        return new Helpline(
                name,
                phone,
                null,
                chat,
                null,
                "https://line.example",
                "24/7",
                open,
                List.of("English"),
                List.of(kind),
                region,
                null,
                Helpline.Confidence.A,
                "test",
                LocalDate.of(2026, 4, 22));
    }

    private static Country country(String code, String name, String police, String ambulance) {
        return new Country(
                code,
                name,
                List.of(ZoneOffset.UTC),
                Map.of(
                        Service.POLICE, new Country.EmergencyNumber(police, ""),
                        Service.AMBULANCE, new Country.EmergencyNumber(ambulance, "")),
                List.of());
    }

    private static Language english() {
        var file = yaml();
        return new Language(
                "en",
                "English",
                false,
                phrases(file.get("phrases")),
                words(file.get("words")),
                intents().stream().collect(Collectors.toMap(Intent::id, each -> each)),
                PATHS.stream().collect(Collectors.toMap(CrisisPath::id, each -> each)),
                List.of(),
                List.of(),
                Map.of("passwords", quiz()),
                Map.of("respect", tips()),
                Map.of("instagram", instagram()),
                new Gate(List.of(), List.of(), List.of()),
                List.of());
    }

    private static Map<?, ?> yaml() {
        try (var reader = Files.newBufferedReader(Path.of("intents/en/language.yaml"))) {
            return (Map<?, ?>) new Yaml().load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> phrases(@Nullable Object raw) {
        var all = new HashMap<String, String>();
        ((Map<?, ?>) Objects.requireNonNull(raw))
                .forEach((key, value) -> all.put(key.toString(), value.toString()));
        return all;
    }

    private static Map<String, List<String>> words(@Nullable Object raw) {
        var all = new HashMap<String, List<String>>();
        ((Map<?, ?>) Objects.requireNonNull(raw))
                .forEach((key, value) ->
                        all.put(
                                key.toString(),
                                ((List<?>) value).stream().map(Object::toString).toList()));
        return all;
    }

    private static Quiz quiz() {
        return new Quiz(
                "passwords",
                "Passwords",
                "accounts",
                List.of(
                        question("A friend wants your password.", 0),
                        question("Which one is hard to guess?", 2)));
    }

    private static Quiz.Question question(String asks, int right) {
        return new Quiz.Question(
                asks,
                Stream.of(0, 1, 2)
                        .map(i -> new Quiz.Option("Option " + i, i == right, "Feedback " + i))
                        .toList());
    }

    private static TipTheme tips() {
        return new TipTheme(
                "respect",
                "Respect",
                List.of(
                        new TipTheme.Tip("first", "Tip one!"),
                        new TipTheme.Tip("second", "Tip two")));
    }

    private static Platform instagram() {
        return new Platform(
                "instagram",
                "Instagram",
                List.of("insta"),
                LocalDate.of(2026, 11, 24),
                Map.of(
                        Platform.Section.REPORT, List.of("Tap the dots.", "Tap Report."),
                        Platform.Section.BLOCK, List.of("Tap Block.")));
    }

    private static List<Intent> intents() {
        var all = new ArrayList<Intent>();
        all.add(
                intent(
                        "risk/cyberbullying",
                        Severity.WATCH,
                        null,
                        List.of(Door.ME, Door.FRIEND, Door.DID_IT, Door.ADULT),
                        List.of(
                                "action/report",
                                "action/block",
                                "bot/human",
                                "quiz:passwords",
                                "tip:respect",
                                "bot/helpline")));
        all.add(
                intent(
                        "risk/scams",
                        Severity.NONE,
                        "Scams, short.",
                        List.of(Door.ME, Door.FRIEND),
                        List.of("action/report", "bot/helpline")));
        all.add(
                intent(
                        "risk/image-leaked",
                        Severity.WATCH,
                        null,
                        List.of(Door.ME),
                        List.of("action/report", "bot/helpline")));
        all.add(
                intent(
                        "risk/stranger-contact",
                        Severity.NONE,
                        null,
                        List.of(Door.ME),
                        List.of("action/report")));
        all.add(
                intent(
                        "rights/overview",
                        Severity.NONE,
                        null,
                        List.of(Door.ME, Door.ADULT),
                        List.of("bot/quiz")));
        all.add(
                intent(
                        "wellbeing/low-mood",
                        Severity.WATCH,
                        null,
                        List.of(Door.ME),
                        List.of("bot/helpline")));
        all.add(
                intent(
                        "wellbeing/telling-an-adult",
                        Severity.NONE,
                        null,
                        List.of(Door.ME),
                        List.of("bot/helpline")));
        all.add(
                intent(
                        "action/report",
                        Severity.NONE,
                        null,
                        List.of(Door.ME),
                        List.of("action/block")));
        all.add(
                intent(
                        "action/block",
                        Severity.NONE,
                        null,
                        List.of(Door.ME),
                        List.of("action/report")));
        for (var name :
                List.of(
                        "greeting",
                        "thanks",
                        "help",
                        "human",
                        "helpline",
                        "quiz",
                        "tip",
                        "subscribe",
                        "unsubscribe",
                        "age",
                        "adult",
                        "country",
                        "language",
                        "smalltalk",
                        "yes",
                        "no",
                        "simpler",
                        "confidentiality",
                        "identity",
                        "hide",
                        "delete-data")) {
            all.add(bot(name));
        }
        return all;
    }

    /** An answer of this many characters, without the caring line and the article. */
    static Intent longAnswer(int length) {
        var rest = "1. Step.\n\nYou have a right.\n\nThe last line.".length() + 2;
        var answer =
                new Intent.Answer(
                        "v".repeat(length - rest),
                        List.of("Step."),
                        "You have a right.",
                        "The last line.");
        return new Intent(
                "risk/long",
                "Long",
                Severity.WATCH,
                "CRC 19",
                noSection(),
                Map.of(Door.ME, answer),
                null,
                List.of(),
                false,
                List.of());
    }

    private static Intent bot(String name) {
        var buttons =
                switch (name) {
                    case "quiz" -> List.of("quiz:passwords", "bot/tip");
                    case "tip" -> List.of("tip:respect");
                    default -> List.of("bot/help", "bot/helpline");
                };
        return new Intent(
                "bot/" + name,
                "Title of " + name,
                Severity.NONE,
                null,
                noSection(),
                Map.of(Door.ME, new Intent.Answer("Says " + name + "!", List.of(), null, null)),
                null,
                buttons,
                false,
                List.of());
    }

    static Intent intent(
            String id,
            Severity severity,
            @Nullable String easy,
            List<Door> doors,
            List<String> next) {
        return new Intent(
                id,
                "Title of " + id,
                severity,
                "CRC 19",
                noSection(),
                doors.stream()
                        .collect(Collectors.toMap(door -> door, door -> answer(id + " " + door))),
                easy,
                next,
                false,
                List.of());
    }

    // the annotation of a nested type is not read from a class file
    @SuppressWarnings("NullAway")
    private static Platform.Section noSection() {
        return null;
    }

    private static Intent.Answer answer(String what) {
        return new Intent.Answer(
                "Valid: " + what + ".",
                List.of("Step one.", "Step two.", "Step three."),
                "You have a right.",
                "The last line.");
    }

    private static CrisisPath.Answer answer(
            String id, String label, @Nullable Severity severity, @Nullable Service service) {
        return new CrisisPath.Answer(
                id,
                label,
                severity,
                service,
                "Reaction " + id + ".",
                List.of("Do " + id + ".", "Then this."));
    }

    private static CrisisPath path(
            String name,
            Severity severity,
            Service service,
            List<CrisisPath.Answer> answers,
            String unclear,
            List<String> referral,
            List<Duration> followUp) {
        return new CrisisPath(
                "crisis/" + name,
                "Staff title",
                severity,
                service,
                "I'm glad that you wrote this.",
                "You are believed here, and you did the right thing now.",
                "Call for the right service, right!",
                "Now step of " + name + ".",
                new CrisisPath.Question("The question of " + name + "?", answers, unclear),
                referral,
                List.of("Words to copy."),
                "Desk",
                followUp,
                false,
                List.of());
    }
}
