package org.matricula.app;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Debian's Chromium: one process for all browser tests of a run, started by the first that wants it and closed with
/// the run. What a test opens in it, it closes itself: a window (a context with its own cookies) for each person.
final class Chromium {
    /// Where pictures of pages go, for people to look at.
    static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /// How long a page may take on a machine that does much else, in milliseconds.
    private static final int PATIENCE = 60_000;

    private static final Browser BROWSER = launched();

    private Chromium() {}

    private static Browser launched() {
        try {
            Files.createDirectories(SCREENSHOTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium-headless-shell"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /// A screen of some width with a browser in some language; more can be asked of it.
    static Browser.NewContextOptions screen(String language, int width) {
        return new Browser.NewContextOptions().setViewportSize(width, 900).setLocale(language);
    }

    static BrowserContext window(String language, int width) {
        return window(screen(language, width));
    }

    static BrowserContext window(Browser.NewContextOptions screen) {
        BrowserContext window = BROWSER.newContext(screen);
        window.setDefaultTimeout(PATIENCE);
        return window;
    }

    /// A window of somebody who signed in elsewhere.
    static BrowserContext window(Browser.NewContextOptions screen, String root, Visit visit) {
        BrowserContext window = window(screen);
        window.addCookies(List.of(new Cookie("matricula", visit.cookie("matricula")).setUrl(root)));
        return window;
    }

    /// Signs in with a password, as a person does, and waits until the door is open. Somebody who holds a second factor
    /// is then asked for it.
    static void signIn(Page page, String root, String login, String password) {
        page.navigate(root + "/sign-in");
        knock(page, login, password);
        page.waitForURL(url -> !url.endsWith("/sign-in"));
    }

    /// Fills the form of the door that the page shows, whatever comes of it.
    static void knock(Page page, String login, String password) {
        page.fill("#f-login", login);
        page.fill("#f-password", password);
        page.press("#f-password", "Enter");
    }

    /// Sets up an authenticator application on the page that asks for it, and is strong from then on.
    static void secondFactor(Page page, String root) {
        page.navigate(root + "/account/second-factor");
        page.fill("#f-code", Authenticator.code(page.inputValue("input[name=secret]")));
        page.press("#f-code", "Enter");
        page.waitForSelector(".codes");
    }

    /// What axe finds serious or critical, with the place; nothing when nobody is kept out.
    static List<String> serious(Page page) {
        // "legacy" reads the page in place instead of opening another one for the report; there are no frames here.
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(Chromium::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + " " + rule.getNodes().getFirst().getHtml();
    }

    /// Whether nothing sticks out to the side.
    static boolean fits(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
    }

    /// Keeps a picture of the whole page under a name.
    static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /// Looks at a page as a careful reader would, and keeps a picture of it.
    ///
    /// @param name of the picture, which gets the language and the width as well
    /// @return what is wrong: barriers, something that sticks out, another language than the browser's; empty when
    ///     the page is sound
    static List<String> flaws(Page page, String name) {
        String language = (String) page.evaluate("navigator.language");
        int width = page.viewportSize().width;
        String picture = "%s-%s-%d".formatted(name, language, width);
        screenshot(page, picture);
        List<String> flaws = new ArrayList<>(
                serious(page).stream().map(rule -> picture + ": " + rule).toList());
        if (!fits(page)) {
            flaws.add(picture + ": something sticks out");
        }
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            flaws.add(picture + ": in another language");
        }
        return flaws;
    }
}
