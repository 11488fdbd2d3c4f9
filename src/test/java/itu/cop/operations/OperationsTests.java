package itu.cop.operations;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.storage.TestDatabase;
import jakarta.servlet.Filter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(properties = "cop.metrics-token=for the collector")
class OperationsTests {
    private static final String ELSEWHERE = "203.0.113.9";

    @Autowired WebApplicationContext context;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter doors;

    private MockMvc web;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().register(registry);
    }

    @BeforeEach
    void standsBeforeTheDoors() {
        web = MockMvcBuilders.webAppContextSetup(context).addFilters(doors).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness"
            })
    void anybodyMayAskHowItIsWithoutDetails(String path) throws Exception {
        var answer = send(get(path), ELSEWHERE);
        assertThat(answer.getStatus()).isIn(200, 503);
        assertThat(answer.getContentAsString())
                .contains("status")
                .doesNotContain("components", "details", "PostgreSQL");
    }

    @Test
    void itIsAliveButNotReadyWhileModelsAreTrained() throws Exception {
        assertThat(send(get("/actuator/health/liveness"), ELSEWHERE).getStatus()).isEqualTo(200);
        assertThat(send(get("/actuator/health/readiness"), ELSEWHERE).getStatus()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/prometheus",
                "/actuator/health/db",
                "/actuator/health/models",
                "/actuator/health/liveness/x",
                "/actuator/deadletters",
                "/actuator/env",
                "/actuator/heapdump"
            })
    void theRestIsForThisMachineOnly(String path) throws Exception {
        assertThat(send(get(path), ELSEWHERE).getStatus()).isEqualTo(403);
        assertThat(send(get(path), "10.0.0.3").getStatus()).isEqualTo(403);
        for (var here : List.of("127.0.0.1", "127.8.9.1", "::1", "0:0:0:0:0:0:0:1")) {
            assertThat(send(get(path), here).getStatus()).as(here).isNotEqualTo(403);
        }
    }

    @Test
    void metricsAreReadOnThisMachine() throws Exception {
        var answer = send(get("/actuator/prometheus"), "127.0.0.1");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("jvm_memory_used_bytes");
    }

    @Test
    void whoSpeaksForOthersIsNotHere() throws Exception {
        var path = "/actuator/prometheus";
        var proxied = get(path).header("X-Forwarded-For", "127.0.0.1");
        var forwarded = get(path).header("Forwarded", "for=127.0.0.1");
        var page = get(path).header("Origin", "http://evil.example");
        assertThat(send(proxied, "127.0.0.1").getStatus()).isEqualTo(403);
        assertThat(send(forwarded, "127.0.0.1").getStatus()).isEqualTo(403);
        assertThat(send(page, "127.0.0.1").getStatus()).isEqualTo(403);
    }

    @Test
    void aHeaderDoesNotMakeSomebodyElseLocal() throws Exception {
        var request = get("/actuator/prometheus").header("X-Forwarded-For", "127.0.0.1");
        assertThat(send(request, ELSEWHERE).getStatus()).isEqualTo(403);
    }

    @Test
    void theTokenOpensTheMetricsAndNothingElse() throws Exception {
        assertThat(
                        send(bearing("/actuator/prometheus", "for the collector"), ELSEWHERE)
                                .getStatus())
                .isEqualTo(200);
        assertThat(send(bearing("/actuator/prometheus", "for the collecto"), ELSEWHERE).getStatus())
                .isEqualTo(403);
        assertThat(send(bearing("/actuator/prometheus", ""), ELSEWHERE).getStatus()).isEqualTo(403);
        assertThat(send(bearing("/actuator/health/db", "for the collector"), ELSEWHERE).getStatus())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/admin",
                "/actuators",
                "/consoles",
                "/.env",
                "/api/v1/people",
                "/templates/error.html",
                "/db/migration/V202611241500__console_staff_and_sessions.sql"
            })
    void anyOtherPathIsNotThere(String path) throws Exception {
        for (var method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE)) {
            var request = MockMvcRequestBuilders.request(method, path);
            assertThat(send(request, "127.0.0.1").getStatus()).as(method.name()).isEqualTo(404);
        }
    }

    private static MockHttpServletRequestBuilder get(String path) {
        return MockMvcRequestBuilders.get(path);
    }

    private static MockHttpServletRequestBuilder bearing(String path, String token) {
        return get(path).header("Authorization", "Bearer " + token);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String from)
            throws Exception {
        return web.perform(request.with(built -> from(built, from))).andReturn().getResponse();
    }

    private static org.springframework.mock.web.MockHttpServletRequest from(
            org.springframework.mock.web.MockHttpServletRequest request, String address) {
        request.setRemoteAddr(address);
        return request;
    }
}
