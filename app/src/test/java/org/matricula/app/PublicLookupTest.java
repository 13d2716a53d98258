package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.packs.vn.reportbook.rules.Lookup;
import org.matricula.registry.transparency.TransparencyLog;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.LogProof.Shows;
import org.matricula.verifier.merkle.TreeHasher;
import tools.jackson.databind.JsonNode;

/// Looking a record up by the five items that are printed on it.
class PublicLookupTest extends PublicVisitor {
    /// What the node adds to a problem: every answer has another one.
    private static final Pattern REQUEST_NUMBER = Pattern.compile("\"request\"\\s*:\\s*\"[0-9A-F]+\"");

    private static final Pattern VALUE = Pattern.compile("value=\"[^\"]*\"");

    PublicLookupTest() {
        super("22199904");
    }

    @Nested
    class Five_right_items {
        @Test
        void open_the_verdict_with_the_values_as_signed_and_the_files() {
            HttpResponse<String> page = form(items(paper));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Genuine: issued by Trường Tiểu học Hoa Sen")
                    .contains(paper.name())
                    .contains("Looked up by five items")
                    .contains("Public log");
            Matcher copies = Pattern.compile("/verify/copy/[\\w-]+/(pdf|xml|proof|tlog-proof)")
                    .matcher(page.body());
            Set<String> kinds = new HashSet<>();
            while (copies.find()) {
                kinds.add(copies.group(1));
                HttpResponse<byte[]> file =
                        send(HttpRequest.newBuilder(office.at(copies.group())), BodyHandlers.ofByteArray());
                assertThat(file.statusCode()).isEqualTo(200);
                assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                        .contains(paper.number());
                switch (copies.group(1)) {
                    case "pdf" -> assertThat(file.body()).isEqualTo(paper.pdf());
                    case "xml" -> assertThat(file.body()).isEqualTo(paper.xml());
                    default -> {
                        LogProof proof = LogProof.read(file.body());
                        assertThat(proof.check(
                                        paper.number(),
                                        1,
                                        new TreeHasher().sha256(paper.xml()),
                                        office.get(TransparencyLog.class).key()))
                                .isEqualTo(Shows.INCLUDED);
                    }
                }
            }
            assertThat(kinds).containsExactlyInAnyOrder("pdf", "xml", "proof", "tlog-proof");
        }

        @Test
        void are_right_in_any_usual_writing() {
            LocalDate born = LocalDate.parse(paper.bornOn());
            Map<String, String> typed = new LinkedHashMap<>();
            typed.put("identifier", paper.number().toLowerCase(Locale.ROOT).replace("-", " "));
            typed.put(
                    "name",
                    Normalizer.normalize(paper.name().toUpperCase(Locale.ROOT), Normalizer.Form.NFD)
                            .replace(" ", "  "));
            typed.put("birthDate", born.getDayOfMonth() + "." + born.getMonthValue() + "." + born.getYear());
            typed.put("personalNumber", paper.personalNumber().replaceAll("(.{3})", "$1 "));
            typed.put(
                    "confirmationCode",
                    paper.confirmationCode().replace('0', 'o').replace('1', 'l'));
            assertThat(form(typed).statusCode()).isEqualTo(200);
            JsonNode verdict = json(api(typed));
            assertThat(state(verdict)).isEqualTo("GENUINE");
            assertThat(verdict.get("log").get("origin").stringValue())
                    .isEqualTo(office.get(TransparencyLog.class).key().name());
            assertThat(verdict.get("register").get("says").stringValue()).isEqualTo("IN_FORCE");
        }

        @Test
        void of_a_recalled_record_say_since_when_and_why_it_is_cancelled() {
            JsonNode verdict = json(api(items(recalled)));
            assertThat(state(verdict)).isEqualTo("CANCELLED");
            assertThat(verdict.get("sentence").stringValue()).contains("Sai họ tên học sinh");
            assertThat(form(items(recalled)).body()).contains("verdict bad");
        }

        @Test
        void on_the_paper_of_an_older_version_say_what_replaced_it() {
            JsonNode verdict = json(api(items(superseded)));
            assertThat(state(verdict)).isEqualTo("SUPERSEDED");
            assertThat(verdict.get("sentence").stringValue()).contains("version 2 on 2026-06-20");
        }
    }

    @Nested
    class A_wrong_item {
        @Test
        void has_one_answer_whichever_it_is() {
            Set<String> pages = new HashSet<>();
            Set<String> answers = new HashSet<>();
            for (Map<String, String> items : wrong()) {
                office.forgetAttempts();
                HttpResponse<String> page = form(items);
                assertThat(page.statusCode()).isEqualTo(404);
                assertThat(page.body()).contains("No record matches these five items.");
                pages.add(VALUE.matcher(page.body()).replaceAll("value=\"what was typed\""));
                HttpResponse<String> answer = api(items);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                answers.add(REQUEST_NUMBER.matcher(answer.body()).replaceAll("its number"));
            }
            assertThat(pages).hasSize(1);
            assertThat(answers).hasSize(1);
        }

        @Test
        void that_is_missing_or_no_date_is_told_beside_its_field_and_is_no_try() {
            for (String item : items(paper).keySet()) {
                for (int i = 0; i < 3; i++) {
                    HttpResponse<String> page = form(with(items(paper), item, " "));
                    assertThat(page.statusCode()).isEqualTo(422);
                    assertThat(page.body()).contains("href=\"#f-" + item).contains("All five are needed.");
                }
                assertThat(api(with(items(paper), item, "")).statusCode()).isEqualTo(422);
            }
            assertThat(form(with(items(paper), "birthDate", "yesterday")).body())
                    .contains("write day, month and year");
            assertThat(form(items(paper)).statusCode()).isEqualTo(200);
        }

        @Test
        void with_a_sign_that_no_database_keeps_is_turned_away_and_no_fault_of_ours() {
            for (String item : List.of("identifier", "confirmationCode", "name")) {
                office.forgetAttempts();
                Map<String, String> items =
                        with(items(paper), item, "Z\0" + items(paper).get(item));
                assertThat(api(items).statusCode()).as(item).isEqualTo(404);
                assertThat(form(items).statusCode()).as(item).isEqualTo(400);
            }
        }

        @Test
        void may_be_tried_five_times_and_then_the_right_ones_wait_as_well() {
            for (int i = 0; i < 5; i++) {
                assertThat(api(with(items(paper), "confirmationCode", "0000-000" + i))
                                .statusCode())
                        .isEqualTo(404);
            }
            HttpResponse<String> answer = api(items(paper));
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(
                            answer.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            HttpResponse<String> page = form(items(paper));
            assertThat(page.statusCode()).isEqualTo(429);
            assertThat(page.body()).contains("Too many wrong tries").doesNotContain("Genuine");
            assertThat(form(items(superseded)).statusCode()).isEqualTo(200);
        }

        @Test
        void is_decided_as_the_law_of_the_form_decides_it() {
            List<Map<String, String>> cases = new ArrayList<>(wrong());
            cases.add(items(paper));
            cases.add(with(items(paper), "name", Normalizer.normalize(paper.name(), Normalizer.Form.NFD)));
            cases.add(with(items(paper), "name", paper.name().replace(" ", "  ") + " "));
            cases.add(with(items(paper), "name", paper.name().toUpperCase(Locale.ROOT)));
            Lookup held = law(items(paper));
            for (Map<String, String> items : cases) {
                office.forgetAttempts();
                boolean found = api(items).statusCode() == 200;
                assertThat(found)
                        .as(items.toString())
                        .isEqualTo(law(items).allFiveAreRight(held).isMet());
            }
        }

        private static Lookup law(Map<String, String> items) {
            return new Lookup(
                    Optional.of(items.get("identifier")),
                    Optional.of(items.get("name")),
                    Optional.of(LocalDate.parse(items.get("birthDate"))),
                    Optional.of(items.get("personalNumber")),
                    Optional.of(items.get("confirmationCode")));
        }
    }

    @Nested
    class A_program {
        @Test
        void that_sends_something_else_is_told_what_to_send() {
            for (String body :
                    List.of("", "[]", "{\"identifier\":1}", "x".repeat(20_000), "{\"a\":\"b\",\"a\":\"b\"}")) {
                HttpResponse<String> answer = send(
                        HttpRequest.newBuilder(office.at("/api/v1/verify/items"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(body).isEqualTo(400);
                assertThat(json(answer).get("type").stringValue()).isEqualTo("urn:matricula:problem:not-five-items");
            }
        }

        @Test
        void cannot_fetch_a_file_without_a_pass() {
            HttpResponse<String> answer = get("/verify/copy/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/xml");
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body()).contains("This link has ended");
        }
    }
}
