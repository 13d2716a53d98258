package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.Stop;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.store.WorkStore;
import org.matricula.registry.signing.PersonalKeys;

/// People sign through the pages of a running node, with nothing but a plain browser.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignPagesTest {
    private static final String PIN = new String(HoaSenSchool.PIN);

    private HoaSenSchool school;
    private SignedInPeople people;

    @BeforeAll
    void a_school(RunningNode node) throws IOException {
        school = new HoaSenSchool(node, "22199905");
        people = new SignedInPeople(node);
    }

    private Work ended(String address) {
        return school.ended(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
    }

    private static String sign(ClassRoom room, String subject) {
        return "/classes/" + room.id() + "/sign/" + subject;
    }

    @Nested
    class A_subject_teacher {
        @Test
        void signs_the_class_and_sees_that_it_is_done() {
            ClassRoom room = school.enter("4A", 12);
            Visit visit = people.strong(school.teacherOf("MATHEMATICS"));
            HttpResponse<String> page = visit.get(sign(room, "MATHEMATICS"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("12 ready").contains("Sign 12 results");
            HttpResponse<String> answer = visit.post(sign(room, "MATHEMATICS"), Map.of("pin", PIN));
            assertThat(Visit.to(answer)).startsWith("/work/");
            Work work = ended(Visit.to(answer));
            assertThat(work.done()).isEqualTo(12);
            assertThat(visit.get(Visit.to(answer)).body()).contains("All 12 are done.");
            assertThat(visit.get(Visit.to(answer) + "/progress").body())
                    .contains("12 of 12")
                    .doesNotContain("<html");
            assertThat(visit.get(sign(room, "MATHEMATICS")).body())
                    .contains("12 signed")
                    .contains("There is nothing to sign now");
        }

        @Test
        void who_presses_the_button_in_two_windows_is_told_in_both_that_all_is_done() throws Exception {
            ClassRoom room = school.enter("4R", 12);
            Visit one = people.strong(school.teacherOf("MATHEMATICS"));
            Visit other = people.strong(school.teacherOf("MATHEMATICS"));
            one.get(sign(room, "MATHEMATICS"));
            other.get(sign(room, "MATHEMATICS"));
            List<String> begun;
            try (ExecutorService windows = Executors.newFixedThreadPool(2)) {
                begun = windows
                        .invokeAll(Stream.of(one, other)
                                .<Callable<HttpResponse<String>>>map(
                                        window -> () -> window.post(sign(room, "MATHEMATICS"), Map.of("pin", PIN)))
                                .toList())
                        .stream()
                        .map(Future::resultNow)
                        .filter(answer -> answer.statusCode() == 303) // else it came when all was signed
                        .map(Visit::to)
                        .toList();
            }
            assertThat(begun).isNotEmpty().allSatisfy(work -> {
                assertThat(ended(work).done()).isEqualTo(12);
                assertThat(one.get(work).body()).contains("All 12 are done.");
            });
        }

        @Test
        void is_told_what_made_a_signature_void_and_signs_only_that_again() {
            ClassRoom room = school.enter("4B", 3);
            Actor teacher = school.teacherOf("MATHEMATICS");
            Visit visit = people.strong(teacher);
            visit.get(sign(room, "MATHEMATICS"));
            ended(Visit.to(visit.post(sign(room, "MATHEMATICS"), Map.of("pin", PIN))));
            WorkingRecord first = school.in(
                    now -> school.get(ClassRecords.class).look(room, now).getFirst());
            school.change(first.pupil(), "MATHEMATICS.test", "7");
            assertThat(visit.get(sign(room, "MATHEMATICS")).body())
                    .contains("Sign again")
                    .contains("Void since")
                    .contains("Sign 1 result<");
        }

        @Test
        void reads_what_is_missing_beside_the_pupil() {
            ClassRoom room = school.enter("4C", 2);
            WorkingRecord first = school.in(
                    now -> school.get(ClassRecords.class).look(room, now).getFirst());
            school.change(first.pupil(), "MATHEMATICS.test", "");
            assertThat(people.strong(school.teacherOf("MATHEMATICS"))
                            .get(sign(room, "MATHEMATICS"))
                            .body())
                    .contains("1 ready · 1 with something missing")
                    .contains("Missing:");
        }

        @Test
        void with_a_wrong_pin_is_told_how_many_tries_are_left_and_then_waits() {
            ClassRoom room = school.enter("4D", 1);
            Actor teacher = school.person(
                    "Vũ Thị Quên", Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MATHEMATICS"));
            Visit visit = people.strong(teacher);
            visit.get(sign(room, "MATHEMATICS"));
            for (int left = 4; left > 0; left--) {
                HttpResponse<String> answer = visit.post(sign(room, "MATHEMATICS"), Map.of("pin", "wrong-" + left));
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(answer.body()).contains("Tries left before the key rests: " + left);
            }
            assertThat(visit.post(sign(room, "MATHEMATICS"), Map.of("pin", "wrong-0"))
                            .body())
                    .contains("The key rests for 15 minutes");
            HttpResponse<String> late = visit.post(sign(room, "MATHEMATICS"), Map.of("pin", PIN));
            assertThat(late.statusCode()).isEqualTo(429);
            assertThat(late.body()).contains("The key rests until").doesNotContain(PIN);
        }

        @Test
        void without_a_second_factor_is_led_there_before_a_pin_is_asked() {
            ClassRoom room = school.enter("4E", 1);
            Visit visit = people.plain(school.person(
                    "Mai Văn Vội", Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MATHEMATICS")));
            assertThat(visit.get(sign(room, "MATHEMATICS")).body())
                    .contains("/account/strong?back=")
                    .doesNotContain("name=\"pin\"");
            assertThat(visit.post(sign(room, "MATHEMATICS"), Map.of("pin", PIN)).statusCode())
                    .isEqualTo(403);
        }

        @Test
        void does_not_see_another_s_subject_or_work() {
            ClassRoom room = school.enter("4G", 1);
            Visit teacher = people.strong(school.teacherOf("MATHEMATICS"));
            teacher.get(sign(room, "MATHEMATICS"));
            String work = Visit.to(teacher.post(sign(room, "MATHEMATICS"), Map.of("pin", PIN)));
            ended(work);
            Actor stranger = school.person(
                    "Lý Văn Lạ", Role.SUBJECT_TEACHER, Optional.of(UUID.randomUUID()), Optional.of("MUSIC"));
            Visit visit = people.strong(stranger);
            assertThat(visit.get(sign(room, "MATHEMATICS")).statusCode()).isEqualTo(403);
            assertThat(visit.get(work).statusCode()).isEqualTo(404);
            assertThat(visit.get("/api/v1" + work).statusCode()).isEqualTo(404);
            assertThat(visit.get("/classes/" + room.id() + "/result").statusCode())
                    .isEqualTo(403);
        }

        @Test
        void finds_stopped_work_with_its_reason_and_the_way_to_sign_the_rest() {
            ClassRoom room = school.enter("4H", 2);
            Actor teacher = school.teacherOf("MATHEMATICS");
            UUID work = school.in(now -> school.get(WorkStore.class)
                    .begin(room.id(), Work.Kind.SIGN_SUBJECT, Optional.of("MATHEMATICS"), 2, teacher, now));
            Visit visit = people.strong(teacher);
            assertThat(visit.get("/work/" + work).body())
                    .contains("http-equiv=\"refresh\"")
                    .contains("You may leave this page");
            school.get(WorkStore.class).end(work, Optional.of(Stop.restarted()), Instant.now());
            assertThat(visit.get("/work/" + work).body())
                    .contains("The work stopped: 0 of 2")
                    .contains("The register was restarted, and your key is locked again")
                    .contains("href=\"" + sign(room, "MATHEMATICS") + "\"")
                    .contains("Sign the rest");
        }
    }

    @Nested
    class A_homeroom_teacher {
        @Test
        void sees_results_with_reasons_and_who_has_not_signed_and_signs_when_all_have() {
            ClassRoom room = school.enter("4K", 2);
            String here = "/classes/" + room.id() + "/result";
            Visit visit = people.strong(school.homeroom());
            assertThat(visit.get(here).body())
                    .contains("0 of 2 signed")
                    .contains("Not signed yet: 12 subjects")
                    .contains("/law/VNRB/II.7.2/1")
                    .contains("There is nothing to sign now");
            assertThat(visit.get(here + "?show=ready").body()).contains("Nobody is here");
            school.subjectsSign(room);
            assertThat(visit.get(here).body()).contains("Sign 2 results").contains("/books/");
            String work = Visit.to(visit.post(here, Map.of("pin", PIN)));
            assertThat(ended(work).done()).isEqualTo(2);
            assertThat(visit.get(work).body()).contains("All 2 are done.");
        }

        @Test
        void returns_a_subject_with_words_that_its_teacher_reads_before_signing() {
            ClassRoom room = school.enter("4L", 2);
            Visit visit = people.strong(school.homeroom());
            HttpResponse<String> form = visit.get("/classes/" + room.id() + "/result/return/MATHEMATICS");
            assertThat(form.body()).contains("/classes/" + room.id() + "/subjects/MATHEMATICS/notes");
            HttpResponse<String> answer = visit.post(
                    "/classes/" + room.id() + "/subjects/MATHEMATICS/notes",
                    Map.of("words", "Xem lại điểm của em An", "pupil", ""));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(people.strong(school.teacherOf("MATHEMATICS"))
                            .get(sign(room, "MATHEMATICS"))
                            .body())
                    .contains("returned this on")
                    .contains("Xem lại điểm của em An");
        }
    }

    @Nested
    class A_principal {
        @Test
        void who_forgets_the_pin_is_asked_for_it_without_losing_a_try() {
            ClassRoom room = school.enter("4S", 1);
            school.homeroomSigns(room);
            Visit visit = people.strong(school.principal());
            String approve = "/classes/" + room.id() + "/approve";
            visit.get(approve);
            for (int i = 0; i < 6; i++) {
                HttpResponse<String> answer = visit.post(approve, Map.of("pin", ""));
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(answer.body()).contains("Type the PIN of your signing key.");
            }
            assertThat(Visit.to(visit.post(approve, Map.of("pin", PIN)))).startsWith("/work/");
        }
    }

    @Nested
    class A_key {
        @Test
        void is_made_with_a_pin_typed_twice_and_taken_out_of_use_again() {
            ClassRoom room = school.enter("4M", 1);
            Actor teacher =
                    school.person("Hồ Thị Khóa", Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MUSIC"));
            Visit visit = people.strong(teacher);
            visit.get("/account/key");
            assertThat(visit.post("/account/key/make", Map.of("pin", "12345", "again", "12345"))
                            .body())
                    .contains("fewer than 6 characters");
            assertThat(visit.post("/account/key/make", Map.of("pin", "123456", "again", "123457"))
                            .body())
                    .contains("The two PINs differ");
            HttpResponse<String> made = visit.post("/account/key/make", Map.of("pin", "123456", "again", "123456"));
            assertThat(Visit.to(made)).isEqualTo("/account/key?done=made");
            assertThat(visit.get("/account/key?done=made").body()).contains("The key is made");
            UUID key = school.get(PersonalKeys.class)
                    .newest(teacher.id())
                    .orElseThrow()
                    .id();
            assertThat(visit.post("/account/key/revoke", Map.of("key", key.toString(), "ground", " "))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(Visit.to(
                            visit.post("/account/key/revoke", Map.of("key", key.toString(), "ground", "Lộ mã PIN"))))
                    .isEqualTo("/account/key?done=revoked");
            assertThat(visit.get("/account/key").body()).contains("Revoked");
        }

        @Test
        void opens_with_its_pin_exactly_as_typed_even_with_commas() {
            ClassRoom room = school.enter("4X", 1);
            Actor teacher =
                    school.person("Lý Thị Phẩy", Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MUSIC"));
            Visit visit = people.strong(teacher);
            visit.post("/account/key/make", Map.of("pin", "1,2,3,4", "again", "1,2,3,4"));
            PersonalKeys keys = school.get(PersonalKeys.class);
            Instant made = keys.newest(teacher.id()).orElseThrow().notBefore();
            assertThat(keys.unlock(teacher.id(), "1,2,3,4".toCharArray(), made))
                    .isInstanceOf(PersonalKeys.Unlocking.Unlocked.class);
        }

        @Test
        void is_tried_one_pin_after_the_other_however_many_come_at_once() throws Exception {
            ClassRoom room = school.enter("4Y", 1);
            Actor teacher =
                    school.person("Mai Văn Đoán", Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MUSIC"));
            PersonalKeys keys = school.get(PersonalKeys.class);
            Instant at = Instant.parse("2026-05-25T01:00:00Z");
            List<PersonalKeys.Unlocking> answers = new ArrayList<>();
            try (ExecutorService guessers = Executors.newFixedThreadPool(8)) {
                List<Callable<PersonalKeys.Unlocking>> guesses = IntStream.range(0, 24)
                        .<Callable<PersonalKeys.Unlocking>>mapToObj(
                                guess -> () -> keys.unlock(teacher.id(), ("guess " + guess).toCharArray(), at))
                        .toList();
                for (Future<PersonalKeys.Unlocking> each : guessers.invokeAll(guesses)) {
                    answers.add(each.get());
                }
            }
            assertThat(answers)
                    .filteredOn(PersonalKeys.Unlocking.WrongPin.class::isInstance)
                    .extracting(answer -> ((PersonalKeys.Unlocking.WrongPin) answer).left())
                    .containsExactlyInAnyOrder(4, 3, 2, 1, 0);
            assertThat(answers)
                    .filteredOn(PersonalKeys.Unlocking.Resting.class::isInstance)
                    .hasSize(19);
        }

        @Test
        void of_a_person_is_revoked_by_the_administrator_with_a_ground() {
            ClassRoom room = school.enter("4N", 1);
            Actor teacher =
                    school.person("Đỗ Văn Đi", Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MUSIC"));
            Visit visit = people.plain(
                    school.person("Trịnh Thị Quản", Role.ADMINISTRATOR, Optional.empty(), Optional.empty()));
            assertThat(visit.get("/people/keys").body()).contains("Đỗ Văn Đi").contains("Ready to sign");
            UUID key = school.get(PersonalKeys.class)
                    .newest(teacher.id())
                    .orElseThrow()
                    .id();
            String revoke = "/people/keys/" + key + "/revoke";
            visit.get(revoke);
            assertThat(visit.post(revoke, Map.of("ground", "")).statusCode()).isEqualTo(422);
            assertThat(Visit.to(visit.post(revoke, Map.of("ground", "Chuyển trường"))))
                    .startsWith("/people/keys?institution=");
            assertThat(people.strong(teacher).get(sign(room, "MUSIC")).body()).doesNotContain("name=\"pin\"");
            assertThat(people.strong(teacher).get("/people/keys").statusCode()).isEqualTo(403);
        }
    }

    @Nested
    class A_program {
        @Test
        void signs_and_watches_by_the_same_acts() {
            ClassRoom room = school.enter("4P", 2);
            Visit visit = people.strong(school.teacherOf("MATHEMATICS"));
            visit.get(sign(room, "MATHEMATICS"));
            String address = "/api/v1/classes/" + room.id() + "/signatures";
            HttpResponse<String> begun = visit.json(
                    "POST", address, "{\"kind\":\"subject\",\"subject\":\"MATHEMATICS\",\"pin\":\"" + PIN + "\"}");
            assertThat(begun.statusCode()).isEqualTo(202);
            assertThat(begun.body()).contains("\"total\":2");
            ended(Visit.to(begun));
            assertThat(visit.get(Visit.to(begun)).body())
                    .contains("\"state\":\"DONE\"")
                    .contains("\"done\":2");
            HttpResponse<String> again = visit.json(
                    "POST", address, "{\"kind\":\"subject\",\"subject\":\"MATHEMATICS\",\"pin\":\"" + PIN + "\"}");
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("nothing-to-sign");
        }

        @Test
        void is_told_as_problem_details_what_is_wrong() {
            ClassRoom room = school.enter("4Q", 1);
            Actor teacher = school.person(
                    "Cao Thị Sai", Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MATHEMATICS"));
            Visit visit = people.strong(teacher);
            visit.get("/account/key");
            String address = "/api/v1/classes/" + room.id() + "/signatures";
            for (Map.Entry<String, String> wrong : Map.of(
                            "{\"kind\":\"subject\",\"subject\":\"MATHEMATICS\",\"pin\":\"no\"}", "wrong-pin",
                            "{\"kind\":\"subject\",\"subject\":\"MATHEMATICS\"}", "no-pin",
                            "not json", "no-pin",
                            "{\"kind\":\"dance\",\"pin\":\"x\"}", "no-such-signature",
                            "{\"kind\":\"consolidation\",\"pin\":\"x\"}", "not-yours")
                    .entrySet()) {
                HttpResponse<String> answer = visit.json("POST", address, wrong.getKey());
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(answer.body()).contains("urn:matricula:problem:" + wrong.getValue());
            }
            assertThat(visit.get("/api/v1/work/nonsense").statusCode()).isEqualTo(404);
        }
    }
}
