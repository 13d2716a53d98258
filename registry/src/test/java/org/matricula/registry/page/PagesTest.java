package org.matricula.registry.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shell shows to whom, and what a reader gets when something goes wrong.
class PagesTest {
    private static PageServer server;

    @BeforeAll
    static void open() throws Exception {
        server = new PageServer(PageServer.Accounts.class);
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
    }

    @Nested
    class The_masthead {
        @Test
        void offers_a_stranger_to_verify_to_read_the_law_and_to_sign_in() throws Exception {
            assertThat(server.get("/no/such/page?lang=en").body())
                    .contains(">Verify<", ">The law<", "href=\"/sign-in\"")
                    .doesNotContain("/sign-out");
        }

        @Test
        void offers_no_sign_in_where_there_are_no_accounts() throws Exception {
            try (PageServer alone = new PageServer()) {
                assertThat(alone.get("/design?lang=en").body())
                        .contains(">Verify<")
                        .doesNotContain("/sign-in", "_csrf");
            }
        }

        @Test
        void shows_a_person_their_places_where_they_are_and_the_way_out() throws Exception {
            String page =
                    server.get("/no/such/page?lang=kk", "X-Person", "Lan <3").body();
            assertThat(page)
                    .contains("Lan &lt;3", "office in kk", "2 new notices", "href=\"/account\"")
                    .containsPattern(
                            "(?s)action=\"/sign-out\" method=\"post\">\\s*<input type=\"hidden\" name=\"_csrf\" "
                                    + "value=\"the-token\">")
                    .doesNotContain("/sign-in");
        }

        @Test
        void marks_the_place_a_page_lies_in_and_no_other_that_begins_alike() {
            Page page = Desk.page(Language.EN).at("/classes/4A?half=2");
            assertThat(page.isAt("/classes")).isTrue();
            assertThat(page.isAt("/classes/4A")).isTrue();
            assertThat(page.isAt("/class")).isFalse();
            assertThat(page.isAt("/")).isFalse();
        }

        @Test
        void changes_the_language_and_keeps_what_was_asked() throws Exception {
            assertThat(server.get("/design?as=visitor&lang=ru").body())
                    .contains("href=\"/design?as=visitor&amp;lang=vi\"");
        }

        @Test
        void never_links_to_another_host_because_of_an_address() throws Exception {
            String answer = server.raw("GET //elsewhere.example/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer).contains("href=\"/elsewhere.example/x?lang=vi\"").doesNotContain("\"//");
        }
    }

    @Nested
    class A_page {
        @ParameterizedTest
        @EnumSource
        void of_parts_is_shown_in_every_language(Language language) throws Exception {
            for (String as : new String[] {"stranger", "visitor", "faulty"}) {
                HttpResponse<String> answer = server.get("/design?as=" + as + "&lang=" + language.code());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body())
                        .contains("<html lang=\"" + language.code() + "\">")
                        .doesNotContainPattern("\\{\\d}")
                        .doesNotContain(">null<", " style=", " onclick");
            }
        }

        @Test
        void may_run_no_script_and_no_style_but_ours() throws Exception {
            assertThat(server.get("/design").headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("script-src 'self'", "style-src 'self'", "object-src 'none'")
                            .doesNotContain("unsafe"));
        }

        @Test
        void has_its_files_at_addresses_that_may_be_kept_for_ever() throws Exception {
            String page = server.get("/design").body();
            Matcher file = Pattern.compile("(?:href|src)=\"(/s/[^\"]+)\"").matcher(page);
            int files = 0;
            while (file.find()) {
                HttpResponse<String> answer = server.get(file.group(1));
                assertThat(answer.statusCode()).as(file.group(1)).isEqualTo(200);
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .hasValueSatisfying(kept -> assertThat(kept).contains("immutable", "max-age=31536000"));
                files++;
            }
            assertThat(files).as("style sheets, picture, htmx, drop").isGreaterThanOrEqualTo(7);
        }

        @Test
        void serves_the_htmx_that_the_build_pins() throws Exception {
            assertThat(server.get(Assets.address("/vendor/htmx.min.js")).body())
                    .contains("version:\"" + Assets.HTMX + "\"");
        }

        @Test
        void whose_address_cannot_be_read_is_still_shown_in_some_language() throws Exception {
            assertThat(server.raw("GET /no?lang=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 40")
                    .doesNotContain("Exception");
        }

        @Test
        void with_mistakes_is_answered_as_such() throws Exception {
            HttpResponse<String> answer = server.send(
                    server.to("/design").header("Accept-Language", "en").POST(BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("<title>Error: ", "href=\"#f-mark\"");
        }
    }

    @Nested
    class Something_wrong {
        @ParameterizedTest
        @ValueSource(ints = {400, 403, 404, 405, 413, 429, 500, 503})
        void is_said_in_the_shell_in_every_language(int status) throws Exception {
            for (Language language : Language.values()) {
                HttpResponse<String> answer = server.get("/design/fault/" + status + "?lang=" + language.code());
                assertThat(answer.statusCode()).isEqualTo(status);
                assertThat(answer.body())
                        .contains(
                                "<html lang=\"" + language.code() + "\">",
                                "class=\"masthead\"",
                                "<h1>" + Texts.load("shell").get(language, "fault." + status + ".title") + "</h1>")
                        .doesNotContain("Exception", "org.springframework");
            }
        }

        @ParameterizedTest
        @CsvSource({"410, 400", "401, 400", "502, 500"})
        void without_words_of_its_own_borrows_those_of_its_family(int status, int words) throws Exception {
            HttpResponse<String> answer = server.get("/design/fault/" + status + "?lang=en");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains(Texts.load("shell").get(Language.EN, "fault." + words + ".title"));
        }

        @Test
        void in_a_filter_is_said_alike_without_its_reasons() throws Exception {
            HttpResponse<String> answer = server.get("/forbidden?lang=en");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("This is not open to you").doesNotContain("the filter said why");
        }

        @Test
        void by_the_wrong_method_is_said_so() throws Exception {
            HttpResponse<String> answer =
                    server.send(server.to("/broken?lang=en").POST(BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.body()).contains("This cannot be done here");
        }

        @Test
        void that_is_our_fault_has_a_number_for_the_log_and_no_cause() throws Exception {
            HttpResponse<String> answer = server.get("/broken?lang=en");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .containsPattern("give the number [0-9A-F]{8}\\.")
                    .doesNotContain("secret", "Exception", "at org.");
        }

        @Test
        void is_told_to_a_program_as_problem_details_in_the_same_words() throws Exception {
            HttpResponse<String> answer = server.get("/broken?lang=ru", "Accept", "application/json, text/html;q=0.5");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body())
                    .contains("\"title\":\"У нас что-то сломалось\"", "\"status\":500")
                    .containsPattern("\"request\":\"[0-9A-F]{8}\"")
                    .doesNotContain("secret");
            assertThat(server.get("/api/broken").headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/html,application/xhtml+xml,application/json;q=0.3", "*/*", "nonsense", ";;,"})
        void is_told_to_everybody_else_as_a_page(String accept) throws Exception {
            assertThat(server.get("/no/such", "Accept", accept).headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        }

        @Test
        void is_nothing_when_somebody_merely_visits_the_error_page() throws Exception {
            assertThat(server.get("/error").statusCode()).isEqualTo(404);
        }
    }
}
