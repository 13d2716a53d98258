package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.app.ClosedClass.Paper;

/// A parent compares a paper with what was signed, and says that a value is wrong.
@Tag("browser")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionBrowserTest {
    private ClosedClass office;

    @BeforeAll
    void a_class_is_closed(RunningNode node) throws IOException {
        office = ClosedClass.on(node, "22199945", 1);
        office.recall(office.papers().getFirst(), "Sai họ tên học sinh");
    }

    @BeforeEach
    void nobody_has_tried() {
        office.forgetAttempts();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "vi, 390", "kk, 390", "ru, 1280"})
    void ticks_values_says_what_is_wrong_and_follows_the_note(String language, int width) {
        Paper paper = office.papers().getFirst();
        try (BrowserContext context = Chromium.window(language, width)) {
            Page page = context.newPage();
            page.navigate(office.address() + "/verify/items");
            page.fill("[name=identifier]", paper.number());
            page.fill("[name=name]", paper.name());
            page.fill("[name=birthDate]", paper.bornOn());
            page.fill("[name=personalNumber]", paper.personalNumber());
            page.fill("[name=confirmationCode]", paper.confirmationCode());
            page.click("form[action='/verify/items'] button");
            page.locator(".ticks input").first().check();
            assertThat(Chromium.flaws(page, "correction-verdict")).isEmpty();
            String family = page.locator("a[href^='/verify/family/']").getAttribute("href");
            page.locator(".ticks li > a").first().click();
            page.click("form[action^='/verify/correction/'] button");
            assertThat(page.locator(".errors li").count()).isEqualTo(1);
            assertThat(Chromium.flaws(page, "correction-form")).isEmpty();
            page.fill("[name=says]", "Ngọc Ánh, có dấu sắc");
            page.click("form[action^='/verify/correction/'] button");
            page.waitForURL("**/verify/receipt/**");
            assertThat(Chromium.flaws(page, "correction-receipt")).isEmpty();
            page.navigate(office.address() + family);
            assertThat(Chromium.flaws(page, "correction-family")).isEmpty();
            page.navigate(office.address() + "/verify/receipt/0000-0000-0000-0000");
            assertThat(Chromium.flaws(page, "correction-nothing")).isEmpty();
        }
    }
}
