package itu.cop.channel.web;

import itu.cop.content.ContentFolder;
import itu.cop.content.Country;
import itu.cop.content.CrisisPath;
import itu.cop.content.Helpline;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Emergency numbers and helplines by country. Needs no session, no scripts and no database. */
@Controller
class HelpPages {
    private static final String CHILD = "child";

    private final ContentFolder content;
    private final PageWords words;
    private final Clock clock;

    HelpPages(ContentFolder content, PageWords words, Clock clock) {
        this.content = content;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/help")
    String index(HttpServletRequest request, HttpServletResponse response, Model model) {
        cache(response);
        return list(request, model, false);
    }

    @GetMapping("/help/{code}")
    Object country(
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var lower = code.toLowerCase(Locale.ROOT);
        var country = content.current().country(lower);
        if (country.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return list(request, model, true);
        }
        if (!lower.equals(code)) {
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(URI.create("/help/" + lower))
                    .build();
        }
        cache(response);
        words.frame(model, request);
        fill(model, country.get());
        return "web/country";
    }

    private String list(HttpServletRequest request, Model model, boolean isUnknown) {
        words.frame(model, request);
        var byName = Comparator.comparing(Country::name);
        model.addAttribute(
                "countries",
                content.current().countries().values().stream().sorted(byName).toList());
        model.addAttribute("unknown", isUnknown);
        return "web/countries";
    }

    private void fill(Model model, Country country) {
        var order = Comparator.comparing((Helpline it) -> !it.kinds().contains(CHILD));
        var lines =
                country.helplines().stream()
                        .sorted(order.thenComparing(Helpline::confidence))
                        .map(this::line)
                        .toList();
        model.addAttribute("country", country);
        model.addAttribute("emergency", emergency(country));
        model.addAttribute("lines", lines);
        model.addAttribute(
                "noChildLine", country.helplines().stream().noneMatch(HelpPages::isSureChildLine));
    }

    private static boolean isSureChildLine(Helpline line) {
        return line.kinds().contains(CHILD) && line.confidence() != Helpline.Confidence.C;
    }

    /** One number to call at once. */
    record Emergency(String service, List<TextPart> number, String note) {}

    private static List<Emergency> emergency(Country country) {
        return List.of(CrisisPath.Service.values()).stream()
                .filter(country.emergency()::containsKey)
                .map(service -> number(service, country))
                .toList();
    }

    private static Emergency number(CrisisPath.Service service, Country country) {
        var number = Objects.requireNonNull(country.emergency().get(service));
        return new Emergency(
                service.name().toLowerCase(Locale.ROOT),
                TextPart.ofPhones(number.number()),
                number.note());
    }

    /**
     * A helpline, ready to be shown.
     *
     * @param open null where the hours cannot be computed with
     * @param source an address, or empty where the source is none
     */
    record Line(
            Helpline facts,
            List<TextPart> phone,
            @Nullable Boolean open,
            String site,
            String source) {}

    private Line line(Helpline it) {
        return new Line(
                it,
                TextPart.ofPhones(Objects.requireNonNullElse(it.phone(), "")),
                it.open() == null ? null : it.open().isOpen(clock.instant()),
                address(it.url()),
                address(it.source()));
    }

    private static String address(@Nullable String text) {
        return text != null && text.matches("https?://\\S+") ? text : "";
    }

    private static void cache(HttpServletResponse response) {
        var five = CacheControl.maxAge(Duration.ofMinutes(5)).getHeaderValue();
        response.setHeader(HttpHeaders.CACHE_CONTROL, five);
    }
}
