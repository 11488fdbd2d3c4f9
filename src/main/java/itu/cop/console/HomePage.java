package itu.cop.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page after signing in: how the bot is doing, and where to go. */
@Controller
class HomePage {
    private static final Map<Status, String> WORDS =
            Map.of(
                    Status.UP, "Working",
                    Status.OUT_OF_SERVICE, "Getting ready",
                    Status.DOWN, "Not working");

    static final String TEST_NOTICE = "/console/test-notice";

    private final HealthEndpoint health;
    private final ObjectProvider<Alarm> alarms;
    private final Audit audit;

    HomePage(HealthEndpoint health, ObjectProvider<Alarm> alarms, Audit audit) {
        this.health = health;
        this.alarms = alarms;
        this.audit = audit;
    }

    /**
     * @param notice what became of a test notice, as {@link #testNotice} tells it
     */
    @GetMapping({"/console", "/console/"})
    ModelAndView home(
            @AuthenticationPrincipal Staff staff, @RequestParam(defaultValue = "") String notice) {
        var page = new ModelAndView("console/home");
        page.addObject("parts", List.of(part("Answers", "models"), part("Database", "db")));
        page.addObject("notice", notice);
        page.addObject(
                "mayTest",
                staff.roles().contains(Role.ADMINISTRATOR) && alarms.getIfAvailable() != null);
        return page;
    }

    @PostMapping(TEST_NOTICE)
    String testNotice(@AuthenticationPrincipal Staff staff) {
        audit.note(staff.id(), "test-notice", staff.id().toString());
        var result = alarms.getObject().test();
        return "redirect:/console?notice=" + result.name().toLowerCase(Locale.ROOT);
    }

    private Part part(String title, String path) {
        var status =
                Optional.ofNullable(health.healthForPath(path))
                        .map(found -> found.getStatus())
                        .orElse(Status.UNKNOWN);
        return new Part(title, WORDS.getOrDefault(status, "Not known"), Status.UP.equals(status));
    }

    /** One part of the bot and how it is doing. */
    record Part(String title, String state, boolean working) {}
}
