package itu.cop.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.storage.TestDatabase;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WebVisitorsTests {
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aCookieIsGoodUnderItsKeyAndAfterARotationButNotUnderAnother() {
        var visitor = visitors("http://localhost", 1).start(response);
        request.setCookies(Objects.requireNonNull(response.getCookie(WebVisitors.COOKIE)));

        assertThat(visitors("http://localhost", 1).find(request)).contains(visitor);
        assertThat(visitors("http://localhost", 2, 1).find(request))
                .hasValueSatisfying(it -> assertThat(it.peer()).isEqualTo(visitor.peer()));
        assertThat(visitors("http://localhost", 2).find(request)).isEmpty();
    }

    @Test
    void theCookieIsSecureWhereThePageIs() {
        visitors("https://chat.example.org", 1).start(response);

        assertThat(response.getHeader("Set-Cookie")).contains("; Secure").contains("; HttpOnly");
    }

    private static WebVisitors visitors(String url, int... keys) {
        return new WebVisitors(TestDatabase.sealer(keys), URI.create(url));
    }
}
