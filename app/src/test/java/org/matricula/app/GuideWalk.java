package org.matricula.app;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.matricula.app.demo.DemoLogins;
import org.matricula.registry.accounts.Credentials;

/// Someone who goes through the demo school for the guide: takes a picture of each step, and keeps what stands there.
final class GuideWalk {
    private static final int WIDTH = 1040;
    private static final int HEIGHT = 700;

    private final String root;
    private final Path pictures;
    private final Map<String, String> cookies = new TreeMap<>();
    private final Map<String, Map<String, String>> words = new LinkedHashMap<>();
    private String language = "vi";

    GuideWalk(String root, Path pictures) {
        this.root = root;
        this.pictures = pictures;
    }

    /// Goes on in another language.
    void in(String next) {
        language = next;
    }

    String language() {
        return language;
    }

    /// What stood on the pages, by language and name of the picture.
    Map<String, Map<String, String>> words() {
        return words;
    }

    /// A person at work; a stranger when the login is empty.
    interface Work {
        void with(Person person) throws IOException;
    }

    /// Lets a person work. Who was here before in another language is still signed in: a code works only once.
    void as(String login, Work work) {
        try (BrowserContext context = Chromium.window(
                Chromium.screen(language, WIDTH).setViewportSize(WIDTH, HEIGHT).setStorageState(cookies.get(login)))) {
            Page page = context.newPage();
            if (!login.isEmpty() && !cookies.containsKey(login)) {
                signIn(page, login);
            }
            if (!login.isEmpty()) {
                cookies.put(login, context.storageState());
                context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("lang"));
            }
            work.with(new Person(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signIn(Page page, String login) {
        Chromium.signIn(page, root, login, DemoLogins.PASSWORD);
        if (page.url().contains("/sign-in/code")) {
            page.fill("input[name=code]", Credentials.codeOf(DemoLogins.SECRET, Instant.now()));
            page.press("input[name=code]", "Enter");
            page.waitForURL(url -> !url.contains("/sign-in"));
        }
    }

    /// Somebody's hands and eyes.
    final class Person {
        private final Page page;

        private Person(Page page) {
            this.page = page;
        }

        Page page() {
            return page;
        }

        String address(String path) {
            return root + path;
        }

        Person go(String path) {
            page.navigate(root + path);
            return this;
        }

        /// Follows a link or presses a button, and waits for the next page.
        Person press(String selector) {
            page.locator(selector).first().click();
            page.waitForLoadState();
            return this;
        }

        Person fill(String name, String value) {
            page.fill("[name=" + name + "]", value);
            return this;
        }

        Person file(String name, String content) {
            page.locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload(name, "text/csv", ("\uFEFF" + content).getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        /// Signs with the PIN and watches until the work is done.
        Person sign(String button) {
            fill("pin", DemoLogins.PIN);
            return watch(button);
        }

        Person watch(String button) {
            press(button);
            page.waitForSelector("#work .note.good");
            return this;
        }

        /// Waits for the scripts of a grid.
        Person grid() {
            page.waitForSelector("html[data-grid=ready]");
            return this;
        }

        /// Takes the picture of a step from the top of the page.
        Person picture(String name) {
            page.evaluate("window.scrollTo(0, 0)");
            return take(name);
        }

        /// Takes the picture of a step with something in its middle.
        Person picture(String name, String selector) {
            page.locator(selector).first().evaluate("it => it.scrollIntoView({block: 'center'})");
            return take(name);
        }

        private Person take(String name) {
            page.evaluate("document.fonts.ready");
            try {
                Files.write(pictures.resolve(language).resolve(name + ".png"), SmallPicture.of(page.screenshot()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            words.computeIfAbsent(language, _ -> new LinkedHashMap<>()).put(name, text());
            return this;
        }

        /// Keeps a picture of the whole page for somewhere else than the guide.
        Person wholePage(Path file) throws IOException {
            Files.write(file, SmallPicture.of(page.screenshot(new Page.ScreenshotOptions().setFullPage(true))));
            return this;
        }

        /// Everything that stands on the page, closed parts and the words of options included.
        private String text() {
            return String.valueOf(page.evaluate("document.title + ' ' + document.body.textContent"))
                    .replaceAll("\\s+", " ");
        }
    }

    /// The folder of the pictures, made anew.
    static Path fresh(Path folder, List<String> languages) throws IOException {
        for (String language : languages) {
            Path of = Files.createDirectories(folder.resolve(language));
            try (var files = Files.list(of)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        return folder;
    }
}
