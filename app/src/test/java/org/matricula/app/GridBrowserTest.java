package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.app.GridSchool.field;
import static org.matricula.app.GridSchool.saved;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;

/// A teacher alone with a class, in a real browser.
@Tag("browser")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GridBrowserTest {
    private GridSchool school;
    private ClassRoom room;

    @BeforeAll
    void a_school(RunningNode node) {
        school = new GridSchool(node, "22001236");
    }

    @BeforeEach
    void a_class() {
        room = school.room(3);
        school.teacher("lan", "Phạm Thị Lan", room);
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private static void paste(Page page, String text) {
        page.evaluate("text => navigator.clipboard.writeText(text)", text);
        press(page, "Control+v");
    }

    private static void stands(Page page, int row, int column, String value) {
        PlaywrightAssertions.assertThat(field(page, row, column)).hasValue(value);
    }

    @Test
    void a_class_of_35_with_three_columns_is_filled_by_keyboard_alone() {
        room = school.room(35);
        school.teacher("lan", "Phạm Thị Lan", room);
        try (BrowserContext context = school.context()) {
            Page page = school.grid(context, "lan", room);
            field(page, 0, 0).focus();
            for (int row = 0; row < 35; row++) {
                page.keyboard().type(row % 3 == 0 ? "T" : "h");
                press(page, "Tab");
                page.keyboard().type(String.valueOf(row % 11));
                press(page, "Tab");
                page.keyboard().type("Tính nhanh, cần đọc kĩ đề bài " + row + ".");
                press(page, "Tab");
            }
            saved(page);
            assertThat(school.filled(room)).isEqualTo(105);
            assertThat(school.stands(room, 34))
                    .containsExactly("comment=Tính nhanh, cần đọc kĩ đề bài 34.", "level=H", "test=1");
            PlaywrightAssertions.assertThat(page.locator("#grid-count")).hasText("✓");
            PlaywrightAssertions.assertThat(page.locator("#grid-state")).containsText("Saved");
            Chromium.screenshot(page, "grid-filled");
        }
    }

    @Nested
    class The_keys {
        @Test
        void move_between_cells_and_change_them_as_in_a_spreadsheet() {
            try (BrowserContext context = school.context()) {
                Page page = school.grid(context, "lan", room);
                field(page, 0, 0).focus();
                page.keyboard().type("T");
                press(page, "Enter");
                page.keyboard().type("H");
                press(page, "ArrowRight");
                page.keyboard().type("8");
                press(page, "ArrowUp");
                page.keyboard().type("9");
                press(page, "Enter");
                PlaywrightAssertions.assertThat(field(page, 1, 1)).isFocused();
                press(page, "F2");
                page.keyboard().type("0"); // 80: the text is changed, not replaced
                stands(page, 1, 1, "80");
                press(page, "Escape");
                stands(page, 1, 1, "8");
                press(page, "Control+End");
                PlaywrightAssertions.assertThat(field(page, 2, 2)).isFocused();
                press(page, "Home");
                PlaywrightAssertions.assertThat(field(page, 2, 0)).isFocused();
                press(page, "Control+Home", "Shift+ArrowDown", "Delete");
                stands(page, 0, 0, "");
                stands(page, 1, 0, "");
                press(page, "Control+z");
                stands(page, 0, 0, "T");
                stands(page, 1, 0, "H");
                press(page, "Control+y");
                stands(page, 0, 0, "");
                press(page, "Control+z");
                press(page, "Control+Home", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
                stands(page, 2, 0, "T");
                saved(page);
                assertThat(school.stands(room, 1)).containsExactly("level=T", "test=8");
                assertThat(school.stands(room, 2)).containsExactly("level=T");
            }
        }

        @Test
        void enter_what_was_typed_also_at_the_edge_where_there_is_no_further_cell() {
            int last = 2;
            try (BrowserContext context = school.context()) {
                Page page = school.grid(context, "lan", room);
                field(page, last, 0).focus();
                page.keyboard().type("H");
                press(page, "Enter");
                field(page, last, 1).focus();
                page.keyboard().type("7");
                press(page, "ArrowDown");
                field(page, 0, 1).focus();
                page.keyboard().type("9");
                press(page, "ArrowUp");
                field(page, last, 2).focus();
                page.keyboard().type("Chăm");
                press(page, "PageDown");
                field(page, 0, 0).focus();
                saved(page);
                assertThat(school.stands(room, last)).containsExactly("comment=Chăm", "level=H", "test=7");
                assertThat(school.stands(room, 0)).containsExactly("test=9");
            }
        }

        @Test
        void leave_the_table_and_come_back() {
            try (BrowserContext context = school.context()) {
                Page page = school.grid(context, "lan", room);
                field(page, 1, 2).focus();
                press(page, "Escape");
                assertThat(page.evaluate("document.activeElement.closest('#grid-about') !== null"))
                        .isEqualTo(true);
                press(page, "Escape");
                PlaywrightAssertions.assertThat(field(page, 1, 2)).isFocused();
                press(page, "Control+End", "Tab");
                assertThat(page.evaluate("document.activeElement.closest('#grid') === null"))
                        .as("past the last cell one is out")
                        .isEqualTo(true);
            }
        }

        @Test
        void write_a_comment_of_two_lines() {
            try (BrowserContext context = school.context()) {
                Page page = school.grid(context, "lan", room);
                field(page, 0, 2).focus();
                page.keyboard().type("Chăm học.");
                press(page, "Alt+Enter");
                page.keyboard().type("Hay phát biểu.");
                press(page, "Enter");
                saved(page);
                assertThat(school.stands(room, 0)).containsExactly("comment=Chăm học.\nHay phát biểu.");
            }
        }
    }

    @Nested
    class A_block_from_a_spreadsheet {
        @Test
        void lands_cell_by_cell_and_says_which_of_them_do_not_fit() {
            try (BrowserContext context = school.context()) {
                Page page = school.grid(context, "lan", room);
                field(page, 0, 0).focus();
                paste(page, "T\t9\t\"Nói \"\"vâng\"\"\nrồi làm\"\nX\t11\tKhá\nH\t7,0\tTốt\nT\t5\tquá\n");
                page.waitForSelector("#grid td.failed");
                PlaywrightAssertions.assertThat(page.locator("#grid-state")).containsText("to mend: 2");
                assertThat(school.stands(room, 0))
                        .containsExactly("comment=Nói \"vâng\"\nrồi làm", "level=T", "test=9");
                assertThat(school.stands(room, 1)).containsExactly("comment=Khá");
                assertThat(school.stands(room, 2)).containsExactly("comment=Tốt", "level=H", "test=7");
                stands(page, 1, 1, "11");
                page.locator("#grid-state button").click();
                PlaywrightAssertions.assertThat(field(page, 1, 0)).isFocused();
                PlaywrightAssertions.assertThat(page.locator("#grid-about")).containsText("not one of the values");
                Chromium.screenshot(page, "grid-pasted");
                page.keyboard().type("T");
                press(page, "ArrowRight");
                page.keyboard().type("10");
                press(page, "Enter");
                saved(page);
                assertThat(school.stands(room, 1)).containsExactly("comment=Khá", "level=T", "test=10");
            }
        }

        @Test
        void can_be_taken_from_here_and_put_there() {
            try (BrowserContext context = school.context()) {
                Page page = school.grid(context, "lan", room);
                field(page, 0, 0).focus();
                paste(page, "T\t9");
                press(page, "Control+c", "Control+Home", "ArrowDown", "Control+v");
                stands(page, 1, 1, "9");
                saved(page);
                assertThat(school.stands(room, 1)).containsExactly("level=T", "test=9");
            }
        }
    }

    @Test
    void a_vietnamese_input_method_composes_in_peace() {
        try (BrowserContext context = school.context()) {
            Page page = school.grid(context, "lan", room);
            field(page, 0, 2).focus();
            CDPSession keys = context.newCDPSession(page);
            compose(keys, "d");
            compose(keys, "đ");
            compose(keys, "đo");
            press(page, "ArrowLeft"); // Chromium ends no composition by it; the grid must not move either
            compose(keys, "đọ");
            commit(keys, "đọc");
            PlaywrightAssertions.assertThat(field(page, 0, 2)).isFocused();
            stands(page, 0, 2, "đọc");
            press(page, "Enter");
            saved(page);
            assertThat(school.stands(room, 0)).containsExactly("comment=đọc");
        }
    }

    private static void compose(CDPSession keys, String text) {
        JsonObject how = new JsonObject();
        how.addProperty("text", text);
        how.addProperty("selectionStart", text.length());
        how.addProperty("selectionEnd", text.length());
        keys.send("Input.imeSetComposition", how);
    }

    private static void commit(CDPSession keys, String text) {
        JsonObject how = new JsonObject();
        how.addProperty("text", text);
        keys.send("Input.insertText", how);
    }

    @Test
    void the_comment_bank_keeps_a_phrase_and_gives_it_back() {
        try (BrowserContext context = school.context()) {
            Page page = school.grid(context, "lan", room);
            field(page, 0, 2).focus();
            page.keyboard().type("Tính nhẩm tốt.");
            press(page, "Alt+ArrowDown", "Enter"); // the only line: keep what is in the cell
            PlaywrightAssertions.assertThat(page.locator("#grid-say")).hasText("Kept in the comment bank");
            press(page, "Enter", "Alt+ArrowDown");
            Chromium.screenshot(page, "grid-bank");
            press(page, "Enter");
            stands(page, 1, 2, "Tính nhẩm tốt.");
            press(page, "ArrowLeft", "ArrowLeft", "Alt+ArrowDown", "ArrowDown", "Enter");
            stands(page, 1, 0, "H");
            saved(page);
            assertThat(school.stands(room, 1)).containsExactly("comment=Tính nhẩm tốt.", "level=H");
        }
    }

    @Test
    void what_the_register_wrote_its_own_way_can_still_be_undone_and_done_again() {
        try (BrowserContext context = school.context()) {
            Page page = school.grid(context, "lan", room);
            field(page, 0, 1).focus();
            page.keyboard().type("7,0");
            press(page, "Enter");
            stands(page, 0, 1, "7");
            press(page, "Control+z");
            stands(page, 0, 1, "");
            press(page, "Control+y");
            stands(page, 0, 1, "7");
            saved(page);
            assertThat(school.stands(room, 0)).containsExactly("test=7");
        }
    }

    @Test
    void nothing_is_said_to_be_complete_while_a_value_does_not_fit() {
        try (BrowserContext context = school.context()) {
            Page page = school.grid(context, "lan", room);
            field(page, 0, 0).focus();
            paste(page, "T\t9\tTốt\nT\t9\tTốt\nT\t11\tTốt");
            page.waitForSelector("#grid td.failed");
            PlaywrightAssertions.assertThat(page.locator("#grid-count")).hasText("1");
            page.locator("#grid-only").check();
            PlaywrightAssertions.assertThat(page.locator("#grid tbody tr:visible"))
                    .hasCount(1);
            field(page, 2, 1).focus();
            page.keyboard().type("8");
            press(page, "Enter");
            saved(page);
            PlaywrightAssertions.assertThat(page.locator("#grid-count")).hasText("✓");
        }
    }

    @Test
    void the_filter_shows_only_pupils_of_whom_something_is_missing() {
        try (BrowserContext context = school.context()) {
            Page page = school.grid(context, "lan", room);
            field(page, 1, 0).focus();
            paste(page, "T\t9");
            saved(page);
            page.locator("#grid-only").check();
            PlaywrightAssertions.assertThat(page.locator("#grid tbody tr:visible"))
                    .hasCount(2);
            page.locator("#grid-find").fill("chi");
            PlaywrightAssertions.assertThat(page.locator("#grid tbody tr:visible"))
                    .hasCount(1);
            press(page, "Enter");
            PlaywrightAssertions.assertThat(field(page, 2, 0)).isFocused();
        }
    }

    @Test
    void a_browser_without_scripts_saves_the_form_and_gives_back_what_does_not_fit() {
        try (BrowserContext context = school.context(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en"))) {
            Page page = school.signedIn(context, "lan", GridSchool.maths(room));
            field(page, 0, 0).fill("T");
            field(page, 0, 1).fill("11");
            field(page, 1, 2).fill("Chăm ngoan");
            page.locator("#grid-save button").click();
            PlaywrightAssertions.assertThat(page.locator(".errors")).containsText("11");
            stands(page, 0, 1, "11");
            assertThat(school.stands(room, 0)).containsExactly("level=T");
            assertThat(school.stands(room, 1)).containsExactly("comment=Chăm ngoan");
            field(page, 0, 1).fill("10");
            page.locator("#grid-save button").click();
            PlaywrightAssertions.assertThat(page.locator(".banner")).containsText("Saved cells: 1");
            assertThat(school.stands(room, 0)).containsExactly("level=T", "test=10");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "kk", "ru"})
    void every_page_is_without_a_barrier_in_every_language(String language) {
        room = school.room(20);
        school.mandate("hoa", "Nguyễn Thị Hoa", Role.HOMEROOM_TEACHER, Optional.of(room.id()));
        school.mandate(
                "hoa", "Nguyễn Thị Hoa", Role.SUBJECT_TEACHER, Optional.of(room.id()), "VIETNAMESE", "MATHEMATICS");
        school.mandate("minh", "Trần Văn Minh", Role.PRINCIPAL, Optional.empty());
        String here = "/classes/" + room.id();
        for (int width : new int[] {1280, 390}) {
            try (BrowserContext context = school.context(Chromium.screen(language, width))) {
                Page page = school.grid(context, "hoa", room);
                field(page, 0, 0).focus();
                paste(page, "T\t9\tHoàn thành tốt, tính toán nhanh và cẩn thận.\nX\t8\tCó tiến bộ.");
                page.waitForSelector("#grid td.failed");
                look(page, "grid");
                for (String path : new String[] {here + "/homeroom", here, "/classes", here + "/homeroom/upload"}) {
                    page.navigate(school.root() + path);
                    String name = path.substring(path.lastIndexOf('/') + 1);
                    look(page, name.contains("-") ? "class" : name);
                }
            }
            try (BrowserContext context = school.context(Chromium.screen(language, width))) {
                Page page = school.signedIn(context, "minh", "/classes/window");
                look(page, "window");
            }
        }
    }

    private static void look(Page page, String name) {
        assertThat(Chromium.flaws(page, "grid-" + name)).isEmpty();
    }
}
