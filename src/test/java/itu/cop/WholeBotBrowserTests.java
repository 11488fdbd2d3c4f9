package itu.cop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A newcomer and a teen in a real browser, with the whole bot behind the pages. */
class WholeBotBrowserTests extends WholeBot {
    private static final String MEAN = "someone keeps posting mean stuff about me on insta";
    private static final String NEUTRAL = "https://www.wikipedia.org/";

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private BrowserContext context = BrowserSupport.context(new Browser.NewContextOptions());

    @AfterEach
    void closes() {
        context.close();
    }

    private Page open(int width, ColorScheme scheme) {
        context.close();
        context =
                BrowserSupport.context(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 844)
                                .setColorScheme(scheme)
                                .setReducedMotion(ReducedMotion.REDUCE));
        context.route(
                NEUTRAL + "**", it -> it.fulfill(new Route.FulfillOptions().setBody("neutral")));
        context.onConsoleMessage(it -> {
            if (it.type().equals("error")) {
                complaints.add(it.text());
            }
        });
        context.onWebError(it -> complaints.add(it.error()));
        return page();
    }

    private Page page() {
        var page = context.newPage();
        page.navigate(bot() + "/");
        return page;
    }

    private static void write(Page page, String text) {
        page.locator("#box").fill(text);
        page.locator("#box").press("Enter");
    }

    private static Locator bubble(Page page, String text) {
        return page.locator(".log > .msg.bot")
                .filter(new Locator.FilterOptions().setHasText(text))
                .last();
    }

    private static Locator button(Page page, String label) {
        return page.locator(".log")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label))
                .last();
    }

    private static void look(Page page, String name, int width, ColorScheme scheme) {
        var file = Path.of("target", "pages", name + "-" + width + "-" + scheme + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        BrowserSupport.assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                .as("%s scrolls sideways", name)
                .isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({"390,LIGHT", "390,DARK", "1280,LIGHT", "1280,DARK"})
    void aQuestionGetsStepsTheRightTheCardAndButtons(int width, ColorScheme scheme) {
        var page = open(width, scheme);
        look(page, "chat-empty", width, scheme);
        write(page, MEAN);
        assertThat(bubble(page, "You have the right")).isVisible();
        assertThat(bubble(page, "How to report on Instagram")).isVisible();
        assertThat(bubble(page, "I'm Sango, a bot")).isVisible();
        assertThat(button(page, "13-15")).isVisible();
        look(page, "chat-answer", width, scheme);
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"390,LIGHT", "390,DARK", "1280,LIGHT", "1280,DARK"})
    void aCrisisAsTheFirstMessageGetsHelpAtOnceAndLocalLinesLater(int width, ColorScheme scheme) {
        var page = open(width, scheme);
        write(page, "i want to die");
        assertThat(bubble(page, "Call your emergency number now: 112")).isVisible();
        assertThat(bubble(page, "childhelplineinternational.org")).isVisible();
        look(page, "chat-crisis", width, scheme);
        write(page, "kenya");
        assertThat(bubble(page, "Childline Kenya")).isVisible();
        look(page, "chat-crisis-local", width, scheme);
        page.reload();
        assertThat(page.locator(".msg.mine").first()).isHidden();
        page.locator(".covered summary").click();
        assertThat(page.locator(".msg.mine").first()).isVisible();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aQuizThatWasInterruptedByAReloadAndAQuestionRunsToItsEnd() {
        var page = open(390, ColorScheme.LIGHT);
        write(page, "/quiz");
        button(page, "Passwords").click();
        assertThat(bubble(page, "Question 1 of 6")).isVisible();
        write(page, "b");
        assertThat(bubble(page, "Question 2 of 6")).isVisible();
        page.reload();
        write(page, "how do i block someone on snap");
        assertThat(bubble(page, "Snapchat")).isVisible();
        button(page, "Go on with the quiz").click();
        for (int question = 2; question <= 6; question++) {
            assertThat(bubble(page, "Question " + question + " of 6")).isVisible();
            page.locator(".log > .msg.bot").last().getByRole(AriaRole.BUTTON).first().click();
        }
        assertThat(bubble(page, "That was the last one")).isVisible();
        look(page, "chat-quiz", 390, ColorScheme.LIGHT);
    }

    @Test
    void twoTabsAndALostNetworkLoseNothing() {
        var one = open(390, ColorScheme.LIGHT);
        var two = page();
        write(one, "/menu");
        assertThat(bubble(two, "I can answer questions")).isVisible();
        context.setOffline(true);
        write(one, "/country");
        assertThat(one.locator(".status")).containsText("Trying to reconnect");
        context.setOffline(false);
        assertThat(bubble(one, "Which country")).isVisible();
        assertThat(bubble(two, "Which country")).isVisible();
        assertThat(one.locator(".msg.mine")).hasCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"button", "keys"})
    void leavingReplacesThePageAndErasesTheChat(String way) {
        var page = open(390, ColorScheme.LIGHT);
        write(page, "/menu");
        assertThat(bubble(page, "I can answer questions")).isVisible();
        BrowserSupport.leave(page, way.equals("button"));
        page.waitForURL(NEUTRAL);
        var again = page();
        assertThat(again.locator(".log .hello")).isVisible();
        // the page is out first and the session erased after: the next page may still see that
        // happen
        assertThat(again.locator(".msg.mine"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
    }

    @Test
    void theFirstAdministratorIsMadeSignsInAndOut() {
        var page = open(1280, ColorScheme.LIGHT);
        page.navigate(bot() + "/console/setup?token=" + SETUP_TOKEN);
        page.getByLabel("User name").fill("mia");
        var exactly = new Page.GetByLabelOptions().setExact(true);
        page.getByLabel("Password", exactly).fill("four quiet words here");
        page.getByLabel("Password once more").fill("four quiet words here");
        press(page, "Create account");
        page.getByLabel("User name").fill("mia");
        page.getByLabel("Password", exactly).fill("four quiet words here");
        press(page, "Sign in");
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Hello, Team");
        look(page, "console-home", 1280, ColorScheme.LIGHT);
        press(page, "Sign out");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("You are signed out");
        page.navigate(bot() + "/console");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Sign in"))).isVisible();
    }

    private static void press(Page page, String label) {
        page.getByRole(AriaRole.BUTTON, named(label)).click();
    }

    private static Page.GetByRoleOptions named(String label) {
        return new Page.GetByRoleOptions().setName(label);
    }
}
