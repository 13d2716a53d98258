package org.matricula.registry.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.registry.page.Desk.content;
import static org.matricula.registry.page.Desk.part;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.page.Parts.Column;
import org.matricula.registry.page.Parts.Happening;
import org.matricula.registry.page.Parts.Link;
import org.matricula.registry.page.Parts.Row;
import org.matricula.registry.page.Parts.Stage;
import org.matricula.registry.page.Parts.Standing;
import org.matricula.registry.page.Parts.Task;

/// The parts of a page that are no fields.
class PartsTest {
    @ParameterizedTest
    @CsvSource({
        "GOOD, status, Done",
        "INFO, region, Good to know",
        "CALM, region, Good to know",
        "WARN, alert, Important",
        "BAD, alert, Important"
    })
    void a_banner_is_announced_by_its_weight(Tone tone, String role, String heading) {
        assertThat(part("banner", Map.of("tone", tone, "words", "So it is.")))
                .contains("role=\"" + role + "\"", "aria-label=\"" + heading + "\"", "So it is.");
    }

    @ParameterizedTest
    @EnumSource
    void a_tag_says_in_words_what_its_colour_repeats(Tone tone) {
        assertThat(part("tag", Map.of("tone", tone, "words", "signed")))
                .isEqualTo("<span class=\"tag " + tone.look() + "\">signed</span>");
    }

    @Test
    void a_task_that_cannot_begin_is_no_link() {
        assertThat(part(
                        "tasks",
                        Map.of(
                                "tasks",
                                List.of(
                                        new Task("Enter", "/enter", "", Tone.WARN, "waits"),
                                        new Task("Sign", "", "Later.", Tone.CALM, "not yet")))))
                .contains(
                        "<a href=\"/enter\" aria-describedby=\"task-1\">Enter</a>",
                        "<span>Sign</span>",
                        "<p class=\"hint\">Later.</p>");
    }

    @Test
    void a_link_to_change_a_fact_says_which() {
        assertThat(part(
                        "summary",
                        Map.of("rows", List.of(new Row("Name", "An", "/name", "vi"), new Row("Born", "2016")))))
                .contains(
                        "<dd class=\"summary-value\" lang=\"vi\">An</dd>",
                        "<a href=\"/name\">Change<span class=\"away\"> Name</span></a>",
                        "<dd class=\"summary-value\">2016</dd></div>");
    }

    @Nested
    class The_steps_of_a_procedure {
        @Test
        void say_in_words_which_are_done_and_which_is_going_on() {
            String steps = part("steps", Map.of("stages", Parts.stages(List.of("Draft", "Entered", "Closed"), 1)));
            assertThat(steps)
                    .contains(
                            "Draft</span><span class=\"away\"> (done)",
                            "class=\"stage now\" aria-current=\"step\"",
                            "Closed</span><span class=\"away\"> (still ahead)");
        }

        @Test
        void are_all_done_at_the_end() {
            assertThat(Parts.stages(List.of("Draft", "Closed"), 2))
                    .extracting(Stage::standing)
                    .containsOnly(Standing.DONE);
        }
    }

    @Nested
    class A_table {
        @Test
        void has_a_name_columns_of_numbers_and_an_order() {
            assertThat(part(
                            "table",
                            Map.of(
                                    "id",
                                    "t",
                                    "caption",
                                    "Class 4A",
                                    "columns",
                                    List.of(
                                            new Column("Name", false, "?sort=name", "ascending"),
                                            new Column("Mark", true)),
                                    "rows",
                                    content("<tr><td>x</td></tr>"))))
                    .contains(
                            "role=\"region\" tabindex=\"0\" aria-labelledby=\"t-caption\"",
                            "<caption id=\"t-caption\">Class 4A</caption>",
                            "aria-sort=\"ascending\"><a href=\"?sort=name\">Name</a>",
                            "<th scope=\"col\" class=\"number\">",
                            "<tr><td>x</td></tr>");
        }

        @Test
        void without_rows_says_what_to_do_instead() {
            assertThat(part(
                            "table",
                            Map.of(
                                    "id",
                                    "t",
                                    "caption",
                                    "Class 4A",
                                    "columns",
                                    List.of(),
                                    "rows",
                                    content(""),
                                    "empty",
                                    true,
                                    "nothing",
                                    content("<p>Import one.</p>"))))
                    .contains("Class 4A", "<p>Import one.</p>")
                    .doesNotContain("<table");
        }
    }

    @Test
    void a_card_of_a_board_says_how_it_stands() {
        assertThat(part("card", Map.of("title", "4A", "tone", Tone.BAD, "state", "late", "address", "/4A")))
                .contains("board-card bad", "<h3><a href=\"/4A\">4A</a></h3>", ">late</span>");
    }

    @Test
    void a_bar_in_parts_says_each_part_in_words_and_numbers_and_leaves_out_what_is_not_there() {
        String bar = part(
                "segments",
                Map.of(
                        "label",
                        "Books",
                        "segments",
                        List.of(
                                new Parts.Segment(20, "sealed", "closed"),
                                new Parts.Segment(0, "approved", "approved"),
                                new Parts.Segment(15, "missing", "being entered"))));
        assertThat(bar)
                .contains("viewBox=\"0 0 35 1\"", "x=\"20\"", "width=\"15\"")
                .contains(">20</span> closed", ">15</span> being entered")
                .doesNotContain("approved");
        assertThat(part("segments", Map.of("label", "Books", "segments", List.of()))
                        .strip())
                .isEmpty();
    }

    @Nested
    class Progress {
        @Test
        void is_told_in_counts_and_asks_again_only_while_it_goes_on() {
            String going =
                    part("progress", Map.of("id", "p", "label", "Signing", "done", 12L, "total", 35L, "poll", "/p"));
            assertThat(going)
                    .contains(
                            "12 of 35</strong>",
                            "<progress max=\"35\" value=\"12\" aria-labelledby=\"p-label\">",
                            "hx-get=\"/p\" hx-trigger=\"every 1s\"");
            assertThat(part("progress", Map.of("id", "p", "label", "Signing", "done", 35L, "total", 35L)))
                    .contains("progress done")
                    .doesNotContain("hx-");
        }

        @Test
        void says_how_many_failed() {
            assertThat(part("progress", Map.of("id", "p", "label", "Signing", "done", 33L, "total", 35L, "failed", 2L)))
                    .contains("2 failed", "progress failed");
        }

        @Test
        void of_nothing_is_a_bar_all_the_same() {
            assertThat(part("progress", Map.of("id", "p", "label", "Signing", "done", 0L, "total", 0L)))
                    .contains("max=\"1\" value=\"0\"");
        }

        @Test
        void is_read_out_politely() {
            assertThat(part("live", Map.of("content", content("<p>12</p>"))))
                    .contains("role=\"status\" aria-live=\"polite\"", "<p>12</p>");
        }
    }

    @Nested
    class The_ways_about {
        @Test
        void say_where_one_is() {
            List<Link> links = List.of(new Link("/a", "A", true, "3"), new Link("/b", "B"));
            assertThat(part("tabs", Map.of("label", "Parts", "links", links)))
                    .contains("aria-label=\"Parts\"", "<a href=\"/a\" aria-current=\"page\">A <span class=\"badge\">3<")
                    .contains("<a href=\"/b\">B</a>");
            assertThat(part("crumbs", Map.of("links", links)))
                    .contains("aria-label=\"Where you are\"", "aria-current=\"page\"");
        }

        @Test
        void through_many_pages_show_the_first_the_last_and_the_near() {
            assertThat(Parts.pagesAround(6, 12)).containsExactly(1, 0, 5, 6, 7, 0, 12);
            assertThat(Parts.pagesAround(1, 4)).containsExactly(1, 2, 3, 4);
            assertThat(Parts.pagesAround(3, 5)).containsExactly(1, 2, 3, 4, 5);
            assertThat(part("pages", Map.of("at", 6, "last", 12, "address", "?page=")))
                    .contains(
                            "<a href=\"?page=5\" rel=\"prev\">",
                            "<a href=\"?page=7\" rel=\"next\">",
                            "<a href=\"?page=6\" aria-label=\"Page 6\" aria-current=\"page\">6</a>");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1})
        void through_a_single_page_are_not_needed(int last) {
            assertThat(part("pages", Map.of("at", 1, "last", last, "address", "?page=")))
                    .isEmpty();
        }
    }

    @Test
    void a_filter_asks_by_address_and_can_be_cleared() {
        assertThat(part(
                        "filter",
                        Map.of(
                                "action",
                                "/classes",
                                "label",
                                "What is shown",
                                "fields",
                                content("<p>in</p>"),
                                "clear",
                                "/classes",
                                "result",
                                "3 of 35")))
                .contains("method=\"get\" role=\"search\"", "Clear the filter", "role=\"status\">3 of 35<");
    }

    @Test
    void more_on_demand_is_closed_unless_told() {
        assertThat(part("disclosure", Map.of("summary", "Why?", "content", content("<p>So.</p>"))))
                .contains("<summary>Why?</summary>", "<p>So.</p>")
                .doesNotContain(" open");
        assertThat(part("disclosure", Map.of("summary", "Why?", "content", content(""), "open", true)))
                .contains(" open");
    }

    @Test
    void a_journal_says_what_when_and_who() {
        assertThat(part(
                        "journal",
                        Map.of(
                                "lines",
                                List.of(
                                        new Happening("2026-05-29T16:40+07:00", "29 May", "Sealed", "Lan", Tone.GOOD),
                                        new Happening("2026-05-28", "28 May", "Opened", "", Tone.CALM)))))
                .contains(
                        "<li class=\"good\">",
                        "<time datetime=\"2026-05-29T16:40+07:00\">29 May</time> · Lan",
                        "28 May</time></p>");
    }

    @Test
    void a_note_stands_aside_and_what_is_not_there_yet_says_what_to_do() {
        assertThat(part("note", Map.of("tone", Tone.WARN, "content", content("<p>Mind.</p>"))))
                .isEqualTo("<div class=\"note warn\"><p>Mind.</p></div>");
        assertThat(part(
                        "nothing",
                        Map.of("title", "No class", "words", "Import one.", "action", "Import", "address", "/i")))
                .contains("No class", "Import one.", "<a class=\"button\" href=\"/i\">Import</a>");
    }
}
