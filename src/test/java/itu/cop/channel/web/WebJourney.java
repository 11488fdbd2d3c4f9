package itu.cop.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import itu.cop.BrowserSupport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a teen does on the page in a real browser; a subclass says which application serves it. */
abstract class WebJourney {
    private static final String NEUTRAL = "https://www.wikipedia.org/";
    static final String MEAN = "someone keeps posting mean stuff about me on insta";
    static final String CRISIS = "i want to die";

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> timings = new CopyOnWriteArrayList<>();
    BrowserContext context = BrowserSupport.context(new Browser.NewContextOptions());

    /** Where the pages are, without a slash at the end. */
    abstract String base();

    @BeforeEach
    void onAPhone() {
        open(new Browser.NewContextOptions().setViewportSize(390, 844));
    }

    @AfterEach
    void closes() {
        context.close();
    }

    private void open(Browser.NewContextOptions options) {
        context.close();
        context = BrowserSupport.context(options);
        context.route(
                NEUTRAL + "**", it -> it.fulfill(new Route.FulfillOptions().setBody("neutral")));
        context.onConsoleMessage(it -> {
            if (it.text().startsWith("TIMING ")) {
                timings.add(it.text());
            } else if (it.type().equals("error")) {
                complaints.add(it.text());
            }
        });
        context.onWebError(it -> complaints.add(it.error()));
    }

    Page page() {
        var page = context.newPage();
        page.navigate(base() + "/");
        return page;
    }

    static void write(Page page, String text) {
        page.locator("#box").fill(text);
        page.locator("#box").press("Enter");
    }

    private static Locator answers(Page page) {
        return page.locator(".log > .msg.bot");
    }

    @ParameterizedTest
    @CsvSource({"390,LIGHT", "390,DARK", "1280,LIGHT", "1280,DARK"})
    void everybodyCanUseThePages(int width, ColorScheme scheme) {
        open(
                new Browser.NewContextOptions()
                        .setViewportSize(width, 844)
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE));
        var page = page();
        BrowserSupport.assertAccessible(page);
        write(page, MEAN);
        assertThat(answers(page).last().getByRole(AriaRole.BUTTON).first()).isVisible();
        write(page, CRISIS);
        assertThat(answers(page).filter(withText("112"))).isVisible();
        BrowserSupport.assertAccessible(page);
        page.reload();
        page.locator(".covered summary").click();
        BrowserSupport.assertAccessible(page);
        for (var path : List.of("/help", "/help/ke", "/help/td")) {
            page.navigate(base() + path);
            BrowserSupport.assertAccessible(page);
        }
        var isScrollingSideways = "document.documentElement.scrollWidth > innerWidth";
        assertThat(page.evaluate(isScrollingSideways)).isEqualTo(false);
        assertThat(complaints).isEmpty();
        page.navigate(base() + "/chat/nowhere");
        BrowserSupport.assertAccessible(page);
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @Test
    void theFirstLoadIsSmall() {
        var sizes = new CopyOnWriteArrayList<Response>();
        var page = context.newPage();
        page.onResponse(it -> {
            if (!it.url().contains("/chat/stream")) {
                sizes.add(it);
            }
        });
        page.navigate(base() + "/");
        page.waitForLoadState();

        var total = sizes.stream().mapToInt(it -> it.body().length).sum();
        assertThat(sizes).hasSizeGreaterThanOrEqualTo(3);
        assertThat(total).isLessThan(60 * 1024);
    }

    @Test
    void aQuestionIsAnsweredAndAButtonTapped() {
        var page = page();
        write(page, MEAN);
        var button = answers(page).last().getByRole(AriaRole.BUTTON).first();
        assertThat(button).isVisible();
        var label = button.textContent();
        var box = button.boundingBox();
        assertThat(box.height).isGreaterThanOrEqualTo(44);

        button.click();

        assertThat(page.locator(".msg.mine").last()).containsText(label);
        assertThat(answers(page)).hasCount(2);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aChatSurvivesAReloadAndIsCoveredAfterACrisis() {
        var page = page();
        write(page, "hello there");
        assertThat(answers(page).first()).isVisible();
        page.reload();
        assertThat(page.locator(".msg.mine")).containsText("hello there");

        write(page, CRISIS);
        assertThat(answers(page).filter(withText("112"))).isVisible();
        page.reload();
        assertThat(page.locator(".msg.mine").first()).isHidden();
        page.locator(".covered summary").click();
        assertThat(page.locator(".msg.mine").first()).isVisible();
    }

    @Test
    void twoTabsShowTheSame() {
        var one = page();
        var two = page();
        write(one, "from the first tab");
        assertThat(two.locator(".msg.mine")).containsText("from the first tab");
        assertThat(answers(two)).hasCount(1);

        write(two, "from the second tab");
        assertThat(one.locator(".msg.mine")).hasCount(2);
        assertThat(answers(one)).hasCount(2);
    }

    @Test
    void aLostNetworkLosesNoWords() {
        var page = page();
        write(page, "before");
        assertThat(answers(page)).hasCount(1);
        context.setOffline(true);
        write(page, "in the tunnel");
        write(page, "still in the tunnel");
        assertThat(page.locator(".status")).containsText("Trying to reconnect");
        assertThat(page.locator(".unsent")).hasCount(1);

        context.setOffline(false);

        assertThat(answers(page)).hasCount(3);
        assertThat(page.locator(".msg.mine")).hasCount(3);
        assertThat(page.locator(".unsent")).hasCount(0);
        assertThat(page.locator(".status")).not().containsText("Trying to reconnect");
        assertThat(page.locator(".notice")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"button", "keys"})
    void leavingIsQuick(String way) {
        var page = context.newPage();
        page.addInitScript(
                """
                let start = 0;
                for (const it of ["click", "keydown"])
                  addEventListener(it, () => { start = performance.now(); }, true);
                new MutationObserver(() => {
                  if (getComputedStyle(document.body).display === "none")
                    console.log("TIMING " + (performance.now() - start));
                }).observe(document, { attributes: true, subtree: true, attributeFilter: ["class"] });
                """);
        page.navigate(base() + "/");
        write(page, "my secret");
        assertThat(answers(page)).hasCount(1);

        BrowserSupport.leave(page, way.equals("button"));

        page.waitForURL(NEUTRAL);
        assertThat(timings).as("the page was hidden").hasSize(1);
        assertThat(Double.parseDouble(timings.getFirst().substring(7))).isLessThan(300);
        assertNothingIsLeft();
    }

    @Test
    void leavingWorksAsAPlainLink() {
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        var page = page();
        page.locator("#box").fill("my secret");
        page.locator(".send").click();
        assertThat(answers(page)).hasCount(1);

        page.locator(".exit").click();

        page.waitForURL(NEUTRAL);
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        var again = page();
        assertThat(again.locator(".log .hello")).isVisible();
        assertThat(again.locator("body")).not().containsText("my secret");
    }

    @Test
    void anotherTabForgetsAsWell() {
        var one = page();
        var two = page();
        write(one, "my secret");
        assertThat(two.locator(".msg.mine")).containsText("my secret");

        one.locator(".exit").click();

        assertThat(two.locator("body")).not().containsText("my secret");
    }

    @Test
    void everythingWorksWithoutScripts() {
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844));
        var page = page();
        page.locator("#box").fill(MEAN);
        page.locator(".send").click();
        var button = answers(page).last().getByRole(AriaRole.BUTTON).first();
        assertThat(button).isVisible();
        button.click();
        assertThat(answers(page)).hasCount(2);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Helplines")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kenya")).click();
        assertThat(page.locator("a[href='tel:116']").first()).isVisible();
    }

    @Test
    void theKeyboardIsEnough() {
        open(new Browser.NewContextOptions().setViewportSize(1280, 800));
        var page = page();
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().type(MEAN);
        page.keyboard().press("Enter");
        var button = answers(page).last().getByRole(AriaRole.BUTTON).first();
        assertThat(button).isVisible();
        for (var i = 0; i < 20 && !isFocused(button); i++) {
            page.keyboard().press("Shift+Tab");
        }
        assertThat(button).isFocused();
        page.keyboard().press("Enter");
        assertThat(answers(page)).hasCount(2);
        assertThat(page.locator(".log")).isFocused();
    }

    private static boolean isFocused(Locator it) {
        return Boolean.TRUE.equals(it.evaluate("it => it === document.activeElement"));
    }

    @Test
    void textIsShownAsText() {
        var page = page();
        write(page, "<img src=x onerror=alert(1)> \u202Eabc");
        assertThat(answers(page)).hasCount(1);
        assertThat(page.locator(".msg.mine")).containsText("<img src=x onerror=alert(1)> abc");
        assertThat(page.locator(".log img")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aTextThatIsTooLongStaysInTheBox() {
        var page = page();
        write(page, "x".repeat(4001));
        assertThat(page.locator(".notice")).containsText("4000");
        assertThat(page.locator("#box")).hasValue("x".repeat(4001));
    }

    @Test
    void aCountryIsFoundByTyping() {
        var page = context.newPage();
        page.navigate(base() + "/help");
        page.locator("#find").fill("keny");
        assertThat(page.locator(".countries li:visible")).hasCount(1);
        page.locator("#find").fill("atlantis");
        assertThat(page.locator(".no-match")).isVisible();
    }
}
