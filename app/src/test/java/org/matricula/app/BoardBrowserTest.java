package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.registry.accounts.Credentials;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.flows.ApproveRecords;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.flows.SignConsolidation;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.records.store.RecordStore.Kept;
import org.matricula.registry.records.store.WorkStore;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The principal's pages in a real browser, in each language, wide and narrow.
@Tag("browser")
class BoardBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String PASSWORD = "cau Long Bien dai lam";
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    private static ConfigurableApplicationContext server;
    private static HoaSenSchool school;
    private static Playwright playwright;
    private static Browser browser;
    private static String address = "";

    @BeforeAll
    static void a_school_in_may(@TempDir Path data) throws IOException {
        server = Server.start("127.0.0.1", 0, data);
        address = "http://127.0.0.1:"
                + ((WebServerApplicationContext) server).getWebServer().getPort();
        Files.createDirectories(SCREENSHOTS);
        school = new HoaSenSchool(server);
        ClassRoom entered = school.enter("4C", 4);
        done(school.get(SignSubject.class)
                .run(school.teacherOf("MUSIC"), entered, "MUSIC", school.key(school.teacherOf("MUSIC"))));
        ClassRoom waiting = school.enter("4B", 3);
        signed(waiting);
        ClassRoom approved = school.enter("4D", 2);
        signed(approved);
        done(school.get(ApproveRecords.class).run(school.principal(), approved, school.key(school.principal())));
        ClassRoom closed = school.enter("4A", 4);
        signed(closed);
        done(school.get(ApproveRecords.class).run(school.principal(), closed, school.key(school.principal())));
        done(school.get(CloseRecords.class).run(school.principal(), closed));
        PAGES.put("board", "/board");
        PAGES.put("board-closed", "/board?show=closed");
        PAGES.put("approve", "/classes/" + waiting.id() + "/approve");
        PAGES.put("close", "/classes/" + approved.id() + "/close");
        PAGES.put("close-files", "/classes/" + closed.id() + "/close");
        PAGES.put("close-codes", "/classes/" + closed.id() + "/codes");
        PAGES.put("book-draft", "/books/" + book(waiting));
        PAGES.put("book", "/books/" + book(closed));
        PAGES.put("recall", "/books/" + book(closed) + "/recall");
        school.in(now -> {
            server.getBean(Credentials.class).setPassword(school.principal().id(), PASSWORD, now);
            return PASSWORD;
        });
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

    private static UUID book(ClassRoom room) {
        return school.in(now -> school.get(ClassRecords.class).look(room, now))
                .getFirst()
                .kept()
                .map(Kept::id)
                .orElseThrow();
    }

    private static void signed(ClassRoom room) {
        for (String subject : school.subjects()) {
            Actor teacher = school.teacherOf(subject);
            done(school.get(SignSubject.class).run(teacher, room, subject, school.key(teacher)));
        }
        done(school.get(SignConsolidation.class).run(school.homeroom(), room, school.key(school.homeroom())));
    }

    private static void done(Outcome<UUID> begun) {
        UUID id = ((Outcome.Done<UUID>) begun).value();
        while (school.get(WorkStore.class).find(id).orElseThrow().state() == Work.State.RUNNING) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "vi, 1280", "vi, 390", "kk, 1280", "kk, 390", "ru, 1280", "ru, 390"})
    void the_principal_s_pages_are_without_a_barrier_and_nothing_sticks_out(String language, int width) {
        List<String> wrong = new ArrayList<>();
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setLocale(language))) {
            Page page = context.newPage();
            page.navigate(address + "/sign-in");
            page.fill("input[name=login]", school.principal().name());
            page.fill("input[name=password]", PASSWORD);
            page.press("input[name=password]", "Enter");
            page.waitForURL(url -> !url.contains("/sign-in"));
            PAGES.forEach((name, path) -> {
                page.navigate(address + path);
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve("principal-%s-%s-%d.png".formatted(name, language, width))));
                new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                                .forEach(rule -> wrong.add(name + ": " + rule.getId() + " "
                                        + rule.getNodes().getFirst().getHtml()));
                if ((Integer) page.evaluate("document.documentElement.scrollWidth") > width) {
                    wrong.add(name + ": something sticks out");
                }
            });
        }
        assertThat(wrong).isEmpty();
    }
}
