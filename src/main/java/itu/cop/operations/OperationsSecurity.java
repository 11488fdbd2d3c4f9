package itu.cop.operations;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The door of the actuator, and the last door: what no other has opened is not there. */
@Configuration
class OperationsSecurity {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    OperationsSecurity() {}

    @Bean
    @Order(10)
    SecurityFilterChain actuatorDoor(HttpSecurity http, Operator operator) {
        return withoutState(http.securityMatcher("/actuator", "/actuator/**"))
                .authorizeHttpRequests(rules ->
                        rules.requestMatchers(
                                        "/actuator/health",
                                        "/actuator/health/liveness",
                                        "/actuator/health/readiness")
                                .permitAll()
                                .anyRequest()
                                .access(operator))
                .exceptionHandling(refusal ->
                        refusal.authenticationEntryPoint((_, response, _) ->
                                response.sendError(HttpServletResponse.SC_FORBIDDEN)))
                .build();
    }

    @Bean
    @Order
    SecurityFilterChain lastDoor(HttpSecurity http) {
        return withoutState(http)
                .authorizeHttpRequests(rules ->
                        rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(refusal ->
                        refusal.authenticationEntryPoint((_, response, _) ->
                                response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .build();
    }

    /** Nobody signs in here: no session to make, so no token against forged requests either. */
    private static HttpSecurity withoutState(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)));
    }
}
