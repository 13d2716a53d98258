package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A citizen reads and asks the law in a real browser, by keyboard and without JavaScript.
@Tag("browser")
class LawPagesBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final List<String> PAGES = List.of(
            "/law",
            "/law/KZD",
            "/law/VN55/9.1.a/1",
            "/law/decisions",
            "/law/decisions/kz.grants.ranking?applicants.rows=1&applicants.0.preferences.rows=1",
            "/law/decisions/vn.bridging.recognition?items.0.units=x&ask=1",
            "/law/decisions/ru.diploma.term?filedOn=2025-02-26&ask=1",
            "/law/decisions/calendar.working-days?country=VN&week=FIVE&from=2026-02-09&days=15&ask=1",
            "/law/calendar/KZ/2016",
            "/law/nothing");

    private static ConfigurableApplicationContext server;
    private static Playwright playwright;
    private static Browser browser;
    private static String address = "";

    @BeforeAll
    static void the_server_runs(@TempDir Path data) throws IOException {
        server = Server.start("127.0.0.1", 0, data);
        address = "http://127.0.0.1:"
                + ((WebServerApplicationContext) server).getWebServer().getPort();
        Files.createDirectories(SCREENSHOTS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void everything_is_put_away() {
        browser.close();
        playwright.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1280, LIGHT",
        "en, 1280, DARK",
        "en, 390, DARK",
        "vi, 390, LIGHT",
        "kk, 390, LIGHT",
        "ru, 390, LIGHT",
        "kk, 1280, LIGHT"
    })
    void every_kind_of_page_is_without_a_barrier(String language, int width, ColorScheme scheme) {
        List<String> barriers = new ArrayList<>();
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale(language)
                .setColorScheme(scheme))) {
            Page page = context.newPage();
            for (String path : PAGES) {
                page.navigate(address + path);
                serious(page).forEach(rule -> barriers.add(path + ": " + rule));
                if ((Integer) page.evaluate("document.documentElement.scrollWidth") > width) {
                    barriers.add(path + ": something sticks out");
                }
            }
        }
        assertThat(barriers).isEmpty();
    }

    @Test
    void asks_by_keyboard_alone_and_without_javascript() {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en"))) {
            Page page = context.newPage();
            page.navigate(address + "/law/decisions/ru.inn");
            page.focus("#f-number");
            page.keyboard().type("7707083893");
            page.keyboard().press("Enter");
            page.waitForSelector(".answer");
            assertThat(page.url()).contains("number=7707083893").contains("ask=1");
            assertThat(page.locator(".answers").innerText()).contains("Organisation");
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve("law-answer.png")));
        }
    }

    @Test
    void adds_a_row_and_finds_the_facts_entered_before() {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("vi"))) {
            Page page = context.newPage();
            page.navigate(address + "/law/decisions/vn.bridging.recognition");
            page.locator("#f-items-0-course").fill("Toán cao cấp");
            page.locator("button[name=more]").click();
            page.waitForSelector("#f-items-1-course");
            assertThat(page.locator("#f-items-0-course").inputValue()).isEqualTo("Toán cao cấp");
            page.locator("button[name=drop]").first().click();
            page.waitForURL(url -> !url.contains("cao"));
            assertThat(page.locator("#f-items-0-course").inputValue()).isEmpty();
        }
    }

    @Test
    void is_led_from_a_problem_to_its_field() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("ru"))) {
            Page page = context.newPage();
            page.navigate(address + "/law/decisions/ru.diploma.fee");
            page.locator(".acts button[name=ask]").click();
            page.waitForSelector(".errors");
            page.locator(".errors a").first().click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-duty");
        }
    }

    private static List<String> serious(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(LawPagesBrowserTest::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + " " + rule.getNodes().getFirst().getHtml();
    }
}
