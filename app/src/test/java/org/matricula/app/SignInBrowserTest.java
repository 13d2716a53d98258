package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.flow.Role;

/// People at the door, and at the pages of people, in a real browser: Debian's Chromium.
@Tag("browser")
@ExtendWith(RunningNode.Shared.class)
class SignInBrowserTest {
    private static Newcomers school;
    private static String address = "";

    @BeforeAll
    static void a_school(RunningNode node) {
        address = "http://localhost:" + node.port(); // a passkey belongs to a name, not to a number
        school = Newcomers.at(node, "22001235", "Trường Tiểu học Bình Minh");
    }

    private static BrowserContext window(String language, int width, boolean script) {
        return Chromium.window(Chromium.screen(language, width).setJavaScriptEnabled(script));
    }

    private static void enter(Page page, String login, String password) {
        page.navigate(address + "/sign-in");
        Chromium.knock(page, login, password);
        page.waitForURL(
                url -> !url.endsWith("/sign-in") || page.locator(".errors").count() > 0);
    }

    @Test
    void a_teacher_signs_in_with_a_passkey_and_no_password() {
        school.person("passkey", "Đặng Thu Trang", Role.PRINCIPAL);
        try (BrowserContext context = window("vi", 390, true)) {
            Page page = context.newPage();
            authenticator(context, page, true);
            enter(page, "passkey", Newcomers.PASSWORD);
            assertThat(page.url()).contains("/account/second-factor");
            page.locator("[data-passkey=register] #f-label").fill("Điện thoại của tôi");
            page.locator("[data-passkey=register] button").click();
            page.waitForSelector(".held");
            assertThat(page.locator(".held").innerText()).contains("Điện thoại của tôi");
            assertThat((Boolean) page.evaluate("fetch('/session').then(a => a.json()).then(s => s.strong)"))
                    .isTrue();
            context.clearCookies();
            page.navigate(address + "/sign-in?back=/people");
            page.locator("[data-passkey=sign-in] button").click();
            page.waitForURL(url -> url.endsWith(address.substring(address.lastIndexOf(":")) + "/people"));
            assertThat(page.locator("h1").innerText()).isEqualTo("Nhân sự");
            assertThat((Boolean) page.evaluate("fetch('/session').then(a => a.json()).then(s => s.strong)"))
                    .isTrue();
        }
    }

    @Test
    void a_passkey_whose_device_did_not_verify_its_person_is_not_taken() {
        school.person("unverified", "Đặng Thu Trang", Role.PRINCIPAL);
        try (BrowserContext context = window("en", 1280, true)) {
            Page page = context.newPage();
            authenticator(context, page, false);
            enter(page, "unverified", Newcomers.PASSWORD);
            page.locator("[data-passkey=register] button").click();
            page.waitForSelector("[data-passkey=register] [role=alert]:not([hidden])");
            assertThat(page.locator(".held").count()).isZero();
        }
    }

    private static void authenticator(BrowserContext context, Page page, boolean verifies) {
        CDPSession devices = context.newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", verifies);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject request = new JsonObject();
        request.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", request);
    }

    @Test
    void everything_but_the_passkey_works_without_javascript() {
        school.person("plain", "Lê Thị Mai", Role.PRINCIPAL);
        try (BrowserContext context = window("en", 390, false)) {
            Page page = context.newPage();
            enter(page, "plain", "not the password");
            assertThat(page.locator(".errors").innerText()).contains("Login and password do not match");
            enter(page, "plain", Newcomers.PASSWORD);
            assertThat(page.locator("main").innerText()).contains("A passkey needs JavaScript");
            String secret = page.locator("input[name=secret]").inputValue();
            assertThat(secret).hasSize(32);
            page.navigate(address + "/people/open");
            page.locator("#f-name").fill("Phạm Văn Dũng");
            page.locator("#f-login").fill("dung.pham");
            page.locator("main button[type=submit]").click();
            page.waitForSelector(".paper");
            String code = page.locator(".paper-code").innerText();
            Chromium.screenshot(page, "paper");
            page.locator("main a.button").click();
            page.waitForSelector("#f-role");
            page.locator("input[value=OFFICE]").check();
            page.locator("form[action$='/mandates'] button").click();
            page.waitForSelector(".banner");
            assertThat(page.locator("#mandates").innerText()).contains("Office").contains("Whole school");
            page.locator("summary", new Page.LocatorOptions().setHasText("Lê Thị Mai"))
                    .click();
            page.locator("form[action='/sign-out'] button").click();
            page.waitForURL("**/sign-in?out=1");
            page.navigate(address + "/welcome");
            page.locator("#f-code").fill(code);
            page.locator("#f-password").fill("vườn cau sau nhà");
            page.locator("#f-again").fill("vườn cau sau nhà");
            page.locator("main button[type=submit]").click();
            page.waitForURL("**/office");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "kk", "ru"})
    void every_page_of_the_door_and_of_people_is_without_a_barrier(String language) {
        String login = "barrier." + language;
        var account =
                school.person(login, "Nguyễn Hoàng Minh Châu", Role.PRINCIPAL, Role.ADMINISTRATOR, Role.INSPECTOR);
        List<String> barriers = new ArrayList<>();
        for (int width : new int[] {1280, 390}) {
            try (BrowserContext context = window(language, width, true)) {
                Page page = context.newPage();
                for (String path : List.of("/sign-in", "/welcome")) {
                    look(page, path, barriers);
                }
                enter(page, login, "wrong");
                barriers.addAll(Chromium.flaws(page, "door-sign-in-wrong"));
                enter(page, login, Newcomers.PASSWORD);
                for (String path : List.of(
                        "/account",
                        "/account/second-factor?back=/people",
                        "/account/password",
                        "/account/programs",
                        "/people",
                        "/people/open",
                        "/people/" + account.id(),
                        "/journal")) {
                    look(page, path, barriers);
                }
                page.navigate(address + "/people/" + account.id());
                page.locator("form[action$='/mandates'] button").click();
                page.waitForSelector(".errors");
                barriers.addAll(Chromium.flaws(page, "door-people-person-fault"));
            }
        }
        assertThat(barriers).isEmpty();
    }

    private static void look(Page page, String path, List<String> barriers) {
        page.navigate(address + path);
        String name = path.replaceFirst("\\?.*", "")
                .replaceAll("[0-9a-f-]{36}", "person")
                .replace('/', '-');
        barriers.addAll(Chromium.flaws(page, "door" + name));
    }
}
