package itu.cop.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import itu.cop.BrowserSupport;
import java.nio.file.Path;
import java.util.ArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleBrowserTests extends ConsoleWorld {
    @ParameterizedTest
    @CsvSource({"390, 844, LIGHT", "390, 844, DARK", "1280, 800, LIGHT", "1280, 800, DARK"})
    void setupSignInAndSignOutWorkForEverybody(int width, int height, ColorScheme colours) {
        var options = new Browser.NewContextOptions();
        options.setViewportSize(width, height).setColorScheme(colours);
        try (var context = BrowserSupport.context(options)) {
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            var walk = new Walk(page, width + "-" + colours);

            page.navigate("http://localhost:" + port + SETUP);
            walk.fill("User name", "mia").fill("Password", PASSWORD, true);
            walk.fill("Password once more", "another one, far away");
            walk.look("setup").press("Create account");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("not the same");
            walk.look("setup-problem");

            walk.fill("Password", PASSWORD, true).fill("Password once more", PASSWORD);
            walk.press("Create account");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your account is ready");

            walk.fill("User name", "mia").fill("Password", "a wild guess", true).press("Sign in");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("did not work");
            walk.look("sign-in");

            walk.fill("User name", "mia").fill("Password", PASSWORD, true).press("Sign in");
            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Hello, Team");
            walk.look("home-empty");

            DATABASE.jdbc().sql("update staff set roles = array['MODERATOR']").update();
            page.reload();
            assertThat(page.getByRole(AriaRole.NAVIGATION)).containsText("For moderators");
            walk.look("home");

            walk.press("Sign out");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("You are signed out");
            Assertions.assertThat(complaints).filteredOn(it -> !it.contains("400")).isEmpty();
        }
    }

    /** What a person does on a page. */
    private record Walk(Page page, String look) {
        Walk fill(String label, String text) {
            return fill(label, text, false);
        }

        Walk fill(String label, String text, boolean exactly) {
            field(label, exactly).fill(text);
            return this;
        }

        void press(String button) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
        }

        Walk look(String name) {
            var file = Path.of("target", "pages", "console-" + name + "-" + look + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
            BrowserSupport.assertAccessible(page);
            var wide = page.evaluate("document.documentElement.scrollWidth > innerWidth");
            Assertions.assertThat(wide).as("%s scrolls sideways", name).isEqualTo(false);
            return this;
        }

        private Locator field(String label, boolean exactly) {
            return page.getByLabel(label, new Page.GetByLabelOptions().setExact(exactly));
        }
    }
}
