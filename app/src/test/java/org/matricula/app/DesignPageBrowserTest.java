package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every part of a page in a real browser: in each language, wide and narrow, light and dark.
@Tag("browser")
@ExtendWith(RunningNode.Shared.class)
class DesignPageBrowserTest {
    /// With its mistakes the design page has every part of the page without them, and the signed-in masthead too.
    private static final Map<String, String> PAGES =
            Map.of("home", "/", "design", "/design?as=faulty", "404", "/no/such/page");

    private static String address = "";

    @BeforeAll
    static void the_server_runs(RunningNode node) {
        address = node.root();
    }

    private static BrowserContext reader(String language, int width, ColorScheme scheme, boolean javascript) {
        return Chromium.window(
                Chromium.screen(language, width).setColorScheme(scheme).setJavaScriptEnabled(javascript));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1280, LIGHT", "en, 1280, DARK", "en, 390, LIGHT", "en, 390, DARK",
        "vi, 1280, LIGHT", "vi, 1280, DARK", "vi, 390, LIGHT", "vi, 390, DARK",
        "kk, 1280, LIGHT", "kk, 1280, DARK", "kk, 390, LIGHT", "kk, 390, DARK",
        "ru, 1280, LIGHT", "ru, 1280, DARK", "ru, 390, LIGHT", "ru, 390, DARK"
    })
    void every_part_is_without_a_barrier_and_nothing_sticks_out(String language, int width, ColorScheme scheme) {
        List<String> wrong = new ArrayList<>();
        try (BrowserContext context = reader(language, width, scheme, true)) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    wrong.add("the browser complains: " + message.text());
                }
            });
            PAGES.forEach((name, path) -> {
                page.navigate(address + path);
                wrong.addAll(Chromium.flaws(page, name + "-" + scheme.name().toLowerCase(Locale.ROOT)));
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_bad_form_is_answered_with_the_way_to_each_mistake_even_without_javascript() {
        try (BrowserContext context = reader("en", 390, ColorScheme.LIGHT, false)) {
            Page page = context.newPage();
            page.navigate(address + "/design");
            page.locator("form[enctype] button").first().click();
            page.waitForSelector(".errors");
            assertThat(page.title()).startsWith("Error: ");
            assertThat(page.locator(".errors a").all())
                    .allSatisfy(link -> assertThat(
                                    page.locator(link.getAttribute("href")).isVisible())
                            .isTrue());
        }
    }

    @Test
    void the_reader_stands_at_the_mistakes_and_is_led_from_each_to_its_field() {
        try (BrowserContext context = reader("vi", 1280, ColorScheme.LIGHT, true)) {
            Page page = context.newPage();
            page.navigate(address + "/design?as=faulty");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("errors");
            page.locator(".errors a").nth(1).click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-mark");
        }
    }

    @Test
    void the_account_opens_by_keyboard_and_without_javascript() {
        try (BrowserContext context = reader("ru", 390, ColorScheme.DARK, false)) {
            Page page = context.newPage();
            page.navigate(address + "/design?as=visitor");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator(".account-menu form[method=post] button").isVisible())
                    .isTrue();
            assertThat(Chromium.fits(page)).isTrue();
            Chromium.screenshot(page, "account-menu");
        }
    }

    @Test
    void the_name_of_a_pupil_stays_when_the_grid_is_pushed_aside_on_a_phone() {
        try (BrowserContext context = reader("vi", 390, ColorScheme.LIGHT, true)) {
            Page page = context.newPage();
            page.navigate(address + "/design");
            page.evaluate("document.querySelector('.sheet-frame').scrollLeft = 500");
            page.locator("#sheet").scrollIntoViewIfNeeded();
            assertThat(page.locator(".sheet tbody th").first().boundingBox().x).isBetween(0.0, 30.0);
            Chromium.screenshot(page, "sheet-pushed");
        }
    }

    @Test
    void a_bar_goes_on_by_itself_and_stops_asking_when_all_is_done() {
        try (BrowserContext context = reader("en", 1280, ColorScheme.LIGHT, true)) {
            Page page = context.newPage();
            page.navigate(address + "/design");
            page.waitForSelector("#signing.done");
            assertThat(page.locator("#signing").innerText()).contains("35 of 35");
            assertThat(page.locator("#signing").getAttribute("hx-get")).isNull();
        }
    }

    @Test
    void the_page_prints_without_its_buttons() {
        try (BrowserContext context = reader("en", 800, ColorScheme.LIGHT, true)) {
            Page page = context.newPage();
            page.navigate(address + "/design");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".button:visible").count()).isZero();
            Chromium.screenshot(page, "print");
        }
    }
}
