package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The careful reader finds what it looks for: else every page would be sound.
@Tag("browser")
class ChromiumBrowserTest {
    private static final String SOUND =
            "<!doctype html><html lang=\"vi\"><title>Lớp 4A</title><main><h1>Lớp 4A</h1></main></html>";

    @Test
    void a_sound_page_has_no_flaws() {
        try (BrowserContext window = Chromium.window("vi", 390)) {
            Page page = window.newPage();
            page.setContent(SOUND);
            assertThat(Chromium.flaws(page, "kit-sound")).isEmpty();
        }
    }

    @Test
    void a_field_without_a_name_and_a_wide_picture_and_another_language_are_three_flaws() {
        try (BrowserContext window = Chromium.window("kk", 390)) {
            Page page = window.newPage();
            page.setContent(SOUND.replace("</h1>", "</h1><input><div style=\"width: 600px\">wide</div>"));
            assertThat(Chromium.flaws(page, "kit-flaws"))
                    .satisfiesExactly(
                            barrier -> assertThat(barrier).contains("label", "<input"),
                            wide -> assertThat(wide).contains("sticks out"),
                            language -> assertThat(language).contains("another language"));
        }
    }
}
