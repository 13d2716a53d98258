package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.app.Chromium.screen;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.flows.SignSubject;

/// A teacher makes a key, mistypes the PIN and signs a class of 35; then every page of signing in four languages, wide
/// and narrow, dark, and without scripts.
@Tag("browser")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignPagesBrowserTest {
    private static final String PIN = "tim-sim-2026";

    private String root = "";
    private HoaSenSchool school;
    private SignedInPeople people;
    private ClassRoom room;
    private Actor teacher;
    private String work = "";

    @BeforeAll
    void a_class_of_35_and_its_teachers(RunningNode node) throws IOException {
        root = node.root();
        school = new HoaSenSchool(node, "22199913");
        people = new SignedInPeople(node);
        room = school.enter("4A", 35);
        teacher = school.teacherOf("MATHEMATICS");
        Actor music = school.teacherOf("MUSIC");
        school.done(school.get(SignSubject.class).run(music, room, "MUSIC", school.key(music)));
    }

    private BrowserContext window(Actor actor, NewContextOptions screen) {
        return Chromium.window(screen, root, people.strong(actor));
    }

    private String sign() {
        return "/classes/" + room.id() + "/sign/MATHEMATICS";
    }

    private static void enter(Page page, String pin) {
        page.fill("#f-pin", pin);
        page.press("#f-pin", "Enter");
    }

    @Test
    @Order(1)
    void a_teacher_makes_a_key_mistypes_the_pin_and_signs_the_class_in_one_act() {
        try (BrowserContext window = window(teacher, screen("en", 1280))) {
            Page page = window.newPage();
            page.navigate(root + "/account/key?back=" + sign());
            page.fill("#f-pin", PIN);
            page.fill("#f-again", PIN);
            page.click("form[action='/account/key/make'] button");
            page.click(".banner a");
            for (int left : new int[] {4, 3, 2}) {
                enter(page, "mistyped");
                PlaywrightAssertions.assertThat(page.locator(".errors")).containsText(String.valueOf(left));
            }
            assertThat(Chromium.flaws(page, "sign-wrong-pin")).isEmpty();
            enter(page, PIN);
            PlaywrightAssertions.assertThat(page.locator("#bar.done")).containsText("35 of 35");
            work = page.url().substring(root.length());
        }
    }

    private List<String> looked(String kind, NewContextOptions screen) {
        List<String> flaws = new ArrayList<>();
        try (BrowserContext window = window(teacher, screen)) {
            Page page = window.newPage();
            look(page, work, kind + "work", flaws);
            look(page, sign(), kind + "signed", flaws);
            look(page, "/account/key", kind + "key", flaws);
        }
        try (BrowserContext window = window(school.homeroom(), screen)) {
            Page page = window.newPage();
            look(page, "/classes/" + room.id() + "/sign/VIETNAMESE", kind + "sign", flaws);
            look(page, "/classes/" + room.id() + "/result", kind + "result", flaws);
            look(page, "/classes/" + room.id() + "/result/return/MUSIC", kind + "return", flaws);
        }
        return flaws;
    }

    private void look(Page page, String path, String name, List<String> flaws) {
        page.navigate(root + path);
        flaws.addAll(Chromium.flaws(page, "sign-" + name));
    }

    @Order(2)
    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "vi, 1280", "vi, 390", "kk, 1280", "kk, 390", "ru, 1280", "ru, 390"})
    void the_pages_of_signing_are_without_a_barrier_and_nothing_sticks_out(String language, int width) {
        assertThat(looked("", screen(language, width))).isEmpty();
    }

    @Order(2)
    @ParameterizedTest
    @CsvSource({"vi, 1280", "ru, 390"})
    void they_are_so_in_the_dark(String language, int width) {
        assertThat(looked("dark-", screen(language, width).setColorScheme(ColorScheme.DARK)))
                .isEmpty();
    }

    @Test
    @Order(3)
    void a_key_is_made_and_a_class_is_signed_without_javascript() {
        Actor another = school.teacherOf("FINE_ARTS");
        try (BrowserContext window = window(another, screen("vi", 390).setJavaScriptEnabled(false))) {
            Page page = window.newPage();
            page.navigate(root + "/account/key?back=/classes/" + room.id() + "/sign/FINE_ARTS");
            page.fill("#f-pin", PIN);
            page.fill("#f-again", PIN);
            page.click("form[action='/account/key/make'] button");
            page.click(".banner a");
            enter(page, "mistyped");
            PlaywrightAssertions.assertThat(page.locator(".errors")).isVisible();
            enter(page, PIN);
            PlaywrightAssertions.assertThat(page.locator("#bar")).containsText("35");
            PlaywrightAssertions.assertThat(page.locator("#bar.done")).isVisible(); // the page asks anew by itself
            Chromium.screenshot(page, "sign-without-scripts");
        }
    }
}
