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
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Happening;
import org.matricula.registry.page.Parts.Link;
import org.matricula.registry.page.Parts.Option;
import org.matricula.registry.page.Parts.Row;
import org.matricula.registry.page.Parts.Stage;
import org.matricula.registry.page.Parts.Standing;
import org.matricula.registry.page.Parts.Task;

class PartsTest {
    private static final List<Option> LEVELS =
            List.of(new Option("T", "Well"), new Option("H", "Done"), new Option("C", "Not done", "A plan follows."));

    @Nested
    class A_button {
        @Test
        void sends_the_form_and_may_say_which_act() {
            assertThat(part("button", Map.of("words", "Save")))
                    .isEqualTo("<button class=\"button \" type=\"submit\">Save</button>");
            assertThat(part("button", Map.of("words", "Seal", "look", "danger", "name", "act", "value", "seal")))
                    .contains("class=\"button danger\"", "name=\"act\"", "value=\"seal\"");
        }

        @Test
        void that_leads_elsewhere_is_a_link_and_tells_the_deaf_and_blind_what_it_is_about() {
            assertThat(part("button", Map.of("words", "Open", "href", "/classes/4A", "about", "class 4A")))
                    .startsWith("<a class=\"button \" href=\"/classes/4A\">Open<span class=\"away\"> class 4A</span>");
        }
    }

    @Nested
    class A_field {
        @Test
        void has_a_label_and_is_described_by_its_hint_and_its_error() {
            String field = part(
                    "field",
                    Map.of("label", "Mark", "name", "marks.0", "hint", "1 to 10", "error", "Too large", "value", "11"));
            assertThat(field)
                    .contains(
                            "<label for=\"f-marks-0\">Mark</label>",
                            "id=\"f-marks-0-hint\">1 to 10<",
                            "id=\"f-marks-0-error\"><span class=\"away\">Error: </span>Too large<",
                            "aria-describedby=\"f-marks-0-hint f-marks-0-error\"",
                            "aria-invalid=\"true\"",
                            "value=\"11\"",
                            "name=\"marks.0\"");
        }

        @Test
        void without_hint_or_error_is_described_by_nothing() {
            assertThat(part("field", Map.of("label", "Name", "name", "name")))
                    .doesNotContain("aria-describedby", "aria-invalid", "wrong")
                    .contains("required");
        }

        @Test
        void says_when_it_may_stay_empty() {
            assertThat(part("field", Map.of("label", "Name", "name", "name", "required", false)))
                    .contains("(optional)")
                    .doesNotContain(" required");
        }

        @Test
        void for_a_number_is_a_line_with_a_keyboard_of_digits() {
            assertThat(part("field", Map.of("label", "Mark", "name", "mark", "type", "number", "width", 4)))
                    .contains("type=\"text\"", "inputmode=\"decimal\"", "class=\"w4\"", "spellcheck=\"false\"");
        }

        @Test
        void for_a_password_never_gives_back_what_was_typed() {
            assertThat(part(
                            "field",
                            Map.of(
                                    "label",
                                    "Password",
                                    "name",
                                    "password",
                                    "type",
                                    "password",
                                    "value",
                                    "secret",
                                    "autocomplete",
                                    "current-password")))
                    .contains("autocomplete=\"current-password\"")
                    .doesNotContain("secret");
        }

        @Test
        void keeps_hostile_words_as_words() {
            assertThat(part("field", Map.of("label", "<b>", "name", "x", "value", "\"><script>", "error", "<i>no</i>")))
                    .contains("&lt;b&gt;", "value=\"&#34;>&lt;script>\"", "&lt;i&gt;no&lt;/i&gt;")
                    .doesNotContain("<script>", "<i>");
        }
    }

    @Nested
    class A_choice {
        @Test
        void among_few_is_a_group_with_a_legend_and_starts_at_the_anchor_of_its_field() {
            String radios = part(
                    "radios",
                    Map.of("label", "Level", "name", "level", "options", LEVELS, "value", "H", "error", "Choose"));
            assertThat(radios)
                    .contains(
                            "<fieldset class=\"field wrong\" aria-describedby=\"f-level-error\"><legend>Level</legend>",
                            "id=\"f-level\" name=\"level\" value=\"T\">",
                            "id=\"f-level-2\" name=\"level\" value=\"H\" checked>",
                            "aria-describedby=\"f-level-3-more\"",
                            "id=\"f-level-3-more\">A plan follows.<");
        }

        @Test
        void of_several_marks_all_that_were_chosen() {
            assertThat(part(
                            "checkboxes",
                            Map.of("label", "Level", "name", "level", "options", LEVELS, "values", List.of("T", "C"))))
                    .contains("value=\"T\" checked", "value=\"C\" checked")
                    .doesNotContain("value=\"H\" checked");
        }

        @Test
        void from_a_list_may_begin_with_nothing_chosen() {
            assertThat(part(
                            "select",
                            Map.of(
                                    "label",
                                    "Level",
                                    "name",
                                    "level",
                                    "options",
                                    LEVELS,
                                    "value",
                                    "C",
                                    "prompt",
                                    "Choose one")))
                    .contains(
                            "<option value=\"\">Choose one</option>", "<option value=\"C\" selected>Not done</option>")
                    .contains("<option value=\"T\">");
        }

        @Test
        void of_yes_or_no_is_one_box_with_its_words() {
            assertThat(part("checkbox", Map.of("label", "I agree", "name", "agree", "hint", "With your name.")))
                    .contains("<label for=\"f-agree\">I agree</label>", "aria-describedby=\"f-agree-hint\"")
                    .doesNotContain("checked");
        }
    }

    @Test
    void a_text_says_how_long_it_may_be() {
        assertThat(part("textarea", Map.of("label", "Reason", "name", "reason", "limit", 500, "value", "a<b")))
                .contains("At most 500 characters.", ">a&lt;b</textarea>", "aria-describedby=\"f-reason-hint\"");
    }

    @Test
    void a_file_is_asked_for_by_its_endings() {
        assertThat(part("upload", Map.of("label", "Sheet", "accept", ".xlsx")))
                .contains("type=\"file\"", "accept=\".xlsx\"", "class=\"drop\"")
                .doesNotContain("multiple");
    }

    @Test
    void a_group_of_fields_has_a_name() {
        assertThat(part("group", Map.of("label", "Pupil", "content", content("<p>in</p>"))))
                .startsWith("<fieldset class=\"group\"><legend>Pupil</legend>")
                .contains("<p>in</p>");
    }

    @Nested
    class A_form {
        @Test
        void carries_the_token_where_there_is_one() {
            Map<String, Object> form = Map.of("action", "/save", "content", content("<p>in</p>"));
            assertThat(part("form", Desk.guarded(), form))
                    .contains("method=\"post\"", "<input type=\"hidden\" name=\"_csrf\" value=\"t&lt;o>ken\">");
            assertThat(part("form", form)).doesNotContain("hidden", "enctype");
        }

        @Test
        void with_a_file_is_sent_in_parts() {
            assertThat(part("form", Map.of("action", "/up", "content", content(""), "upload", true)))
                    .contains("enctype=\"multipart/form-data\"");
        }

        @Test
        void to_check_answers_shows_them_warns_and_offers_a_way_back() {
            assertThat(part(
                            "answers",
                            Desk.guarded(),
                            Map.of(
                                    "rows",
                                    List.of(new Row("Class", "4A")),
                                    "action",
                                    "/seal",
                                    "confirm",
                                    "Seal",
                                    "back",
                                    "/classes",
                                    "cancel",
                                    "Not yet",
                                    "warning",
                                    "For ever.",
                                    "danger",
                                    true)))
                    .contains(
                            "name=\"_csrf\"",
                            "<dt>Class</dt>",
                            "For ever.",
                            "button danger",
                            "<a class=\"cancel\" href=\"/classes\">Not yet</a>");
        }
    }

    @Nested
    class The_summary_of_mistakes {
        @Test
        void leads_to_each_field_and_takes_the_focus() {
            assertThat(part(
                            "errors",
                            Map.of("faults", List.of(new Fault("marks.0", "Too large"), new Fault("", "No")))))
                    .contains(
                            "tabindex=\"-1\" autofocus",
                            "role=\"alert\"",
                            "There is a problem",
                            "<a href=\"#f-marks-0\">Too large</a>",
                            "<a href=\"#main\">No</a>");
        }

        @Test
        void is_not_there_when_nothing_is_wrong() {
            assertThat(part("errors", Map.of("faults", List.of()))).isEmpty();
        }
    }

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
