package itu.cop.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives every page of the console what its frame shows: who is signed in, their menu, and what is
 * wrong with the alarm.
 */
@Component
class ConsoleFrame implements WebMvcConfigurer, HandlerInterceptor {
    private final List<ConsolePage> pages;
    private final ObjectProvider<Alarm> alarms;

    ConsoleFrame(List<ConsolePage> pages, ObjectProvider<Alarm> alarms) {
        this.alarms = alarms;
        this.pages = pages.stream().sorted(Comparator.comparingInt(ConsolePage::order)).toList();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/console", "/console/**")
                .excludePathPatterns("/console/assets/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Staff staff) {
            request.setAttribute("staff", staff);
            request.setAttribute("menu", pages.stream().filter(page -> page.isFor(staff)).toList());
            request.setAttribute("here", request.getRequestURI());
            request.setAttribute(
                    "troubles",
                    Optional.ofNullable(alarms.getIfAvailable())
                            .map(Alarm::troubles)
                            .orElse(List.of()));
        }
        return true;
    }
}
