package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A citizen reads and asks the law in a real browser, by keyboard and without JavaScript.
@Tag("browser")
@ExtendWith(RunningNode.Shared.class)
class LawPagesBrowserTest {
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

    private static String address = "";

    @BeforeAll
    static void the_server_runs(RunningNode node) {
        address = node.root();
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
        try (BrowserContext context =
                Chromium.window(Chromium.screen(language, width).setColorScheme(scheme))) {
            Page page = context.newPage();
            for (String path : PAGES) {
                page.navigate(address + path);
                Chromium.serious(page).forEach(rule -> barriers.add(path + ": " + rule));
                if (!Chromium.fits(page)) {
                    barriers.add(path + ": something sticks out");
                }
            }
        }
        assertThat(barriers).isEmpty();
    }

    @Test
    void asks_by_keyboard_alone_and_without_javascript() {
        try (BrowserContext context = Chromium.window(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en"))) {
            Page page = context.newPage();
            page.navigate(address + "/law/decisions/ru.inn");
            page.focus("#f-number");
            page.keyboard().type("7707083893");
            page.keyboard().press("Enter");
            page.waitForSelector(".answer");
            assertThat(page.url()).contains("number=7707083893").contains("ask=1");
            assertThat(page.locator(".answers").innerText()).contains("Organisation");
            Chromium.screenshot(page, "law-answer");
        }
    }

    @Test
    void adds_a_row_and_finds_the_facts_entered_before() {
        try (BrowserContext context = Chromium.window(
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
        try (BrowserContext context = Chromium.window(new Browser.NewContextOptions().setLocale("ru"))) {
            Page page = context.newPage();
            page.navigate(address + "/law/decisions/ru.diploma.fee");
            page.locator(".acts button[name=ask]").click();
            page.waitForSelector(".errors");
            page.locator(".errors a").first().click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-duty");
        }
    }
}
