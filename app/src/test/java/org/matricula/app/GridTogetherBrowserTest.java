package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.app.GridSchool.cell;
import static org.matricula.app.GridSchool.field;
import static org.matricula.app.GridSchool.saved;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matricula.registry.gradebook.ClassRoom;

/// Two people in one grid, and everything that can come between a typed mark and the register.
@Tag("browser")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GridTogetherBrowserTest {
    private GridSchool school;
    private ClassRoom room;

    @BeforeAll
    void a_school(RunningNode node) {
        school = new GridSchool(node, "22001237");
    }

    @BeforeEach
    void a_class() {
        room = school.room(3);
        school.teacher("lan", "Phạm Thị Lan", room);
        school.teacher("nga", "Lê Thị Nga", room);
    }

    private static void type(Page page, int row, int column, String text) {
        field(page, row, column).focus();
        page.keyboard().type(text);
        page.keyboard().press("Enter");
    }

    private static void stands(Page page, int row, int column, String value) {
        PlaywrightAssertions.assertThat(field(page, row, column)).hasValue(value);
    }

    @Nested
    class Two_people_in_one_grid {
        @Test
        void see_each_other_and_each_other_s_cells_as_they_come() {
            try (BrowserContext one = school.context();
                    BrowserContext other = school.context()) {
                Page lan = school.grid(one, "lan", room);
                Page nga = school.grid(other, "nga", room);
                type(lan, 0, 1, "9");
                stands(nga, 0, 1, "9");
                PlaywrightAssertions.assertThat(nga.locator("#grid-here")).containsText("Phạm Thị Lan");
                PlaywrightAssertions.assertThat(cell(nga, 1, 1)).hasAttribute("data-who", "Phạm Thị Lan");
                field(nga, 0, 1).focus();
                PlaywrightAssertions.assertThat(nga.locator("#grid-about")).containsText("Phạm Thị Lan changed it");
                Chromium.screenshot(nga, "grid-together");
                lan.close();
                PlaywrightAssertions.assertThat(nga.locator("#grid-here")).isHidden();
            }
        }

        @Test
        void overwrite_nothing_and_are_shown_both_values_side_by_side() {
            try (BrowserContext one = school.context();
                    BrowserContext other = school.context()) {
                Page lan = school.grid(one, "lan", room);
                Page nga = school.grid(other, "nga", room);
                field(nga, 0, 1).focus();
                nga.keyboard().type("8"); // not entered yet
                type(lan, 0, 1, "9");
                saved(lan);
                nga.keyboard().press("Enter");
                PlaywrightAssertions.assertThat(nga.locator("#grid-state")).containsText("changed by others too: 1");
                stands(nga, 0, 1, "8");
                assertThat(school.stands(room, 0)).containsExactly("test=9");
                nga.locator("#grid-state button").click();
                PlaywrightAssertions.assertThat(nga.locator("#grid-about")).containsText("Phạm Thị Lan");
                Chromium.screenshot(nga, "grid-conflict");
                assertThat(Chromium.serious(nga)).isEmpty();
                nga.locator("#grid-about button").first().click(); // keep mine
                saved(nga);
                assertThat(school.stands(room, 0)).containsExactly("test=8");
                stands(lan, 0, 1, "8");
            }
        }

        @Test
        void may_take_the_other_one_s_value() {
            try (BrowserContext one = school.context();
                    BrowserContext other = school.context()) {
                Page lan = school.grid(one, "lan", room);
                Page nga = school.grid(other, "nga", room);
                field(nga, 0, 2).focus();
                nga.keyboard().type("Khá");
                type(lan, 0, 2, "Giỏi");
                saved(lan);
                nga.keyboard().press("Enter");
                nga.locator("#grid-state button").click();
                nga.locator("#grid-about button").last().click();
                stands(nga, 0, 2, "Giỏi");
                PlaywrightAssertions.assertThat(nga.locator("#grid-state")).containsText("Saved");
                assertThat(school.stands(room, 0)).containsExactly("comment=Giỏi");
            }
        }
    }

    @Nested
    class A_connection {
        @Test
        void that_drops_loses_nothing_and_the_rest_follows_by_itself() {
            try (BrowserContext context = school.context()) {
                Page page = school.grid(context, "lan", room);
                context.setOffline(true);
                type(page, 0, 1, "9");
                type(page, 1, 1, "8");
                PlaywrightAssertions.assertThat(page.locator("#grid-state"))
                        .containsText("Not saved: 2 — no connection");
                Chromium.screenshot(page, "grid-offline");
                assertThat(school.filled(room)).isZero();
                context.setOffline(false);
                saved(page);
                assertThat(school.stands(room, 0)).containsExactly("test=9");
                assertThat(school.stands(room, 1)).containsExactly("test=8");
            }
        }

        @Test
        void that_loses_the_answer_leads_to_the_same_entry_again_and_to_no_quarrel_with_oneself() {
            try (BrowserContext context = school.context()) {
                Page page = school.grid(context, "lan", room);
                AtomicInteger lost = new AtomicInteger();
                page.route("**/marks", route -> {
                    if (route.request().method().equals("PATCH") && lost.getAndIncrement() < 2) {
                        route.fetch(); // it reaches the server, and its answer nobody
                        route.abort();
                    } else {
                        route.resume();
                    }
                });
                type(page, 0, 1, "9");
                PlaywrightAssertions.assertThat(page.locator("#grid-state")).containsText("Not saved");
                type(page, 0, 1, "7");
                saved(page);
                assertThat(school.stands(room, 0)).containsExactly("test=7");
                assertThat(lost.get()).isGreaterThan(2);
                PlaywrightAssertions.assertThat(page.locator("#grid td.changed"))
                        .hasCount(0);
            }
        }
    }

    @Nested
    class A_page_that_is_closed_with_unsaved_marks {
        @Test
        void gives_them_back_when_it_is_opened_again() {
            try (BrowserContext context = school.context()) {
                Page page = school.grid(context, "lan", room);
                page.route("**/marks", route -> {
                    if (route.request().method().equals("PATCH")) {
                        route.abort();
                    } else {
                        route.resume();
                    }
                });
                type(page, 0, 1, "9");
                field(page, 1, 2).focus();
                page.keyboard().type("Đang viết dở"); // not even entered
                PlaywrightAssertions.assertThat(page.locator("#grid-state")).containsText("Not saved");
                page.close();
                Page again = context.newPage();
                again.navigate(school.root() + GridSchool.maths(room));
                GridSchool.ready(again);
                stands(again, 0, 1, "9");
                stands(again, 1, 2, "Đang viết dở");
                saved(again);
                assertThat(school.stands(room, 0)).containsExactly("test=9");
                assertThat(school.stands(room, 1)).containsExactly("comment=Đang viết dở");
                assertThat(again.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
            }
        }

        @Test
        void gives_them_to_nobody_else() {
            try (BrowserContext context = school.context()) {
                Page page = school.grid(context, "lan", room);
                page.route("**/marks", route -> route.abort());
                type(page, 0, 1, "9");
                PlaywrightAssertions.assertThat(page.locator("#grid-state")).containsText("Not saved");
                context.clearCookies();
                page.close();
                Page nga = school.grid(context, "nga", room);
                stands(nga, 0, 1, "");
                assertThat(school.filled(room)).isZero();
            }
        }
    }

    @Nested
    class A_person_who_is_signed_out {
        @Test
        void signs_in_in_another_tab_and_goes_on() {
            try (BrowserContext context = school.context()) {
                Page page = school.grid(context, "lan", room);
                context.clearCookies();
                type(page, 0, 1, "9");
                PlaywrightAssertions.assertThat(page.locator("#grid-state")).containsText("you are signed out");
                Page door =
                        context.waitForPage(() -> page.locator("#grid-state a").click());
                school.signIn(door, "lan");
                page.bringToFront();
                saved(page);
                assertThat(school.stands(room, 0)).containsExactly("test=9");
            }
        }

        @Test
        void does_not_lend_his_marks_to_whoever_signs_in_next() {
            try (BrowserContext context = school.context()) {
                Page page = school.grid(context, "lan", room);
                context.clearCookies();
                type(page, 0, 1, "9");
                PlaywrightAssertions.assertThat(page.locator("#grid-state")).containsText("you are signed out");
                Page door =
                        context.waitForPage(() -> page.locator("#grid-state a").click());
                school.signIn(door, "nga");
                page.bringToFront();
                PlaywrightAssertions.assertThat(page.locator("#grid-state"))
                        .containsText(
                                "somebody else is signed in",
                                new LocatorAssertions.ContainsTextOptions().setTimeout(20_000)); // it asks now and then
                assertThat(school.filled(room)).isZero();
            }
        }
    }

    @Test
    void a_page_warns_before_it_is_closed_only_when_the_browser_keeps_nothing() {
        try (BrowserContext context = school.context()) {
            context.addInitScript("Storage.prototype.setItem = () => { throw new Error('full'); };");
            Page page = school.grid(context, "lan", room);
            page.route("**/marks", route -> route.abort());
            type(page, 0, 1, "9");
            PlaywrightAssertions.assertThat(page.locator("#grid-state")).containsText("this browser keeps nothing");
            AtomicInteger warned = new AtomicInteger();
            page.onDialog(dialog -> {
                warned.incrementAndGet();
                dialog.accept();
            });
            page.navigate(school.root() + "/law");
            assertThat(warned).hasValue(1);
        }
    }
}
