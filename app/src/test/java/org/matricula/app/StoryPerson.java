package org.matricula.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;

/// A person of a story at a browser of his or her own, with what people do on every page: go somewhere, bring a file,
/// type a PIN, press a button.
final class StoryPerson implements AutoCloseable {
    static final String PASSWORD = "vườn cau sau nhà";
    static final String PIN = "hoa-cau-2026";

    private final String root;
    private final BrowserContext window;
    private final Page page;

    StoryPerson(String root, String language, int width) {
        this.root = root;
        this.window = Chromium.window(
                Chromium.screen(language, width).setPermissions(List.of("clipboard-read", "clipboard-write")));
        this.page = window.newPage();
    }

    Page page() {
        return page;
    }

    BrowserContext window() {
        return window;
    }

    /// Where the person is, without the node's address.
    String here() {
        return page.url().substring(root.length());
    }

    void go(String path) {
        page.navigate(root + path);
    }

    void signIn(String login, String password) {
        Chromium.signIn(page, root, login, password);
    }

    /// Comes for the first time, with a login's code from the office's slip, and chooses a password.
    void comesWith(String code) {
        go("/welcome");
        page.fill("#f-code", code);
        page.fill("#f-password", PASSWORD);
        page.fill("#f-again", PASSWORD);
        page.press("#f-again", "Enter");
        page.waitForURL(url -> !url.endsWith("/welcome"));
    }

    /// Sets up an authenticator application and a key with a PIN.
    void getsReadyToSign() {
        Chromium.secondFactor(page, root);
        go("/account/key");
        page.fill("#f-pin", PIN);
        page.fill("#f-again", PIN);
        press("form[action='/account/key/make'] button");
        assertThat(page.locator(".banner")).isVisible();
    }

    /// Presses the first of these buttons or links.
    void press(String button) {
        page.locator(button).first().click();
    }

    /// Presses a button, and waits for the page that comes of it.
    void presses(String button) {
        page.waitForNavigation(() -> press(button));
    }

    /// Signs what a page offers to sign, and sees it done for the whole class.
    void signs(String path) {
        go(path);
        typesPin(PIN);
        seesItDone("4 of 4");
    }

    void typesPin(String pin) {
        page.fill("#f-pin", pin);
        page.press("#f-pin", "Enter");
    }

    /// Waits for the end of the long work that the page shows.
    void seesItDone(String counts) {
        assertThat(page.locator("#bar.done")).containsText(counts);
    }

    /// Brings a file to the page's form for files and waits for the answer.
    void brings(FilePayload file) {
        page.setInputFiles("#f-file", file);
        presses("form[enctype] button");
    }

    /// Brings a class sheet into a block of the grid: looks at what it would change, and takes it.
    void uploads(FilePayload sheet, String block) {
        go(block + "/upload");
        brings(sheet);
        sees(1, "#changes");
        presses("form[action$='/take'] button");
        sees(1, ".banner");
    }

    /// Types what stands on a paper into the public page.
    void typesTheFiveItems(String number, String name, String day, String personalNumber, String code) {
        page.fill("[name=identifier]", number);
        page.fill("[name=name]", name);
        page.fill("[name=birthDate]", day);
        page.fill("[name=personalNumber]", personalNumber);
        page.fill("[name=confirmationCode]", code);
        presses("form[action='/verify/items'] button");
    }

    void sees(String words) {
        sees("main", words);
    }

    /// Sees words in a part of the page, which may come later.
    void sees(String part, String words) {
        assertThat(page.locator(part).first()).containsText(words);
    }

    /// Sees so many parts of a kind.
    void sees(int count, String parts) {
        assertThat(page.locator(parts)).hasCount(count);
    }

    /// Reads the page with care and keeps a picture of it.
    void findsNoFlaw(String picture) {
        org.assertj.core.api.Assertions.assertThat(Chromium.flaws(page, picture))
                .isEmpty();
    }

    void seesNo(String part) {
        sees(0, part);
    }

    /// The field of a cell of the grid, counted from 0.
    Locator field(int row, int column) {
        return GridSchool.field(page, row, column);
    }

    void opensGrid(String path) {
        go(path);
        GridSchool.ready(page);
    }

    void types(String text, String... keys) {
        page.keyboard().type(text);
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    void pastes(String block) {
        page.evaluate("text => navigator.clipboard.writeText(text)", block);
        page.keyboard().press("Control+v");
    }

    /// Sends what no page would send, with the session of the person and the token of the page.
    void sends(String method, String path, String json) {
        page.evaluate("""
                ([method, path, body]) => fetch(path, {
                    method, body, headers: {
                        'Content-Type': 'application/json',
                        'X-CSRF-TOKEN': document.querySelector('input[name=_csrf]').value
                    }
                }).then(answer => answer.status)""", List.of(method, path, json));
    }

    /// A file of the page's address, as the browser with its session gets it.
    byte[] downloads(String path) {
        return page.request().get(root + path).body();
    }

    /// A GET's status with the session of the person.
    int status(String path) {
        return page.request().get(root + path).status();
    }

    @Override
    public void close() {
        window.close();
    }
}
