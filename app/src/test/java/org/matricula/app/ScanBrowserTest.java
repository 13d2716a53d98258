package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.app.ClosedClass.Paper;

/// Somebody with a phone scans a paper inside the page. The camera is a picture of the paper's code.
@Tag("browser")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanBrowserTest {
    private ClosedClass office;
    private Paper paper;

    @BeforeAll
    void a_class_is_closed(RunningNode node) throws IOException {
        office = ClosedClass.on(node, "22199942", 1);
        paper = office.papers().getFirst();
    }

    /// A browser whose camera shows a paper with a code.
    private static BrowserContext phone(String language, String code) {
        BrowserContext context = Chromium.window(language, 390);
        String picture = Base64.getEncoder().encodeToString(QrPicture.of(code, "png"));
        context.addInitScript("""
                navigator.mediaDevices.getUserMedia = async () => {
                  const paper = new Image();
                  paper.src = 'data:image/png;base64,%s';
                  await paper.decode();
                  const canvas = document.createElement('canvas');
                  canvas.width = paper.width;
                  canvas.height = paper.height;
                  const draw = () => { canvas.getContext('2d').drawImage(paper, 0, 0); requestAnimationFrame(draw); };
                  draw();
                  return canvas.captureStream(10);
                };
                """.formatted(picture));
        return context;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "kk", "ru"})
    void takes_a_picture_where_the_browser_reads_no_codes(String language) {
        try (BrowserContext phone = phone(language, office.address() + "/v/" + paper.lookupCode())) {
            Page page = phone.newPage();
            page.navigate(office.address() + "/");
            page.click("[data-open]");
            page.waitForSelector("[data-shot]:not([hidden])");
            assertThat(Chromium.flaws(page, "scan-camera")).isEmpty();
            page.click("[data-shot]");
            page.waitForURL("**/v/" + paper.lookupCode());
        }
    }

    @Test
    void reads_the_code_by_itself_where_the_browser_can() {
        try (BrowserContext phone = phone("vi", "x")) {
            phone.addInitScript("""
                    window.BarcodeDetector = class {
                      static async getSupportedFormats() { return ['qr_code']; }
                      async detect() { return [{rawValue: '%s/v/%s'}]; }
                    };
                    """.formatted(office.address(), paper.lookupCode()));
            Page page = phone.newPage();
            page.navigate(office.address() + "/");
            page.click("[data-open]");
            page.waitForURL("**/v/" + paper.lookupCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "kk", "ru"})
    void sees_the_other_host_and_does_not_go_there(String language) {
        try (BrowserContext phone = phone(language, "https://matricuIa.example/v/" + paper.lookupCode())) {
            Page page = phone.newPage();
            page.navigate(office.address() + "/");
            page.click("[data-open]");
            page.waitForSelector("[data-shot]:not([hidden])");
            page.click("[data-shot]");
            page.waitForURL("**/verify/scan");
            assertThat(page.locator("main").innerText()).contains("matricuia.example");
            assertThat(page.locator("main a[href*='example']").count()).isZero();
            assertThat(Chromium.flaws(page, "scan-elsewhere")).isEmpty();
        }
    }

    @Test
    void is_told_what_to_do_when_there_is_no_camera() {
        try (BrowserContext phone = Chromium.window("ru", 390)) {
            phone.addInitScript("navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('refused'));");
            Page page = phone.newPage();
            page.navigate(office.address() + "/");
            page.click("[data-open]");
            assertThat(page.locator(".scan [role=status]").innerText()).contains("камеру");
        }
    }
}
