package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/// A teacher in Chromium makes a key, mistypes the PIN three times and signs a class of 35; then every page of signing
/// in four languages, wide and narrow.
@Tag("browser")
class SignPagesBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @Test
    void a_teacher_makes_a_key_and_signs_a_class(@TempDir Path data) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        try (var server = Server.start("127.0.0.1", 0, data);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            String root = "http://127.0.0.1:"
                    + ((WebServerApplicationContext) server).getWebServer().getPort();
            HoaSenSchool school = new HoaSenSchool(server);
            ClassRoom room = school.enter("4A", 35);
            SignedInPeople people = new SignedInPeople(server, root);
            Actor teacher = school.person(
                    "Vũ Thị Mới", Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MATHEMATICS"));
            String sign = "/classes/" + room.id() + "/sign/MATHEMATICS";
            try (BrowserContext context = person(browser, people.strong(teacher), root, "en", 1280)) {
                Page page = context.newPage();
                page.navigate(root + "/account/key?back=" + sign);
                page.fill("#f-pin", "tim-sim-2026");
                page.fill("#f-again", "tim-sim-2026");
                page.click("form[action='/account/key/make'] button");
                page.click(".banner a");
                for (int i = 0; i < 3; i++) {
                    page.fill("#f-pin", "mistyped");
                    page.click("form[action$='MATHEMATICS'] button");
                    page.waitForSelector(".errors");
                }
                page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("sign-wrong-pin.png")));
                page.fill("#f-pin", "tim-sim-2026");
                page.click("form[action$='MATHEMATICS'] button");
                page.waitForSelector("#bar.done");
                assertThat(page.locator("#bar").innerText()).contains("35 of 35");
                looked(browser, school, people, teacher, room, root, page.url().substring(root.length()));
            }
        }
    }

    private static void looked(
            Browser browser,
            HoaSenSchool school,
            SignedInPeople people,
            Actor teacher,
            ClassRoom room,
            String root,
            String work) {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("sign", "/classes/" + room.id() + "/sign/MATHEMATICS");
        own.put("work", work);
        own.put("key", "/account/key");
        Map<String, String> homeroom = new LinkedHashMap<>();
        homeroom.put("result", "/classes/" + room.id() + "/result");
        homeroom.put("return", "/classes/" + room.id() + "/result/return/MUSIC");
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("en", "vi", "kk", "ru")) {
            for (int width : new int[] {1280, 390}) {
                look(browser, people.strong(teacher), root, language, width, own, wrong);
                look(browser, people.strong(school.homeroom()), root, language, width, homeroom, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void look(
            Browser browser,
            Visit visit,
            String root,
            String language,
            int width,
            Map<String, String> pages,
            List<String> wrong) {
        try (BrowserContext context = person(browser, visit, root, language, width)) {
            Page page = context.newPage();
            pages.forEach((name, path) -> {
                page.navigate(root + path);
                new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                                .forEach(rule -> wrong.add(name + " " + language + " " + rule.getId() + " "
                                        + rule.getNodes().getFirst().getHtml()));
                if ((Integer) page.evaluate("document.documentElement.scrollWidth") > width) {
                    wrong.add("%s %s %d: something sticks out".formatted(name, language, width));
                }
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve("sign-%s-%s-%d.png".formatted(name, language, width))));
            });
        }
    }

    private static BrowserContext person(Browser browser, Visit visit, String root, String language, int width) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setLocale(language));
        context.addCookies(List.of(new Cookie("matricula", visit.cookie("matricula")).setUrl(root)));
        return context;
    }
}
