package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.page.Language;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.flows.ApproveRecords;
import org.matricula.registry.records.flows.SignConsolidation;
import org.matricula.registry.signing.SealCertificates;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Signer.SigningFailed;

/// What people read who press the button and may not sign or close after all, and that no record changes by it.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigningRefusedTest {
    private static final Map<String, String> PIN = Map.of("pin", new String(HoaSenSchool.PIN));

    private RunningNode node;
    private HoaSenSchool school;
    private SignedInPeople people;

    @BeforeAll
    void a_school(RunningNode shared) throws IOException {
        node = shared;
        school = new HoaSenSchool(node, "22199925");
        people = new SignedInPeople(node);
    }

    private static List<WorkingRecord> records(HoaSenSchool school, ClassRoom room) {
        return school.in(now -> school.get(ClassRecords.class).look(room, now));
    }

    private Actor teacher(String name, Role role, ClassRoom room) {
        Optional<String> subject = role == Role.SUBJECT_TEACHER ? Optional.of("MATHEMATICS") : Optional.empty();
        return school.person(name, role, Optional.of(room.id()), subject);
    }

    private void is_refused(HoaSenSchool at, ClassRoom room, Actor who, String page, String act, String words) {
        List<List<String>> before =
                records(at, room).stream().map(WorkingRecord::signed).toList();
        Visit visit = people.strong(who);
        String address = "/classes/" + room.id() + page;
        visit.get(address);
        HttpResponse<String> answer = visit.post(address, PIN);
        assertThat(answer.statusCode()).isIn(409, 422);
        assertThat(answer.body()).contains(words);
        assertThat(records(at, room).stream().map(WorkingRecord::signed)).isEqualTo(before);
        assertThat(at.get(Journal.class)
                        .aboutClass(room.institution(), room.id(), Set.of(Journal.Kind.REFUSED), Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(line -> assertThat(line.act()).isEqualTo(act));
    }

    @Nested
    class Whoever_the_records_do_not_name {
        @Test
        void does_not_sign_a_subject_that_is_now_a_colleague_s() {
            ClassRoom room = school.enter("4A", 1);
            teacher("Cao Thị Mới", Role.SUBJECT_TEACHER, room);
            is_refused(
                    school,
                    room,
                    school.teacherOf("MATHEMATICS"),
                    "/sign/MATHEMATICS",
                    "sign-subject",
                    "The records name Cao Thị Mới here, so nobody else can sign");
        }

        @Test
        void does_not_sign_for_the_homeroom_teacher_who_came_after() {
            ClassRoom room = school.enter("4B", 1);
            Actor before = school.homeroom();
            teacher("Cao Thị Chủ", Role.HOMEROOM_TEACHER, room);
            is_refused(
                    school,
                    room,
                    before,
                    "/result",
                    "sign-consolidation",
                    "The records name Cao Thị Chủ here, so nobody else can sign");
        }

        @Test
        void does_not_approve_as_a_deputy_of_the_head() {
            ClassRoom room = school.enter("4C", 1);
            is_refused(
                    school,
                    room,
                    school.person("Cao Văn Phó", Role.PRINCIPAL, Optional.empty(), Optional.empty()),
                    "/approve",
                    "approve-records",
                    "The records name " + school.principal().name() + " here, so nobody else can sign");
        }
    }

    @Nested
    class Whose_key_bears_the_name_before_a_correction {
        private static final String WORDS = "Your certificate says %s, your account says %s";

        private Actor renamed(HoaSenSchool at, Actor who, String name) {
            return at.in(now -> {
                Accounts accounts = at.get(Accounts.class);
                accounts.rename(who.id(), name, Actor.system(), now);
                return accounts.actor(accounts.find(who.id()).orElseThrow(), true);
            });
        }

        private void brings_another_key_first(
                HoaSenSchool at, ClassRoom room, Actor who, String page, String act, String name) {
            is_refused(at, room, renamed(at, who, name), page, act, WORDS.formatted(who.name(), name));
        }

        @Test
        void signs_no_subject() {
            ClassRoom room = school.enter("4D", 1);
            Actor who = teacher("Trịnh Thị Hòa", Role.SUBJECT_TEACHER, room);
            brings_another_key_first(school, room, who, "/sign/MATHEMATICS", "sign-subject", "Trịnh Thị Hoà");
        }

        @Test
        void signs_no_results_of_the_year() {
            ClassRoom room = school.enter("4E", 1);
            Actor who = teacher("Đinh Thị Thúy", Role.HOMEROOM_TEACHER, room);
            brings_another_key_first(school, room, who, "/result", "sign-consolidation", "Đinh Thị Thuý");
        }

        @Test
        void approves_nothing() throws IOException {
            HoaSenSchool other = new HoaSenSchool(node, "22199926");
            ClassRoom room = other.enter("4G", 1);
            brings_another_key_first(
                    other, room, other.principal(), "/approve", "approve-records", "Hoàng Thị Tên Mới");
        }
    }

    @Nested
    class A_key_that_gives_no_signature {
        private void signs_nothing(ClassRoom room, Signer key, Signer another, Function<FakeToken, Outcome<UUID>> act) {
            Map<FakeToken, String> tokens = Map.of(
                    new FakeToken(key).failing(1, SigningFailed.Reason.REFUSED), "Your key refused to sign.",
                    new FakeToken(key).failing(1, SigningFailed.Reason.LOCKED), "Your key stayed locked",
                    new FakeToken(key).swapped(another), "What came back is not signed");
            List<String> before = records(school, room).getFirst().signed();
            tokens.forEach((token, words) -> {
                Work stopped = school.ended(((Outcome.Done<UUID>) act.apply(token)).value());
                assertThat(stopped.problem().orElseThrow().said(Language.EN)).startsWith(words);
                assertThat(records(school, room).getFirst().signed()).isEqualTo(before);
            });
        }

        @Test
        void is_taken_for_that_of_neither_the_homeroom_teacher_nor_the_head() {
            ClassRoom room = school.enter("4I", 1);
            school.subjectsSign(room);
            Actor homeroom = school.homeroom();
            Actor head = school.principal();
            Signer hers = school.key(homeroom);
            Signer his = school.key(head);
            SignConsolidation consolidate = school.get(SignConsolidation.class);
            signs_nothing(room, hers, his, token -> consolidate.run(homeroom, room, token));
            school.done(consolidate.run(homeroom, room, hers));
            ApproveRecords approve = school.get(ApproveRecords.class);
            signs_nothing(room, his, hers, token -> approve.run(head, room, token));
        }
    }

    @Nested
    class A_school_whose_seal_is_withdrawn {
        @Test
        void closes_nothing_and_reads_the_clause_before_the_button_and_after_it() throws IOException {
            HoaSenSchool other = new HoaSenSchool(node, "22199927");
            ClassRoom room = other.enter("4K", 1);
            other.approve(room);
            SealCertificates seals = other.get(SealCertificates.class);
            Moment now = other.get(Office.class).now(other.school().place());
            seals.of(other.school().id())
                    .forEach(seal -> seals.withdraw(seal.id(), now.date(), "Đổi con dấu", Actor.system(), now));
            String number = records(other, room)
                    .getFirst()
                    .sealing()
                    .orElseThrow()
                    .content()
                    .id();
            assertThat(people.strong(other.principal())
                            .get("/classes/" + room.id() + "/close")
                            .body())
                    .contains(number + ": the certificate, valid from ", "is not declared on", "(VNRB:II.10.e)");
            is_refused(other, room, other.principal(), "/close", "close-records", number + ": the certificate, valid");
            assertThat(records(other, room)).allMatch(record -> record.state() == RecordState.APPROVED);
        }
    }

    @Nested
    class A_class_with_a_letter_that_the_print_has_not {
        @Test
        void is_not_closed_and_the_letter_is_named() {
            ClassRoom room = school.enter("4H", 1);
            school.change(records(school, room).getFirst().pupil(), "MATHEMATICS.comment", "Tính nhanh → rất tốt");
            school.approve(room);
            String words = "The print has no letter for → (U+2192). Find it in the records of this class";
            assertThat(people.strong(school.principal())
                            .get("/classes/" + room.id() + "/close")
                            .body())
                    .contains(words);
            is_refused(school, room, school.principal(), "/close", "close-records", words);
            assertThat(records(school, room)).allMatch(record -> record.state() == RecordState.APPROVED);
        }
    }
}
