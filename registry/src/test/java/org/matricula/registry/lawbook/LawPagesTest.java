package org.matricula.registry.lawbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.page.Language;

/// A stranger reads the law.
class LawPagesTest {
    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static String page(String path) {
        HttpResponse<String> answer = office.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /// Every page under /law that can be reached by links, in one language.
    private static Map<String, String> everyPage(Language language) {
        Map<String, String> pages = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>(Set.of("/law"));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            String path = next.pop();
            String page = page(path + (path.contains("?") ? "&" : "?") + "lang=" + language.code());
            pages.put(path, page);
            PageCheck.tags(page).stream()
                    .filter(tag -> tag.name().equals("a") && tag.at("href").startsWith("/law"))
                    .map(tag -> tag.at("href").replaceFirst("#.*", "").replace("&amp;", "&"))
                    .filter(link -> !link.contains("lang=") && !link.contains("ask=1"))
                    .filter(seen::add)
                    .forEach(next::add);
        }
        return pages;
    }

    @ParameterizedTest
    @EnumSource
    void every_page_that_can_be_reached_is_there_and_in_order(Language language) {
        Map<String, String> pages = everyPage(language);
        assertThat(pages.keySet())
                .contains(
                        "/law/SHED",
                        "/law/SHED/1.a/1",
                        "/law/CAL",
                        "/law/decisions",
                        "/law/decisions/shed.everything",
                        "/law/decisions/calendar.working-days",
                        "/law/calendar/VN/2024",
                        "/law/calendar/VN/2024?week=SIX");
        pages.forEach((path, page) ->
                assertThat(PageCheck.problems(page, language.code())).as(path).isEmpty());
    }

    @Test
    void the_index_counts_the_clauses_by_what_is_done_about_them() {
        assertThat(page("/law?lang=en"))
                .contains("Rules of the boat shed", "SHED/2022-01-01: in force from 1 January 2022")
                .containsPattern("rule applied by code</dt><dd>2<")
                .containsPattern("a person decides</dt><dd>1<");
    }

    @Test
    void a_regulation_is_told_in_its_own_language_to_those_who_read_it_and_else_in_english() {
        assertThat(page("/law/SHED?lang=vi")).contains("Chỉ cho người biết bơi mượn thuyền");
        assertThat(page("/law/SHED?lang=kk")).contains("<span lang=\"en\">A boat is lent to those who can swim</span>");
    }

    @Test
    void a_clause_names_its_dates_and_why_it_is_not_ours() {
        assertThat(page("/law/SHED/2?lang=en")).contains("in force from 1 January 2022");
        assertThat(page("/law/SHED/1.a/1?lang=en")).contains("in force from 1 January 2020");
        assertThat(page("/law/SHED/3?lang=en"))
                .contains(
                        "paint is not software",
                        "The shed is painted &lt;green&gt;",
                        "made up for tests &amp; &lt;nothing&gt;");
    }

    @Test
    void a_clause_leads_to_the_decisions_that_can_cite_it_and_to_their_code() {
        assertThat(page("/law/SHED/1.a/1?lang=en"))
                .contains("/law/decisions/shed.loan", "Shed.Loan.swims")
                .doesNotContain("/law/decisions/shed.back");
        assertThat(page("/law/SHED/1.b?lang=en"))
                .as("cited by a class that the decision calls")
                .contains("/law/decisions/shed.loan", "Shed.Weathers.examine");
        assertThat(page("/law/SHED/2?lang=en")).contains("/law/decisions/shed.back");
        assertThat(page("/law/SHED/0?lang=en")).doesNotContain("/law/decisions/shed");
    }

    @Test
    void a_calendar_shows_each_day_off_and_each_day_worked_instead_with_its_source() {
        String five = page("/law/calendar/VN/2024?lang=en");
        assertThat(five).contains("1 May", "May Day", "4 May", "for 2 May", "Decree &lt;on&gt; May");
        assertThat(page("/law/calendar/vn/2024?week=SIX&lang=en"))
                .as("Saturday is worked anyway in the six-day week")
                .contains("May Day")
                .doesNotContain("for 2 May");
    }

    @ParameterizedTest
    @CsvSource({
        "/law/BOAT, BOAT",
        "/law/SHED/9, SHED:9",
        "/law/BOAT/1, BOAT",
        "/law/decisions/shed.lone, shed.loan",
        "/law/calendar/VN/2031, 2031",
        "/law/calendar/FR/2024, FR"
    })
    void what_is_not_there_is_said_kindly_with_the_way_on(String path, String named) {
        for (Language language : Language.values()) {
            HttpResponse<String> answer = office.get(path + "?lang=" + language.code());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains(named);
            assertThat(PageCheck.problems(answer.body(), language.code())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E"})
    void a_hostile_name_in_the_address_stays_a_name(String name) {
        for (String path : List.of("/law/", "/law/SHED/", "/law/decisions/", "/law/calendar/")) {
            HttpResponse<String> answer = office.get(path + name + (path.endsWith("calendar/") ? "/2024" : ""));
            assertThat(answer.statusCode()).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("<script>alert", "<img src=x");
        }
    }

    @Test
    void the_reader_may_change_the_language_and_stay_on_the_page() {
        assertThat(page("/law/calendar/VN/2024?week=SIX&lang=en"))
                .contains("href=\"/law/calendar/VN/2024?week=SIX&amp;lang=ru\"");
    }

    @Test
    void an_address_that_cannot_be_read_is_a_bad_request() throws Exception {
        assertThat(office.raw("GET /law?lang=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Exception");
    }

    @Test
    void a_fault_of_ours_is_said_as_one() {
        HttpResponse<String> answer = office.get("/law/decisions/shed.broken?text=x&ask=1&lang=en");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("It is our fault").doesNotContain("secret", "Exception");
        assertThat(PageCheck.problems(answer.body(), "en")).isEmpty();
    }
}
