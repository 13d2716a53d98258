package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matricula.app.ClosedClass.Paper;
import org.matricula.packs.vn.reportbook.rules.Lookup;
import org.matricula.packs.vn.reportbook.rules.Verification;
import org.matricula.registry.transparency.TransparencyLog;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.LogProof.Shows;
import org.matricula.verifier.merkle.TreeHasher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A stranger with a paper or a file before the public pages of a register that has closed a class.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicLookupTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// What the node adds to a problem: every answer has another one.
    private static final Pattern REQUEST_NUMBER = Pattern.compile("\"request\"\\s*:\\s*\"[0-9A-F]+\"");

    private static final Pattern VALUE = Pattern.compile("value=\"[^\"]*\"");

    private ClosedClass office;
    private Paper paper;
    private Paper recalled;
    private Paper superseded;

    @BeforeAll
    void a_class_is_closed(RunningNode node) throws IOException {
        office = ClosedClass.on(node, "22199904", 3);
        paper = office.papers().get(0);
        recalled = office.papers().get(1);
        superseded = office.papers().get(2);
        office.recall(recalled, "Sai họ tên học sinh");
        office.supersede(superseded);
    }

    @BeforeEach
    void nobody_has_tried() {
        office.forgetAttempts();
    }

    private static Map<String, String> items(Paper of) {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("identifier", of.number());
        items.put("name", of.name());
        items.put("birthDate", of.bornOn());
        items.put("personalNumber", of.personalNumber());
        items.put("confirmationCode", of.confirmationCode());
        return items;
    }

    private static Map<String, String> with(Map<String, String> items, String item, String value) {
        Map<String, String> changed = new LinkedHashMap<>(items);
        changed.put(item, value);
        return changed;
    }

    /// The five items with each of them wrong in turn, and one number that does not exist.
    private List<Map<String, String>> wrong() {
        Map<String, String> right = items(paper);
        return List.of(
                with(right, "identifier", "HB-2025-0000-0000-0000"),
                with(right, "identifier", superseded.number()),
                with(right, "name", "Nguyễn Không Ai"),
                with(right, "birthDate", "2001-01-01"),
                with(right, "personalNumber", "000000000000"),
                with(right, "confirmationCode", "0000-0000"));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
        try {
            return CLIENT.send(request.setHeader("Accept-Language", "en").build(), as);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(office.at(path)), BodyHandlers.ofString());
    }

    private HttpResponse<String> form(Map<String, String> items) {
        String body = items.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(office.at("/verify/items"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> api(Map<String, String> items) {
        return send(
                HttpRequest.newBuilder(office.at("/api/v1/verify/items"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(new JsonMapper().writeValueAsString(items))),
                BodyHandlers.ofString());
    }

    private JsonNode file(byte[] bytes) {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(office.at("/api/v1/verify")).POST(BodyPublishers.ofByteArray(bytes)),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private static String state(JsonNode verdict) {
        return verdict.get("state").stringValue();
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
            Matcher copies =
                    Pattern.compile("/verify/copy/[\\w-]+/(pdf|xml|proof)").matcher(page.body());
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
            assertThat(kinds).containsExactlyInAnyOrder("pdf", "xml", "proof");
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
    class The_code_alone {
        @Test
        void says_that_there_is_a_record_and_nothing_personal() {
            for (String code : List.of(
                    paper.lookupCode(),
                    paper.lookupCode().toLowerCase(Locale.ROOT).replace("-", ""))) {
                HttpResponse<String> page = get("/v/" + code);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body())
                        .contains("There is a record with this code")
                        .contains("HB-2025-••••-••••-")
                        .contains("Trường Tiểu học Hoa Sen")
                        .contains("127.0.0.1")
                        .doesNotContain(paper.number())
                        .doesNotContain(paper.name())
                        .doesNotContain(paper.personalNumber())
                        .doesNotContain(paper.confirmationCode());
            }
            JsonNode answer = json(get("/api/v1/verify/codes/" + paper.lookupCode()));
            assertThat(answer.get("standing").stringValue()).isEqualTo("inforce");
            assertThat(answer.get("number").stringValue()).contains("••••");
        }

        @Test
        void says_how_the_record_stands() {
            assertThat(get("/v/" + recalled.lookupCode()).body())
                    .contains("This record was cancelled on")
                    .doesNotContain("Sai họ tên");
            assertThat(get("/v/" + superseded.lookupCode()).body()).contains("Version 2 has replaced this record");
        }

        @Test
        void that_nothing_has_is_told_so() {
            assertThat(get("/v/0000-0000-0000-0000").statusCode()).isEqualTo(404);
            assertThat(get("/v/0000-0000-0000-0000").body()).contains("No record has this code");
            assertThat(get("/api/v1/verify/codes/0000").statusCode()).isEqualTo(404);
        }

        @Test
        void when_typed_leads_where_its_picture_leads() {
            HttpResponse<String> answer = get("/verify/code?code="
                    + paper.lookupCode().toLowerCase(Locale.ROOT).replace("-", "+"));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/v/" + paper.lookupCode());
        }

        @Test
        void cannot_be_guessed_for_long() {
            for (int i = 0; i < 20; i++) {
                assertThat(get("/v/0000-0000-0000-00" + (10 + i)).statusCode()).isEqualTo(404);
            }
            assertThat(get("/v/" + paper.lookupCode()).statusCode()).isEqualTo(429);
            assertThat(get("/api/v1/verify/codes/" + paper.lookupCode()).statusCode())
                    .isEqualTo(429);
        }
    }

    @Nested
    class A_dropped_file {
        @Test
        void that_the_register_issued_is_answered_with_its_place_in_the_log() {
            for (byte[] bytes : List.of(paper.xml(), paper.pdf())) {
                JsonNode verdict = file(bytes);
                assertThat(state(verdict)).as(verdict.toString()).isEqualTo("GENUINE");
                assertThat(verdict.get("log").get("treeSize").longValue()).isPositive();
                assertThat(verdict.get("register").get("says").stringValue()).isEqualTo("IN_FORCE");
            }
        }

        @Test
        void that_was_recalled_is_cancelled_although_its_signatures_hold() {
            for (byte[] bytes : List.of(recalled.xml(), recalled.pdf())) {
                assertThat(state(file(bytes))).isEqualTo("CANCELLED");
            }
            assertThat(state(file(superseded.pdf()))).isEqualTo("SUPERSEDED");
        }

        @Test
        void that_was_altered_or_is_no_record_is_judged_as_ever() {
            byte[] altered = new String(paper.xml(), StandardCharsets.UTF_8)
                    .replace(paper.name(), "Nguyễn Không Ai")
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(state(file(altered))).isEqualTo("ALTERED");
            assertThat(state(file(new byte[] {1, 2, 3}))).isEqualTo("COULD_NOT_CHECK");
        }

        @Test
        void is_decided_in_its_two_steps_as_the_law_of_the_form_decides_it() {
            assertThat(lawful(state(file(paper.xml())))).isEqualTo(law(true, Verification.Store.MATCH));
            assertThat(lawful(state(file(recalled.xml())))).isEqualTo(law(true, Verification.Store.RECALLED));
            byte[] altered = new String(paper.xml(), StandardCharsets.UTF_8)
                    .replace(paper.name(), "Nguyễn Không Ai")
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(lawful(state(file(altered)))).isEqualTo(law(false, Verification.Store.DIFFERENT));
        }

        private static Verification.Result law(boolean intact, Verification.Store store) {
            return new Verification(
                            List.of(
                                    new Verification.Signature(Verification.Kind.PERSON, "GV", intact, true),
                                    new Verification.Signature(Verification.Kind.ORGANISATION, "Trường", intact, true)),
                            store)
                    .result();
        }

        private static Verification.Result lawful(String state) {
            return switch (state) {
                case "GENUINE" -> Verification.Result.VALID;
                case "CANCELLED" -> Verification.Result.RECALLED;
                default -> Verification.Result.NOT_VALID;
            };
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
