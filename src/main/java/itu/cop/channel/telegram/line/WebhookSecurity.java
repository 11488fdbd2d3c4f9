package itu.cop.channel.telegram.line;

import itu.cop.channel.telegram.api.TelegramIsOn;
import itu.cop.channel.telegram.api.TelegramSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Opens the webhook to who knows the secret, for small bodies, and only where there is one. */
@Configuration(proxyBeanMethods = false)
@Conditional(TelegramIsOn.class)
class WebhookSecurity {
    private static final int LARGEST = 512 * 1024;

    @Bean
    @Order(25)
    SecurityFilterChain telegramDoor(
            HttpSecurity http, TelegramSettings settings, WebhookSecret secret) {
        return http.securityMatcher("/telegram/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // the secret is in a header
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new Guard(settings, secret), AuthorizationFilter.class)
                .build();
    }

    /** Says no before a byte of the body is read. */
    private static final class Guard extends OncePerRequestFilter {
        private final boolean open;
        private final WebhookSecret secret;

        Guard(TelegramSettings settings, WebhookSecret secret) {
            this.open = settings.webhook() != null;
            this.secret = secret;
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var refusal = refusal(request);
            if (refusal == null) {
                chain.doFilter(request, response);
            } else {
                response.setStatus(refusal.value());
            }
        }

        private @org.jspecify.annotations.Nullable HttpStatus refusal(HttpServletRequest request) {
            if (!open) {
                return HttpStatus.NOT_FOUND;
            }
            if (!secret.matches(request.getHeader(WebhookSecret.HEADER))) {
                return HttpStatus.UNAUTHORIZED;
            }
            if (request.getContentLengthLong() < 0) {
                return HttpStatus.LENGTH_REQUIRED;
            }
            return request.getContentLengthLong() > LARGEST ? HttpStatus.CONTENT_TOO_LARGE : null;
        }
    }
}
