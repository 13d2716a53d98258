package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A stranger with a file in hand, in a real browser: Debian's Chromium.
@Tag("browser")
class VerificationPageBrowserTest {
    @TempDir
    static Path temporary;

    private static SealedClass sealed = new SealedClass(Path.of(""), -1, "");
    private static RunningNode node;
    private static String address = "";

    @BeforeAll
    static void a_school_has_sealed_a_class_and_the_server_runs() throws IOException {
        Path data = temporary.resolve("data");
        sealed = SealedClass.of(SealedClass.example("class-4a.xlsx"), temporary.resolve("out"), data);
        assertThat(sealed.status()).as(sealed.said()).isZero();
        node = RunningNode.start(data);
        address = node.root();
    }

    @AfterAll
    static void everything_is_put_away() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "kk", "ru"})
    void reads_the_page_in_every_language_without_a_barrier(String language) {
        for (int width : new int[] {1280, 390}) {
            try (BrowserContext context = Chromium.window(language, width)) {
                Page page = context.newPage();
                page.navigate(address + "/");
                assertThat(Chromium.flaws(page, "home")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".xml", ".pdf"})
    void drops_a_sealed_book_and_is_told_that_it_is_genuine(String ending) {
        try (BrowserContext context = Chromium.window("vi", 390)) {
            Page page = verdict(context, sealed.files(ending).getFirst());
            assertThat(page.locator(".verdict").getAttribute("class")).contains("good");
            assertThat(page.locator(".verdict h1").innerText()).startsWith("Thật");
            assertThat(page.locator("main").innerText()).contains("Trường Tiểu học Hoa Sen");
            assertThat(Chromium.serious(page)).isEmpty();
            Chromium.screenshot(page, "genuine" + ending.replace('.', '-'));
        }
    }

    @Test
    void drops_a_book_with_a_raised_mark_and_is_told_which_part_was_changed() throws IOException {
        String xml = Files.readString(sealed.files(".xml").getFirst());
        Path forged = Files.writeString(
                temporary.resolve("forged.xml"),
                xml.replaceFirst("(Id=\"subject\\.MATHEMATICS\".*?name=\"test\"[^>]*>)\\d+<", "$10<"));
        try (BrowserContext context = Chromium.window("en", 1280)) {
            Page page = verdict(context, forged);
            assertThat(page.locator(".verdict").getAttribute("class")).contains("bad");
            assertThat(page.locator(".verdict h1").innerText()).contains("Toán");
            assertThat(page.locator("main").innerText())
                    .as("values that nobody signed are not shown as signed")
                    .doesNotContain("022216");
            Chromium.screenshot(page, "altered");
        }
    }

    @Test
    void gets_the_same_answer_without_javascript() {
        try (BrowserContext context = Chromium.window(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("ru"))) {
            Page page = verdict(context, sealed.files(".xml").getFirst());
            assertThat(page.locator(".verdict").getAttribute("class")).contains("good");
        }
    }

    private static Page verdict(BrowserContext context, Path file) {
        Page page = context.newPage();
        page.navigate(address + "/");
        page.setInputFiles("#f-file", file);
        page.locator("form[action='/verify'] button").click();
        page.waitForSelector(".verdict");
        return page;
    }
}
