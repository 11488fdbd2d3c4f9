package itu.cop.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The door of the console: shut, but for the sign-in, and for pages that name who they are for. */
@Configuration
class ConsoleSecurity {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";
    private static final int BCRYPT_STRENGTH = 12;

    ConsoleSecurity() {}

    @Bean
    @Order(20)
    SecurityFilterChain consoleDoor(
            HttpSecurity http, StaffSession session, List<ConsolePage> pages, Audit audit) {
        return http.securityMatcher("/console", "/console/**")
                .authorizeHttpRequests(rules -> open(rules, pages))
                .securityContext(context -> context.securityContextRepository(session))
                .requestCache(RequestCacheConfigurer::disable)
                .exceptionHandling(refusal -> refusal.accessDeniedPage("/console/denied"))
                .formLogin(form ->
                        form.loginPage("/console/sign-in")
                                .usernameParameter("name")
                                .defaultSuccessUrl("/console", true)
                                .failureHandler(ConsoleSecurity::refuse))
                .logout(logout ->
                        logout.logoutUrl("/console/sign-out")
                                .addLogoutHandler((_, _, who) -> noteSignOut(audit, who))
                                .logoutSuccessUrl("/console/sign-in?bye"))
                .headers(ConsoleSecurity::strict)
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_STRENGTH)));
    }

    /** Behind a proxy that speaks TLS the request itself does not look secure. */
    @Bean
    DefaultCookieSerializerCustomizer secureCookie(ConsoleSettings settings) {
        return cookie ->
                cookie.setUseSecureCookie("https".equals(settings.publicUrl().getScheme()));
    }

    private static void open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    rules,
            List<ConsolePage> pages) {
        rules.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll();
        rules.requestMatchers("/console/sign-in", "/console/setup", "/console/assets/**")
                .permitAll();
        rules.requestMatchers("/console", "/console/").hasAnyRole(names(EnumSet.allOf(Role.class)));
        rules.requestMatchers(HttpMethod.POST, HomePage.TEST_NOTICE)
                .hasRole(Role.ADMINISTRATOR.name());
        for (var page : pages) {
            rules.requestMatchers(page.path(), page.path() + "/**").hasAnyRole(names(page.roles()));
        }
        rules.anyRequest().denyAll();
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.sendRedirect(
                "/console/sign-in?" + (why instanceof LockedException ? "wait" : "failed"));
    }

    private static void noteSignOut(Audit audit, @Nullable Authentication who) {
        if (who != null && who.getPrincipal() instanceof Staff staff) {
            audit.note(staff.id(), "sign-out", staff.id().toString());
        }
    }
}
