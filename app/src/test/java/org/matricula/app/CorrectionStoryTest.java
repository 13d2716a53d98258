package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.registry.directory.StartNotices;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Notice;
import org.matricula.registry.records.flows.AnswerCorrection;
import org.matricula.registry.records.flows.CorrectionAnswered;
import org.matricula.registry.records.flows.ExamineCorrection;
import org.matricula.registry.records.flows.LookAtCorrections;
import org.matricula.registry.records.store.CorrectionStore;
import org.matricula.verifier.merkle.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A parent sees a wrong letter in a signed record, and says so at the value itself.
class CorrectionStoryTest extends PublicVisitor {
    private static final String SAYS = "Trong giấy khai sinh là Ngọc Ánh, có dấu sắc.";

    CorrectionStoryTest() {
        super("22199944");
    }

    /// The address of the form at the first value of a paper.
    private String form(ClosedClass.Paper of) {
        Matcher link = Pattern.compile("/verify/correction/[\\w-]+\\?part=[^\"]+")
                .matcher(form(items(of)).body());
        assertThat(link.find()).isTrue();
        return link.group().replace("&amp;", "&");
    }

    private HttpResponse<String> send(String form, UUID once, String says, byte[] evidence) {
        String[] where = form.split("[?&=]");
        Map<String, String> fields =
                Map.of("part", where[2], "field", where[4], "once", once.toString(), "says", says, "contact", "0912");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes("--limit\r\nContent-Disposition: form-data; name=\"evidence\"; filename=\"../a.html\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(evidence);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                HttpRequest.newBuilder(office.at(where[0]))
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())),
                BodyHandlers.ofString());
    }

    private static String receipt(HttpResponse<String> sent) {
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return sent.headers().firstValue("Location").orElseThrow();
    }

    private UUID note(String receipt) {
        return office.get(CorrectionStore.class)
                .byReceipt(receipt.substring(receipt.lastIndexOf('/') + 1))
                .orElseThrow()
                .id();
    }

    private int notes() {
        return office.get(JdbcClient.class)
                .sql("select count(*) from records.correction_note")
                .query(Integer.class)
                .single();
    }

    @Test
    void is_asked_received_examined_accepted_and_ends_in_a_new_version_that_the_asker_sees() {
        byte[] evidence = "%PDF-1.7 birth certificate".getBytes(StandardCharsets.UTF_8);
        String receipt = receipt(send(form(paper), UUID.randomUUID(), SAYS, evidence));
        assertThat(get(receipt).body())
                .contains(SAYS, "Received by the school:")
                .doesNotContain("looking into it");
        assertThat(form(items(paper)).body()).doesNotContain("Under correction");

        Actor clerk = office.school().person("Đỗ Thị Vân", Role.OFFICE, Optional.empty(), Optional.empty());
        UUID note = note(receipt);
        LookAtCorrections look = office.get(LookAtCorrections.class);
        assertThat(look.ofSchool(clerk, office.school().school().id()).toString())
                .contains(SAYS);
        assertThat(look.evidence(clerk, note).orElseThrow())
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(((Optional<?>) done.value()).orElseThrow())
                                .isEqualTo(evidence));
        ExamineCorrection examine = office.get(ExamineCorrection.class);
        assertThat(examine.run(clerk, note).orElseThrow()).isInstanceOf(Outcome.Done.class);
        assertThat(form(items(paper)).body()).contains("Under correction since", "Genuine: issued by");
        assertThat(state(json(api(items(paper))))).isEqualTo("GENUINE");
        assertThat(refused(examine.run(clerk, note))).isInstanceOf(CorrectionAnswered.class);

        AnswerCorrection answer = office.get(AnswerCorrection.class);
        Actor principal = office.school().principal();
        assertThat(refused(answer.run(principal, note, true, "đúng")))
                .isInstanceOf(AnswerCorrection.AnswerWithoutReason.class);
        assertThat(answer.run(principal, note, true, "Đúng là thiếu dấu sắc.").orElseThrow())
                .isInstanceOf(Outcome.Done.class);
        assertThat(refused(answer.run(principal, note, false, "Đổi ý sau khi đã trả lời.")))
                .isInstanceOf(CorrectionAnswered.class);
        assertThat(form(items(paper)).body()).contains("Under correction since");

        office.recall(paper, "Sai họ tên học sinh");
        office.supersede(paper);
        assertThat(form(items(paper)).body()).doesNotContain("Under correction");
        assertThat(get(receipt).body())
                .contains(
                        "The school agrees",
                        "Đúng là thiếu dấu sắc.",
                        "The version in your hand was recalled:",
                        "A new version is in force from")
                .doesNotContain(clerk.name(), principal.name());
    }

    @Test
    void that_is_declined_is_told_with_its_reason_and_the_verdict_says_no_more_of_it() {
        String receipt = receipt(send(form(superseded), UUID.randomUUID(), SAYS, new byte[0]));
        UUID note = note(receipt);
        Actor principal = office.school().principal();
        office.get(ExamineCorrection.class).run(principal, note);
        office.get(AnswerCorrection.class).run(principal, note, false, "Giấy khai sinh ghi đúng như vậy.");
        assertThat(get(receipt).body()).contains("The school has declined:", "Giấy khai sinh ghi đúng như vậy.");
    }

    @Nested
    class A_program {
        @Test
        void sends_a_note_with_the_pass_of_its_verdict_and_follows_it() {
            HttpResponse<String> sent = note(recalled, UUID.randomUUID());
            String pass = json(api(items(recalled))).get("pass").stringValue();
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
            JsonNode followed = json(get(
                    "/api/v1/verify/corrections/" + json(sent).get("receipt").stringValue()));
            assertThat(followed.get("says").stringValue()).isEqualTo(SAYS);
            assertThat(followed.at("/steps/0/kind").stringValue()).isIn("RECEIVED", "RECALLED");
            JsonNode family = json(get("/api/v1/verify/family/" + pass));
            assertThat(family.at("/versions/0/steps/1/order").stringValue()).isEqualTo("15/CV-PGDĐT");
        }

        @Test
        void that_uses_a_number_again_for_another_record_sends_another_note() {
            UUID once = UUID.randomUUID();
            HttpResponse<String> first = note(recalled, once);
            HttpResponse<String> second = note(superseded, once);
            assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
            assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
            assertThat(json(second).get("receipt")).isNotEqualTo(json(first).get("receipt"));
        }

        @Test
        void brings_a_file_in_a_form() {
            JsonNode verdict = json(api(items(recalled)));
            String where =
                    "/api/v1/verify/corrections?pass=" + verdict.get("pass").stringValue() + "&part="
                            + verdict.at("/record/blocks/0/id").stringValue() + "&field="
                            + verdict.at("/record/blocks/0/fields/0/name").stringValue() + "&says=sai&once=";
            String file =
                    "--limit\r\nContent-Disposition: form-data; name=\"evidence\"; filename=\"a\"\r\n\r\n%s\r\n--limit--\r\n";
            for (String each : List.of("%PDF-1.7 x", "<html>")) {
                HttpResponse<String> sent = send(
                        HttpRequest.newBuilder(office.at(where + UUID.randomUUID()))
                                .header("Content-Type", "multipart/form-data; boundary=limit")
                                .POST(BodyPublishers.ofString(file.formatted(each))),
                        BodyHandlers.ofString());
                assertThat(sent.statusCode()).as(sent.body()).isEqualTo(each.startsWith("%") ? 201 : 422);
            }
        }

        private HttpResponse<String> note(ClosedClass.Paper of, UUID once) {
            JsonNode verdict = json(api(items(of)));
            String note = "{\"pass\":\"%s\",\"part\":\"%s\",\"field\":\"%s\",\"says\":\"%s\",\"once\":\"%s\"}"
                    .formatted(
                            verdict.get("pass").stringValue(),
                            verdict.at("/record/blocks/0/id").stringValue(),
                            verdict.at("/record/blocks/0/fields/0/name").stringValue(),
                            SAYS,
                            once);
            return send(
                    HttpRequest.newBuilder(office.at("/api/v1/verify/corrections"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(note)),
                    BodyHandlers.ofString());
        }
    }

    @Nested
    class The_school_by_a_program {
        private HttpResponse<String> api(Actor who, String method, String path, String body) {
            return send(
                    HttpRequest.newBuilder(office.at("/api/v1/corrections" + path))
                            .header("Authorization", "Bearer " + token(who))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body)),
                    BodyHandlers.ofString());
        }

        private String token(Actor who) {
            String secret = "mat_" + UUID.randomUUID();
            office.get(JdbcClient.class)
                    .sql("insert into accounts.token (account, name, hash, at, until) values (?, ?, ?, ?, ?)")
                    .params(
                            who.id(),
                            secret,
                            Hash.sha256(secret.getBytes(StandardCharsets.UTF_8)).bytes(),
                            Instant.now().atOffset(ZoneOffset.UTC),
                            Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC))
                    .update();
            return secret;
        }

        private List<Notice> told(Actor who) {
            return office.school().all(StartNotices.class).stream()
                    .flatMap(each -> each.of(who, Language.EN).stream())
                    .filter(each -> each.address().startsWith("/corrections"))
                    .toList();
        }

        @Test
        void is_told_where_its_work_begins_lists_looks_examines_and_answers_and_the_asker_sees_it() {
            Actor principal = office.school().principal();
            byte[] evidence = "%PDF-1.7 birth certificate".getBytes(StandardCharsets.UTF_8);
            String sent = receipt(send(form(superseded), UUID.randomUUID(), SAYS, evidence));
            UUID id = note(sent);
            assertThat(told(principal))
                    .singleElement()
                    .satisfies(
                            notice -> assertThat(notice.words()).contains("wait for an answer", "Not looked at yet"));
            assertThat(told(office.school().teacherOf("MATHEMATICS"))).isEmpty();

            String school = office.school().school().id().toString();
            assertThat(api(principal, "GET", "?school=" + school, "").body()).contains(id.toString(), SAYS);
            assertThat(json(api(principal, "GET", "/" + id, "")).get("evidence").stringValue())
                    .isEqualTo("application/pdf");
            assertThat(api(principal, "GET", "/" + id + "/evidence", "").body()).startsWith("%PDF-1.7");
            Actor teacher = office.school().teacherOf("MATHEMATICS");
            assertThat(api(teacher, "GET", "/" + id, "").statusCode()).isEqualTo(403);
            assertThat(api(teacher, "POST", "/" + id + "/examine", "").statusCode())
                    .isEqualTo(403);

            assertThat(json(api(principal, "POST", "/" + id + "/examine", ""))
                            .at("/steps/0/kind")
                            .stringValue())
                    .isEqualTo("EXAMINED");
            assertThat(api(principal, "POST", "/" + id + "/examine", "").statusCode())
                    .isEqualTo(409);
            for (String bad : List.of("{}", "{\"answer\":\"yes\",\"reason\":\"Giấy khai sinh ghi đúng.\"}")) {
                assertThat(api(principal, "POST", "/" + id + "/answer", bad).statusCode())
                        .isEqualTo(400);
            }
            String answer = "{\"answer\":\"DECLINED\",\"reason\":\"Giấy khai sinh ghi đúng như vậy.\"}";
            assertThat(api(principal, "POST", "/" + id + "/answer", answer).statusCode())
                    .isEqualTo(200);
            assertThat(api(principal, "POST", "/" + id + "/answer", answer).statusCode())
                    .isEqualTo(409);
            assertThat(get(sent).body()).contains("The school has declined:", "Giấy khai sinh ghi đúng như vậy.");
        }
    }

    @Nested
    class A_note {
        @Test
        void that_is_sent_again_because_the_answer_was_lost_is_kept_once() {
            String form = form(recalled);
            UUID once = UUID.randomUUID();
            String receipt = receipt(send(form, once, SAYS, new byte[0]));
            int before = notes();
            assertThat(receipt(send(form, once, SAYS, new byte[0]))).isEqualTo(receipt);
            assertThat(notes()).isEqualTo(before);
        }

        @Test
        void with_a_file_that_is_not_taken_keeps_its_words_and_is_not_sent() {
            int before = notes();
            for (byte[] bad : new byte[][] {
                "<script>".getBytes(StandardCharsets.UTF_8),
                ("%PDF" + "x".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8)
            }) {
                HttpResponse<String> answer = send(form(recalled), UUID.randomUUID(), SAYS, bad);
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(answer.body()).contains(SAYS, "This file cannot be taken");
            }
            assertThat(send(form(recalled), UUID.randomUUID(), " ", new byte[0]).statusCode())
                    .isEqualTo(422);
            assertThat(notes()).isEqualTo(before);
        }

        @Test
        void cannot_be_sent_without_the_record_in_hand_nor_found_without_its_receipt() {
            String forged = "/verify/correction/" + "A".repeat(44) + "?part=PUPIL&field=name";
            assertThat(get(forged).statusCode()).isEqualTo(410);
            assertThat(send(forged, UUID.randomUUID(), SAYS, new byte[0]).statusCode())
                    .isEqualTo(410);
            assertThat(get("/verify/receipt/0000-0000-0000-0000").statusCode()).isEqualTo(410);
        }

        @Test
        void is_limited_like_look_ups_and_keeps_nobody_from_looking_up() {
            String form = form(recalled);
            for (int i = 0; i < 5; i++) {
                receipt(send(form, UUID.randomUUID(), SAYS, new byte[0]));
            }
            HttpResponse<String> more = send(form, UUID.randomUUID(), SAYS, new byte[0]);
            assertThat(more.statusCode()).isEqualTo(429);
            assertThat(more.body()).contains(SAYS, "Too many notes.");
            assertThat(form(items(recalled)).statusCode()).isEqualTo(200);
        }
    }

    private static Object refused(Optional<Outcome<UUID>> outcome) {
        return ((Outcome.Refused<UUID>) outcome.orElseThrow()).reasons().getFirst();
    }
}
