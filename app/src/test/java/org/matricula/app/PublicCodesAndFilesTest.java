package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.packs.vn.reportbook.rules.Verification;
import tools.jackson.databind.JsonNode;

/// Asking about a record by its code alone, or with a file of it.
class PublicCodesAndFilesTest extends PublicVisitor {
    PublicCodesAndFilesTest() {
        super("22199911");
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
            assertThat(get("/v/0000-0000-0000-0030").statusCode()).isEqualTo(429);
            assertThat(get("/api/v1/verify/codes/0000-0000-0000-0031").statusCode())
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
                assertThat(verdict.get("checkpoints").get("shows").stringValue())
                        .as("the state in the file beside the newest one of this node")
                        .isIn("SAME", "CONSISTENT");
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
}
