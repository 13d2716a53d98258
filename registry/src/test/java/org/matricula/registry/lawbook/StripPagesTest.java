package org.matricula.registry.lawbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// Terms day by day: on pages, as data and as pictures.
class StripPagesTest {
    private static final String PAUSED = "country=VN&from=2024-04-29&length=3&unit=WORKING_DAYS"
            + "&pauses.0.from=2024-05-03&pauses.0.through=2024-05-06&pauses.0.ground=a+paper+was+asked+for";

    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    @Nested
    class A_program {
        @Test
        void gets_the_days_beside_the_answer_when_it_asks_for_them() {
            String body = office.post(
                            "/api/v1/decisions/shed.back?strip=true",
                            "application/json",
                            "{\"takenOn\":\"2024-04-29\"}")
                    .body();
            assertThat(body)
                    .contains(
                            "\"strips\"", "\"field\" : \"due\"", "\"WORKING_DAYS\"", "\"SKIPPED\"", "Decree <on> May");
        }

        @Test
        void gets_the_answer_of_the_contract_and_nothing_else_when_it_does_not() {
            assertThat(office.ask("shed.back", "{\"takenOn\":\"2024-04-29\"}").body())
                    .doesNotContain("strips");
            assertThat(office.post(
                                    "/api/v1/decisions/shed.back?strip=false",
                                    "application/json",
                                    "{\"takenOn\":\"2024-04-29\"}")
                            .body())
                    .doesNotContain("strips");
        }

        @Test
        void that_asks_for_anything_else_is_told_what_it_may_ask() {
            HttpResponse<String> answer = office.post(
                    "/api/v1/decisions/shed.back?strip=yes", "application/json", "{\"takenOn\":\"2024-04-29\"}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("bad-query", "strip is true or false");
        }
    }

    @Nested
    class The_page_of_a_decision {
        @ParameterizedTest
        @ValueSource(strings = {"en", "vi", "kk", "ru"})
        void draws_the_days_on_which_the_term_stood_still(String language) {
            String page = office.get("/law/decisions/calendar.term?" + PAUSED + "&ask=1&lang=" + language)
                    .body();
            assertThat(page).contains("class=\"paused\"", "a paper was asked for", "/law/CAL/5");
        }

        @Test
        void draws_a_pause_that_is_not_over_and_no_last_day() {
            String page = office.get(
                            "/law/decisions/calendar.term?country=VN&from=2024-04-29&length=3&unit=WORKING_DAYS"
                                    + "&pauses.0.from=2024-05-03&ask=1&lang=en")
                    .body();
            assertThat(page)
                    .contains("stands still since 3 May 2024", "class=\"paused\"")
                    .doesNotContain("class=\"due\"");
        }

        @Test
        void leads_to_the_same_as_data_and_as_a_picture() {
            String page = office.get("/law/decisions/shed.back?takenOn=2024-04-29&ask=1&lang=en")
                    .body();
            assertThat(page)
                    .contains("/law/decisions/shed.back/strips.json?takenOn=2024-04-29")
                    .contains("/law/decisions/shed.back/strip.svg?takenOn=2024-04-29", "strip=due");
        }
    }

    @Nested
    class A_picture {
        @Test
        void is_an_image_with_every_day_in_words_too() throws Exception {
            HttpResponse<String> svg = office.get("/law/decisions/calendar.term/strip.svg?" + PAUSED + "&lang=en");
            assertThat(svg.headers().firstValue("Content-Type")).contains("image/svg+xml");
            assertThat(xml(svg.body()).getElementsByTagName("g").getLength()).isGreaterThan(6);
            assertThat(svg.body())
                    .contains("the term stands still: a paper was asked for", "May Day", "Decree &lt;on&gt; May");
        }

        @Test
        void is_had_only_of_a_term_that_is_there() {
            HttpResponse<String> svg = office.get("/law/decisions/shed.back/strip.svg?takenOn=2024-04-29&strip=total");
            assertThat(svg.statusCode()).isEqualTo(404);
            assertThat(svg.body()).contains("[due]");
        }

        @Test
        void is_not_drawn_of_facts_that_cannot_be() {
            assertThat(office.get("/law/decisions/shed.back/strip.svg?takenOn=2024-13-29")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(office.get("/law/decisions/shed.nothing/strip.svg").statusCode())
                    .isEqualTo(404);
            assertThat(office.get("/law/decisions/shed.nothing/strips.json").statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class The_calendars {
        @ParameterizedTest
        @ValueSource(strings = {"en", "vi", "kk", "ru"})
        void offer_to_draw_a_term(String language) {
            HttpResponse<String> page = office.get("/law/calendars?lang=" + language);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains(
                            "action=\"/law/decisions/calendar.term\"",
                            "name=\"from\"",
                            "name=\"unit\"",
                            "/law/calendar/VN/2024");
        }

        @Test
        void give_the_same_term_as_data() {
            String body = office.get("/law/decisions/calendar.term/strips.json?" + PAUSED + "&lang=en")
                    .body();
            assertThat(body).contains("\"PAUSED\"", "\"paused\" : 4", "\"source\" : \"CAL:5\"");
        }
    }
}
