package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.app.ClosedClass.Paper;

/// A parent with a phone and a clerk of another school at a desk, each with a paper, in a real browser.
@Tag("browser")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupBrowserTest {
    private ClosedClass office;

    @BeforeAll
    void a_class_is_closed(RunningNode node) throws IOException {
        office = ClosedClass.on(node, "22199903", 2);
        office.recall(office.papers().get(1), "Sai họ tên học sinh");
    }

    @BeforeEach
    void nobody_has_tried() {
        office.forgetAttempts();
    }

    private BrowserContext reader(String language, int width) {
        return Chromium.window(language, width);
    }

    private void type(Page page, Paper paper, String confirmationCode) {
        page.fill("[name=identifier]", paper.number());
        page.fill("[name=name]", paper.name());
        page.fill("[name=birthDate]", paper.bornOn());
        page.fill("[name=personalNumber]", paper.personalNumber());
        page.fill("[name=confirmationCode]", confirmationCode);
        page.click("form[action='/verify/items'] button");
    }

    /// Nothing serious to axe, nothing beyond the edge, and a picture to look at.
    private static void sound(Page page, String name) {
        assertThat(Chromium.flaws(page, "lookup-" + name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "kk", "ru"})
    void goes_from_the_code_on_the_paper_to_what_was_signed(String language) {
        Paper paper = office.papers().getFirst();
        for (int width : new int[] {390, 1280}) {
            try (BrowserContext context = reader(language, width)) {
                Page page = context.newPage();
                page.navigate(office.address() + "/");
                sound(page, "home");
                page.fill("[name=code]", paper.lookupCode().replace("-", " "));
                page.click("form[action='/verify/code'] button");
                page.waitForURL("**/v/" + paper.lookupCode());
                sound(page, "code");
                type(page, paper, "0000-0000");
                assertThat(page.inputValue("[name=name]")).isEqualTo(paper.name());
                sound(page, "nomatch");
                type(page, paper, paper.confirmationCode());
                assertThat(page.locator(".verdict.good").count()).isEqualTo(1);
                assertThat(page.locator("main").innerText()).contains(paper.personalNumber());
                sound(page, "verdict");
                page.click("summary:has-text('" + checks(language) + "')");
                sound(page, "checks");
                page.navigate(office.address() + "/v/0000-0000-0000-0000");
                sound(page, "nocode");
                office.forgetAttempts();
            }
        }
    }

    private static String checks(String language) {
        return switch (language) {
            case "vi" -> "Các bước kiểm tra";
            case "kk" -> "Тексерулер";
            case "ru" -> "Проверки";
            default -> "Checks";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "kk", "ru"})
    void is_told_what_is_missing_and_how_long_to_wait(String language) {
        Paper paper = office.papers().getFirst();
        try (BrowserContext context = reader(language, 390)) {
            Page page = context.newPage();
            page.navigate(office.address() + "/verify/items");
            page.fill("[name=birthDate]", "31/2/2016");
            page.click("form[action='/verify/items'] button");
            assertThat(page.locator(".errors li").count()).isEqualTo(5);
            sound(page, "missing");
            for (int i = 0; i < 6; i++) {
                type(page, paper, "0000-0000");
            }
            sound(page, "wait");
        }
    }

    @Test
    void sees_that_a_recalled_record_is_cancelled_in_the_file_as_on_the_paper() throws IOException {
        Paper paper = office.papers().get(1);
        Path file = Files.write(Chromium.SCREENSHOTS.resolve("recalled.pdf"), paper.pdf());
        try (BrowserContext context = reader("vi", 1280)) {
            Page page = context.newPage();
            page.navigate(office.address() + "/");
            page.setInputFiles("#f-file", file);
            page.click("form[action='/verify'] button");
            assertThat(page.locator(".verdict.bad h1").innerText()).contains("Sai họ tên học sinh");
            sound(page, "cancelled");
            page.navigate(office.address() + "/v/" + paper.lookupCode());
            sound(page, "cancelledcode");
        }
    }

    @Test
    void needs_no_javascript() {
        Paper paper = office.papers().getFirst();
        try (BrowserContext context = Chromium.window(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setLocale("vi")
                .setViewportSize(390, 900))) {
            Page page = context.newPage();
            page.navigate(office.address() + "/v/" + paper.lookupCode());
            type(page, paper, paper.confirmationCode());
            assertThat(page.locator(".verdict.good").count()).isEqualTo(1);
        }
    }
}
