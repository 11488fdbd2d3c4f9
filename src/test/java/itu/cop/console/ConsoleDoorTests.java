package itu.cop.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleDoorTests extends ConsoleWorld {
    @Test
    void nothingIsOpenToAStranger() {
        var visitor = new Visitor(port);
        for (var path : new String[] {"/console", "/console/", "/console/cases", "/console/a/b"}) {
            assertThat(place(visitor.get(path))).as(path).endsWith("/console/sign-in");
        }
    }

    @Test
    void aPageIsOpenToItsRolesOnlyAndSoIsItsMenuEntry() {
        var visitor = signedIn();
        assertThat(visitor.get("/console").body()).doesNotContain("For moderators");
        assertThat(visitor.get("/console/for-moderators").statusCode()).isEqualTo(403);

        DATABASE.jdbc().sql("update staff set roles = array['MODERATOR']").update();
        assertThat(visitor.get("/console").body()).contains("For moderators");
        assertThat(visitor.get("/console/for-moderators/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageThatBreaksTellsNothingOfItsInside() {
        var visitor = signedIn();
        DATABASE.jdbc().sql("update staff set roles = array['MODERATOR']").update();
        var answer = visitor.get("/console/for-moderators");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("Exception", "itu.cop", "Tomcat", "a secret");
    }

    @Test
    void whatNobodyOpenedIsShutToAdministratorsToo() {
        var answer = signedIn().get("/console/anything");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Back to the console");
    }

    @Test
    void pagesAllowNoForeignNorInlineScriptAndAreNotKept() {
        var headers = new Visitor(port).get("/console/sign-in").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/console");
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        signedIn();
        clock.advance(Duration.ofDays(366));
        new Visitor(port).signIn("ada@example.org", PASSWORD);
        retention.retire();
        assertThat(audited()).isEqualTo("sign-in");
    }
}
