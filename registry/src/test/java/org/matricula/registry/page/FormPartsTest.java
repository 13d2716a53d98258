package org.matricula.registry.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.registry.page.Desk.content;
import static org.matricula.registry.page.Desk.part;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Option;
import org.matricula.registry.page.Parts.Row;

/// The parts of a form.
class FormPartsTest {
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
}
