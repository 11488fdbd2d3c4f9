package itu.cop.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page after signing in: how the bot is doing, and where to go. */
@Controller
class HomePage {
    private static final Map<Status, String> WORDS =
            Map.of(
                    Status.UP, "Working",
                    Status.OUT_OF_SERVICE, "Getting ready",
                    Status.DOWN, "Not working");

    private final HealthEndpoint health;

    HomePage(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping({"/console", "/console/"})
    ModelAndView home() {
        var parts = List.of(part("Answers", "models"), part("Database", "db"));
        return new ModelAndView("console/home", Map.of("parts", parts));
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
