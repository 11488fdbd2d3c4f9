package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One Chromium for all browser tests of this JVM; every test takes a context of its own. It is
 * looked for in COP_CHROMIUM and on the PATH; root on Debian installs it; elsewhere Playwright
 * downloads its own.
 */
public final class BrowserSupport {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Map<String, String> NO_DOWNLOAD =
            Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static @Nullable Browser browser;

    private BrowserSupport() {}

    /** A fresh context: no cookies, no cache. Close it after the test. */
    public static BrowserContext context(Browser.NewContextOptions options) {
        var context = browser().newContext(options);
        context.setDefaultTimeout(20_000);
        return context;
    }

    /** Leaves the chat by its button, or by Escape three times. */
    public static void leave(Page page, boolean byButton) {
        if (byButton) {
            page.locator(".exit").click();
            return;
        }
        for (var i = 0; i < 3; i++) {
            page.keyboard().press("Escape");
        }
    }

    /** Fails when axe finds anything against WCAG 2.2 AA on the page. */
    public static void assertAccessible(Page page) {
        var found = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(found)
                .as("accessibility of %s", page.url())
                .extracting(it -> it.getId() + " " + it.getNodes().getFirst().getTarget())
                .isEmpty();
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            var path = find(System.getenv()).or(BrowserSupport::installed);
            if (path.isEmpty()) {
                download();
            }
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
            var options = new BrowserType.LaunchOptions().setArgs(FLAGS);
            path.ifPresent(options::setExecutablePath);
            browser = playwright.chromium().launch(options);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    /** Chromium as this environment names it, or has it on its path. */
    static Optional<Path> find(Map<String, String> environment) {
        var named = Stream.ofNullable(environment.get("COP_CHROMIUM")).map(Path::of);
        var folders = environment.getOrDefault("PATH", "").split(File.pathSeparator, -1);
        var onPath =
                NAMES.stream()
                        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> installed() {
        var isRootOnDebian =
                "root".equals(System.getProperty("user.name"))
                        && Files.exists(Path.of("/etc/debian_version"));
        if (!isRootOnDebian) {
            return Optional.empty();
        }
        var install =
                "export DEBIAN_FRONTEND=noninteractive; apt-get update -qq;"
                        + " apt-get install -y -qq --no-install-recommends chromium";
        run(new ProcessBuilder("sh", "-c", install));
        return find(System.getenv());
    }

    private static void download() {
        var cli = Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
        cli.command().addAll(List.of("install", "chromium"));
        if (!run(cli)) {
            throw new IllegalStateException(
                    "Browser tests need Chromium: install it (Debian: apt-get install chromium)"
                            + " or set COP_CHROMIUM to its path.");
        }
    }

    private static boolean run(ProcessBuilder command) {
        try {
            var process =
                    command.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
