package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.app.demo.DemoData;
import org.matricula.app.demo.DemoLogins;

/// The office's day in a real browser, at the demo school.
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficeBrowserTest {
    private static final String HEAD = "STT,Lớp,Họ và tên,Mã định danh,Ngày sinh,Giới tính,Dân tộc,Buồng ngủ\n";
    private static final String BAD = HEAD
            + "1,1A,Lê Đức Bách,02221901834,25/10/2019,Nam,Kinh,B1\n"
            + "2,9Z,Nguyễn Tuệ Châu,022319026265,31/02/2019,Nữ,Kinh,B1\n";
    private static final String GOOD = HEAD
            + "1,1A,Lê Đức Bách,022219018346,25/10/2019,Nam,Tày,B1\n"
            + "2,2A,Nguyễn Tuệ Châu,022319026265,13/05/2019,Nữ,Kinh,B1\n"
            + "3,1A,Nguyễn Thị Mới,,14/05/2019,Nữ,Kinh,B2\n";
    private static final String TEACHING = "Lớp,GVCN,Âm nhạc\n1A,Bùi Thị Hạnh,Trịnh Mỹ Ca\n";

    private static RunningNode node;
    private static String address = "";

    @BeforeAll
    static void the_demo_school_runs(@TempDir Path data) throws IOException {
        node = RunningNode.start(data);
        node.get(DemoData.class).load(_ -> {});
        address = node.root();
    }

    @AfterAll
    static void everything_is_put_away() {
        node.close();
    }

    /// A clerk who is signed in, on a screen of some width.
    private static final class Clerk implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final List<String> wrong = new ArrayList<>();

        Clerk(String language, int width, boolean javascript) {
            this.context = Chromium.window(Chromium.screen(language, width).setJavaScriptEnabled(javascript));
            this.page = context.newPage();
            Chromium.signIn(page, address, "vanphong", DemoLogins.PASSWORD);
        }

        void go(String path) {
            page.navigate(address + path);
        }

        void bring(String kind, String file) {
            go("/office/intake/" + kind + "?year=2025-2026");
            page.locator("#f-file")
                    .setInputFiles(new FilePayload(
                            "ds-1a.csv", "text/csv", ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8)));
            page.locator("form[enctype] button").click();
            page.waitForURL("**/office/intake/file/**");
        }

        /// Keeps a picture of the page and looks for barriers.
        void shot(String name) {
            wrong.addAll(Chromium.flaws(page, "office-" + name));
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource({"en, 1280", "vi, 1280", "en, 390", "vi, 390", "kk, 390", "ru, 390"})
    void the_pages_have_no_barrier_and_nothing_sticks_out(String language, int width) {
        try (Clerk clerk = new Clerk(language, width, true)) {
            clerk.go("/office");
            clerk.shot("start");
            clerk.go("/office/intake/pupils?year=2025-2026");
            clerk.shot("bring");
            clerk.bring("pupils", BAD);
            clerk.shot("blocked");
            clerk.bring("pupils", GOOD);
            clerk.shot("weighed");
            clerk.bring("teaching", TEACHING);
            clerk.shot("teaching");
            clerk.go("/office/windows?year=2025-2026");
            clerk.shot("windows");
            clerk.go("/office/numbers?year=2025-2026");
            clerk.shot("numbers");
            clerk.go("/demo");
            clerk.shot("demo");
            assertThat(clerk.wrong).isEmpty();
        }
    }

    @Order(2)
    @Test
    void the_office_explains_a_column_and_takes_pupils_and_teachers_in_without_javascript() {
        try (Clerk clerk = new Clerk("vi", 1280, false)) {
            clerk.bring("pupils", GOOD);
            clerk.page.locator("tr:has-text('Buồng ngủ') select").selectOption("");
            clerk.page.locator("form[action$='/columns'] button").click();
            assertThat(clerk.page.locator("#moved").innerText()).contains("Nguyễn Tuệ Châu");
            assertThat(clerk.page.locator("#changed").innerText()).contains("Tày");
            clerk.page.locator("form[action$='/apply'] button").first().click();
            clerk.page.waitForSelector("h1:has-text('Đã nhập')");
            Chromium.screenshot(clerk.page, "office-applied");
            clerk.bring("teaching", TEACHING);
            clerk.page.locator("input[name=ended]").first().check();
            clerk.page.locator("form[action$='/apply'] button").first().click();
            clerk.page.waitForSelector("h1:has-text('Đã nhập')");
            clerk.page.locator("form[action$='/codes'] button").click();
            clerk.page.waitForSelector(".slip");
            assertThat(clerk.page.locator(".slip").innerText()).contains("ca.tm");
            Chromium.screenshot(clerk.page, "office-codes");
        }
    }
}
