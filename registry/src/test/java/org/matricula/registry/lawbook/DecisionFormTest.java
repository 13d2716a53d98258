package org.matricula.registry.lawbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.page.Language;

/// A citizen fills in a form; there is no JavaScript.
class DecisionFormTest {
    private static final String SWIMMER = "name=Lan&bornOn=2000-01-01&askedOn=2024-05-02&swims=true&seats=2";
    private static final String EVERYTHING = """
            text=a+%26+b&whole=-7&decimal=2%2C5&flag=false&maybe=true&colour=GREEN&day=2024-02-29&time=09%3A30\
            &moment=2024-05-01T17%3A59&colours=RED&colours=BLUE&numbers=1%0A2&parts.0.label=one&parts.0.at=08%3A00\
            &parts.2.label=three&parts.2.notes=x%0Ay&keeper.name=Minh&keeper.present=true&pairs=k+%3D+v%0An+%3D+w%3Dz""";
    private static final String EVERYTHING_AS_JSON = """
            {"text": "a & b", "whole": -7, "decimal": 2.5, "flag": false, "maybe": true, "colour": "GREEN",
             "day": "2024-02-29", "time": "09:30", "moment": "2024-05-01T17:59", "colours": ["RED", "BLUE"],
             "numbers": [1, 2], "parts": [{"label": "one", "at": "08:00", "notes": []},
             {"label": "three", "notes": ["x", "y"]}], "keeper": {"name": "Minh", "present": true},
             "pairs": {"k": "v", "n": "w=z"}}""";

    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static HttpResponse<String> ask(String decision, String query) {
        return office.follow("/law/decisions/" + decision + "?" + query + "&ask=1");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// What the page shows as the answer of a program.
    private static String program(String page) {
        int start = page.lastIndexOf("<code>", page.indexOf("\"decision\" :")) + "<code>".length();
        return page.substring(start, page.indexOf("</code>", start))
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    @Nested
    class A_form_that_is_filled_in {
        @Test
        void is_answered_as_a_program_is_answered() {
            HttpResponse<String> page = ask("shed.everything", EVERYTHING + "&lang=en");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(program(page.body()).strip())
                    .isEqualTo(office.ask("shed.everything", EVERYTHING_AS_JSON).body());
        }

        @Test
        void says_the_result_the_reason_and_the_clause() {
            String page = ask("shed.loan", SWIMMER + "&weather=BAD&lang=en").body();
            assertThat(page)
                    .contains("Lan can swim", "/law/SHED/1.a/1", "A boat is lent to those who can swim")
                    .contains("is the weather too bad?", "a person decides")
                    .contains("Edition applied: SHED/2022-01-01");
        }

        @Test
        void keeps_what_was_entered_so_that_it_can_be_changed() {
            String page = ask("shed.everything", EVERYTHING + "&lang=en").body();
            assertThat(page)
                    .contains("value=\"a &amp; b\"", "value=\"-7\"", "value=\"2,5\"", "value=\"2024-02-29\"")
                    .containsPattern("value=\"GREEN\"[^>]* selected")
                    .containsPattern("name=\"colours\" value=\"BLUE\" checked")
                    .contains("value=\"three\"", "k = v");
        }

        @Test
        void has_an_address_that_gives_the_same_answer_again() {
            String page = ask("shed.loan", SWIMMER + "&weather=&lang=en").body();
            String address = PageCheck.tags(page).stream()
                    .filter(tag -> tag.name().equals("a") && tag.at("href").endsWith("&amp;ask=1"))
                    .filter(tag -> tag.at("href").contains("Lan"))
                    .findFirst()
                    .orElseThrow()
                    .at("href")
                    .replace("&amp;", "&");
            assertThat(address).doesNotContain("weather", "lang");
            assertThat(office.get(address + "&lang=vi").body()).contains("Lan biết bơi");
        }

        @Test
        void keeps_its_facts_when_the_language_is_changed() {
            assertThat(ask("shed.loan", SWIMMER + "&lang=en").body())
                    .containsPattern("href=\"/law/decisions/shed.loan\\?name=Lan&amp;[^\"]*ask=1&amp;lang=ru\"");
        }

        @Test
        void has_no_answer_when_no_edition_was_in_force() {
            HttpResponse<String> page = ask("shed.loan", SWIMMER.replace("2024-05-02", "2019-12-31") + "&lang=en");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("No edition of this regulation was in force", "/law/SHED/0");
        }

        @ParameterizedTest
        @EnumSource
        void is_in_order_in_every_language(Language language) {
            String lang = "&lang=" + language.code();
            for (String page : List.of(
                    ask("shed.everything", EVERYTHING + lang).body(),
                    ask("shed.loan", SWIMMER + lang).body(),
                    ask("shed.loan", "name=&seats=many" + lang).body(),
                    ask("shed.everything", "parts.0.at=noon&keeper.name=Minh&pairs=odd" + lang)
                            .body())) {
                assertThat(PageCheck.problems(page, language.code())).isEmpty();
            }
        }
    }

    @Nested
    class A_question_for_a_moment {
        @Test
        void is_asked_without_the_words_for_programs() {
            assertThat(office.get("/law/decisions/shed.everything?lang=en").body())
                    .containsPattern("<label for=\"f-moment\">Moment\\s*</label>")
                    .doesNotContain("carries an offset");
        }
    }

    @Nested
    class The_day_that_picks_the_edition {
        @Test
        void is_not_asked_for_where_a_date_of_the_facts_decides() {
            assertThat(office.get("/law/decisions/shed.loan?lang=en").body()).doesNotContain("asOf");
            assertThat(ask("shed.loan", SWIMMER + "&asOf=1900-01-01&lang=en").body())
                    .contains("Edition applied: SHED/2022-01-01");
        }

        @Test
        void is_asked_for_where_the_facts_have_none() {
            assertThat(office.get("/law/decisions/shed.back?lang=en").body()).contains("id=\"f-asOf\"");
            assertThat(ask("shed.back", "takenOn=2024-04-29&asOf=2019-12-31&lang=en")
                            .body())
                    .contains("No edition of this regulation was in force");
        }

        @Test
        void is_asked_for_where_no_example_tells() {
            assertThat(office.get("/law/decisions/shed.everything?lang=en").body())
                    .contains("id=\"f-asOf\"");
        }
    }

    @Nested
    class Facts_that_cannot_be_taken {
        @Test
        void are_named_at_their_fields_and_at_the_head_of_the_page() {
            HttpResponse<String> page = ask("shed.loan", "seats=9&bornOn=yesterday&lang=en");
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body())
                    .contains("<title>Error: May a boat be taken?", "href=\"#f-seats\"", "id=\"f-seats-error\"")
                    .contains("the largest value possible is 8, not 9")
                    .contains("Write the date as year-month-day")
                    .contains("Fill this in", "Choose an answer");
        }

        @Test
        void are_told_in_the_words_of_the_reader() {
            assertThat(ask("shed.loan", "lang=ru").body()).contains("Заполните это поле", "Выберите ответ");
            assertThat(ask("shed.loan", SWIMMER.replace("2000-01-01", "2030-01-01") + "&lang=vi")
                            .body())
                    .contains("hỏi trước khi sinh");
            assertThat(ask("shed.loan", SWIMMER.replace("2000-01-01", "2030-01-01") + "&lang=kk")
                            .body())
                    .as("the regulation does not speak Kazakh")
                    .contains("<span lang=\"en\">asked before born</span>")
                    .doesNotContain("hỏi trước khi sinh");
        }

        @Test
        void are_named_in_the_right_row_of_a_list() {
            String page = ask(
                            "shed.everything",
                            EVERYTHING.replace("parts.2.label=three", "parts.2.at=noon") + "&lang=en")
                    .body();
            assertThat(page)
                    .contains("href=\"#f-parts-2-label\"", "href=\"#f-parts-2-at\"")
                    .doesNotContain("href=\"#f-parts-0", "href=\"#f-parts-1");
        }

        @Test
        void are_named_even_when_they_have_no_field() {
            HttpResponse<String> page =
                    office.get("/law/decisions/shed.loan?lang=en&facts=" + encoded("{\"boat\": 1, \"name\": \"Lan\"}"));
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).contains("/boat", "there is no fact of this name", "value=\"Lan\"");
        }
    }

    @Nested
    class A_list {
        @Test
        void grows_by_a_row_and_keeps_what_was_entered() {
            String page = office.follow(
                            "/law/decisions/shed.everything?text=kept&parts.rows=1&parts.0.label=one&more=parts")
                    .body();
            assertThat(page).contains("value=\"kept\"", "value=\"one\"", "name=\"parts.1.label\"");
            assertThat(page).doesNotContain("name=\"parts.2.label\"", "class=\"errors\"");
        }

        @Test
        void loses_a_row_and_the_next_moves_up() {
            String page = office.follow(
                            "/law/decisions/shed.everything?parts.rows=2&parts.0.label=one&parts.1.label=two"
                                    + "&drop=parts.0")
                    .body();
            assertThat(page).contains("name=\"parts.0.label\" value=\"two\"").doesNotContain("value=\"one\"");
        }

        @Test
        void is_never_longer_than_a_person_can_fill_in() {
            assertThat(office.get("/law/decisions/shed.everything?parts.rows=999999")
                            .body())
                    .doesNotContain("name=\"parts.200.label\"");
            assertThat(office.get("/law/decisions/shed.everything?parts.rows=99999999999999999999")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Facts_as_json {
        private HttpResponse<String> post(String facts) {
            HttpResponse<String> answer = office.post(
                    "/law/decisions/shed.everything?lang=en",
                    "application/x-www-form-urlencoded",
                    "facts=" + encoded(facts));
            return answer.statusCode() == 303
                    ? office.get(answer.headers().firstValue("Location").orElseThrow())
                    : answer;
        }

        @Test
        void are_answered_alike_and_fill_the_form() {
            HttpResponse<String> page = post(EVERYTHING_AS_JSON);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(program(page.body()).strip())
                    .isEqualTo(office.ask("shed.everything", EVERYTHING_AS_JSON).body());
            assertThat(page.body()).contains("value=\"Minh\"", "value=\"three\"", "n = w=z");
        }

        @Test
        void are_answered_even_when_they_are_too_long_for_an_address() {
            HttpResponse<String> page = post(EVERYTHING_AS_JSON.replace("a & b", "x".repeat(20_000)));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("Address of this answer");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "[]", "null", "\"\"", "<script>alert(1)</script>"})
        void are_refused_with_the_reason_when_they_are_none(String facts) {
            HttpResponse<String> page = post(facts);
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).contains("These facts cannot be taken yet").doesNotContain("<script>");
            assertThat(PageCheck.problems(page.body(), "en")).isEmpty();
        }
    }

    @Nested
    class Somebody_who_means_harm {
        private static final String HARM = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'&";

        @Test
        void finds_every_word_shown_as_it_was_written_and_nothing_more() {
            String page = ask("shed.loan", SWIMMER.replace("Lan", encoded(HARM)) + "&lang=en")
                    .body();
            assertThat(page).contains("can swim").doesNotContain("<script>", "<img src=x");
            assertThat(PageCheck.problems(page, "en")).isEmpty();
        }

        @Test
        void cannot_name_a_field_that_does_harm() {
            for (String query : List.of(
                    encoded(HARM) + "=1",
                    "more=" + encoded(HARM),
                    "drop=" + encoded(HARM) + ".1",
                    "name=a%0D%0ASet-Cookie%3A+x%3Dy&more=x%0D%0ASet-Cookie%3A+x%3Dy",
                    "parts.0." + encoded(HARM) + "=1")) {
                HttpResponse<String> page = office.follow("/law/decisions/shed.everything?" + query);
                assertThat(page.statusCode()).isIn(200, 400);
                assertThat(page.body()).doesNotContain("<script>", "<img src=x");
                assertThat(page.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.startsWith("lang="));
            }
        }

        @Test
        void finds_the_doors_of_the_browser_shut() {
            assertThat(office.get("/law/decisions/shed.loan")
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElse(""))
                    .contains("default-src 'self'", "frame-ancestors 'none'");
        }
    }

    @Nested
    class A_term {
        @Test
        void is_drawn_day_by_day_with_what_was_passed_over() {
            String page = office.get("/law/decisions/calendar.working-days?lang=en&country=VN&week=FIVE&from=2024-04-29"
                            + "&days=3&ask=1")
                    .body();
            assertThat(page)
                    .contains("3 working days after 29 April 2024 end on 3 May 2024; days not counted: 1.")
                    .contains("the term runs from this day", "last day, counted as 3", "not counted: May Day")
                    .contains("Decree &lt;on&gt; May");
            assertThat(PageCheck.problems(page, "en")).isEmpty();
        }
    }
}
