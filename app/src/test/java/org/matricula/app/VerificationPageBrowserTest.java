package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A stranger with a file in hand, in a real browser: Debian's Chromium.
@Tag("browser")
class VerificationPageBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    static Path temporary;

    private static SealedClass sealed = new SealedClass(Path.of(""), -1, "");
    private static ConfigurableApplicationContext server;
    private static Playwright playwright;
    private static Browser browser;
    private static String address = "";

    @BeforeAll
    static void a_school_has_sealed_a_class_and_the_server_runs() throws IOException {
        Path data = temporary.resolve("data");
        sealed = SealedClass.of(SealedClass.example("class-4a.xlsx"), temporary.resolve("out"), data);
        assertThat(sealed.status()).as(sealed.said()).isZero();
        server = Server.start("127.0.0.1", 0, data);
        address = "http://127.0.0.1:"
                + ((WebServerApplicationContext) server).getWebServer().getPort();
        Files.createDirectories(SCREENSHOTS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
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
    @ValueSource(strings = {"en", "vi", "kk", "ru"})
    void reads_the_page_in_every_language_without_a_barrier(String language) {
        for (int width : new int[] {1280, 390}) {
            try (BrowserContext context = browser.newContext(
                    new Browser.NewContextOptions().setViewportSize(width, 900).setLocale(language))) {
                Page page = context.newPage();
                page.navigate(address + "/");
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                assertThat(serious(page)).as("barriers at %d pixels", width).isEmpty();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as("nothing sticks out at %d pixels", width)
                        .isLessThanOrEqualTo(width);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve("home-%s-%d.png".formatted(language, width))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".xml", ".pdf"})
    void drops_a_sealed_book_and_is_told_that_it_is_genuine(String ending) {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(390, 900).setLocale("vi"))) {
            Page page = verdict(context, sealed.files(ending).getFirst());
            assertThat(page.locator(".verdict").getAttribute("class")).contains("good");
            assertThat(page.locator(".verdict h1").innerText()).startsWith("Thật");
            assertThat(page.locator("main").innerText()).contains("Trường Tiểu học Hoa Sen");
            assertThat(serious(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve("genuine" + ending.replace('.', '-') + ".png")));
        }
    }

    @Test
    void drops_a_book_with_a_raised_mark_and_is_told_which_part_was_changed() throws IOException {
        String xml = Files.readString(sealed.files(".xml").getFirst());
        Path forged = Files.writeString(
                temporary.resolve("forged.xml"),
                xml.replaceFirst("(Id=\"subject\\.MATHEMATICS\".*?name=\"test\"[^>]*>)\\d+<", "$10<"));
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en"))) {
            Page page = verdict(context, forged);
            assertThat(page.locator(".verdict").getAttribute("class")).contains("bad");
            assertThat(page.locator(".verdict h1").innerText()).contains("Toán");
            assertThat(page.locator("main").innerText())
                    .as("values that nobody signed are not shown as signed")
                    .doesNotContain("022216");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve("altered.png")));
        }
    }

    @Test
    void gets_the_same_answer_without_javascript() {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("ru"))) {
            Page page = verdict(context, sealed.files(".xml").getFirst());
            assertThat(page.locator(".verdict").getAttribute("class")).contains("good");
        }
    }

    private static Page verdict(BrowserContext context, Path file) {
        Page page = context.newPage();
        page.navigate(address + "/");
        page.setInputFiles("input[type=file]", file);
        page.locator("form[action='/verify'] button").click();
        page.waitForSelector(".verdict");
        return page;
    }

    private static List<String> serious(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(Rule::getId)
                        .toList();
    }
}
