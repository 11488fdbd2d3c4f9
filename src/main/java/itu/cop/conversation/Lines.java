package itu.cop.conversation;

import itu.cop.content.Country;
import itu.cop.content.CrisisPath;
import itu.cop.content.CrisisPath.Service;
import itu.cop.content.Helpline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom to call or write to, in words. A number is never guessed. */
final class Lines {
    private static final List<String> LISTENING = List.of("child", "crisis");
    private static final int SHOWN = 4;
    private static final int SHOWN_IN_CRISIS = 2;

    private final Chooser chooser;

    Lines(Chooser chooser) {
        this.chooser = chooser;
    }

    /** What to do now with the number of the right service, or the way on where none is known. */
    String emergency(Scene scene, String what, Service service) {
        return number(scene, service)
                .map(number -> what + ": " + number)
                .orElseGet(() -> scene.phrase("lines.emergency-unknown"));
    }

    /** The number of a service, or the one that stands in for it. */
    Optional<String> number(Scene scene, Service service) {
        return country(scene).flatMap(country -> number(country, service));
    }

    private static Optional<String> number(Country country, Service service) {
        return Stream.of(service, Service.EMERGENCY, Service.POLICE, Service.AMBULANCE)
                .map(country.emergency()::get)
                .filter(Objects::nonNull)
                .map(Country.EmergencyNumber::number)
                .findFirst();
    }

    Optional<Country> country(Scene scene) {
        return Optional.ofNullable(scene.person().country()).flatMap(scene.content()::country);
    }

    /** A child line that answers now, in no more characters than there is room. */
    String child(Scene scene, int room) {
        var lines = choose(scene, LISTENING, true);
        var open = lines.stream().filter(line -> isOpen(line, scene.now())).findFirst();
        return open.or(() -> lines.stream().findFirst()).stream()
                .flatMap(line -> Stream.of(full(scene, line), brief(scene, line)))
                .filter(text -> text.length() <= room)
                .findFirst()
                .orElseGet(() -> directory(scene));
    }

    private String directory(Scene scene) {
        return scene.phrase(country(scene).isEmpty() ? "lines.directory" : "lines.none-there");
    }

    /** The lines of a crisis that leaves time for a second sentence. */
    String forPath(Scene scene, CrisisPath path) {
        var all = new ArrayList<String>();
        var lines = choose(scene, path.referral(), true);
        lines.stream().limit(SHOWN_IN_CRISIS).map(line -> full(scene, line)).forEach(all::add);
        if (lines.isEmpty()) {
            all.add(directory(scene));
        }
        all.add(emergency(scene, scene.phrase("lines.in-danger"), path.service()));
        if (country(scene).isEmpty() && path.referral().contains("image-removal")) {
            all.add(scene.phrase("referral.image-removal"));
        }
        return String.join("\n", all);
    }

    /** Everybody who can help with this, in the order of the path. */
    String referral(Scene scene, CrisisPath path, Service service) {
        var all = new ArrayList<String>();
        for (var kind : path.referral()) {
            one(scene, kind, service).filter(line -> !all.contains(line)).ifPresent(all::add);
        }
        if (choose(scene, LISTENING, true).isEmpty()) {
            all.add(Math.min(1, all.size()), directory(scene));
        }
        return bullets(all);
    }

    private Optional<String> one(Scene scene, String kind, Service service) {
        return switch (kind) {
            case "human" -> Optional.empty();
            case "ambulance", "police", "emergency" -> Optional.of(service(scene, kind, service));
            case "image-removal", "platform", "school", "adult" ->
                    Optional.of(scene.phrase("referral." + kind));
            default ->
                    choose(scene, List.of(kind), true).stream()
                            .filter(line -> line.kinds().contains(kind))
                            .findFirst()
                            .map(line -> full(scene, line));
        };
    }

    private String service(Scene scene, String kind, Service wanted) {
        var service = Service.valueOf(kind.toUpperCase(Locale.ROOT));
        var name = scene.phrase("service." + kind);
        return emergency(scene, name, service == Service.EMERGENCY ? wanted : service);
    }

    /** An answer to "I need a helpline". */
    String help(Scene scene) {
        var danger = emergency(scene, scene.phrase("lines.in-danger"), Service.EMERGENCY);
        var country = country(scene);
        if (country.isEmpty()) {
            return scene.phrase("lines.unknown-country")
                    + "\n"
                    + bullets(List.of(danger))
                    + "\n"
                    + bullets(List.of(scene.phrase("lines.directory")));
        }
        var all = new ArrayList<String>();
        choose(scene, List.of(), false).stream()
                .limit(SHOWN)
                .map(line -> full(scene, line) + checked(scene, line))
                .forEach(all::add);
        if (all.isEmpty()) {
            all.add(scene.phrase("lines.none-there"));
        }
        all.add(danger);
        var name = CountryDialogue.name(country.get(), scene.language().tag());
        return scene.phrase("lines.in-country", "country", name) + "\n" + bullets(all);
    }

    /** Lines one can write to, for somebody who cannot call. */
    String written(Scene scene) {
        var all =
                choose(scene, List.of(), true).stream()
                        .filter(line -> line.text() != null || line.chat() != null)
                        .limit(SHOWN_IN_CRISIS)
                        .map(line -> full(scene, line))
                        .toList();
        return all.isEmpty() ? directory(scene) : bullets(all);
    }

    private List<Helpline> choose(Scene scene, List<String> kinds, boolean urgent) {
        var tag = scene.language().tag();
        return country(scene)
                .map(country -> chooser.choose(country, tag, kinds, scene.now(), urgent))
                .orElse(List.of());
    }

    private String full(Scene scene, Helpline line) {
        return line.name() + ": " + ways(scene, line) + " (" + hours(scene, line) + ")";
    }

    private String brief(Scene scene, Helpline line) {
        var way = line.phone() == null ? ways(scene, line) : line.phone();
        return scene.phrase("lines.child-line") + ": " + way + " (" + open(scene, line) + ")";
    }

    private static String ways(Scene scene, Helpline line) {
        var ways = new ArrayList<String>();
        add(ways, line.phone(), "{way}");
        add(ways, line.text(), scene.phrase("lines.text"));
        add(ways, chat(line), scene.phrase("lines.chat"));
        if (ways.isEmpty()) {
            add(ways, line.url(), "{way}");
        }
        return String.join(", ", ways);
    }

    // a source that only says "webchat" means the one on its site
    private static @Nullable String chat(Helpline line) {
        var chat = line.chat();
        return chat == null || chat.contains(".") || line.url() == null ? chat : line.url();
    }

    private static void add(List<String> ways, @Nullable String way, String frame) {
        if (way != null) {
            ways.add(frame.replace("{way}", way));
        }
    }

    private static String hours(Scene scene, Helpline line) {
        var region = line.region();
        var open = open(scene, line);
        return region == null
                ? open
                : open + ", " + scene.phrase("lines.only-in", "region", region);
    }

    private static String open(Scene scene, Helpline line) {
        if (line.open() == null) {
            return scene.phrase("lines.hours-unknown");
        }
        var hours = line.hours();
        var closed = scene.phrase("lines.closed") + (hours == null ? "" : ", " + hours);
        return isOpen(line, scene.now()) ? scene.phrase("lines.open") : closed;
    }

    private static boolean isOpen(Helpline line, Instant now) {
        var open = line.open();
        return open != null && open.isOpen(now);
    }

    private static String checked(Scene scene, Helpline line) {
        var on = line.checkedOn();
        return on == null ? "" : " " + scene.phrase("lines.checked", "date", on.toString());
    }

    static String bullets(List<String> all) {
        return String.join("\n", all.stream().map(line -> "• " + line).toList());
    }

    /** How lines are chosen, see {@link itu.cop.content.Helplines#choose}. */
    @FunctionalInterface
    interface Chooser {
        List<Helpline> choose(
                Country country, String language, List<String> kinds, Instant now, boolean urgent);
    }
}
