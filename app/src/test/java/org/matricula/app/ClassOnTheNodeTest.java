package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.SealKeyMissing;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.flows.ApproveRecords;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.flows.SignConsolidation;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.records.store.ClosingStore;
import org.matricula.registry.records.store.RecordStore.Kept;
import org.matricula.registry.verification.TrustFile;
import org.matricula.verifier.State;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.RecordSignature;
import org.matricula.verifier.signature.Signer;

/// A class on a running node, from entered results to issued records, by the acts of its people.
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassOnTheNodeTest {
    private RunningNode node;
    private HoaSenSchool school;
    private Path data = Path.of("");

    @BeforeAll
    void a_school(@TempDir Path folder) throws IOException {
        data = folder;
        node = RunningNode.start(data);
        school = new HoaSenSchool(node);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private List<WorkingRecord> records(ClassRoom room) {
        return school.in(now -> school.get(ClassRecords.class).look(room, now));
    }

    @Nested
    class A_class_that_everybody_signs {
        @Test
        void goes_through_the_states_and_is_genuine_in_both_formats() {
            ClassRoom room = school.enter("4A", 35);
            assertThat(records(room)).hasSize(35).allMatch(r -> r.state() == RecordState.ENTERED);
            school.subjectsSign(room);
            assertThat(records(room)).allMatch(r -> r.state() == RecordState.SUBJECT_SIGNED);
            school.done(
                    school.get(SignConsolidation.class).run(school.homeroom(), room, school.key(school.homeroom())));
            assertThat(records(room)).allMatch(r -> r.state() == RecordState.HOMEROOM_SIGNED);
            school.done(school.get(ApproveRecords.class).run(school.principal(), room, school.key(school.principal())));
            assertThat(records(room)).allMatch(r -> r.state() == RecordState.APPROVED);
            school.done(school.get(CloseRecords.class).run(school.principal(), room));
            for (WorkingRecord record : records(room)) {
                assertThat(record.state()).isEqualTo(RecordState.CLOSED);
                UUID id = record.kept().map(Kept::id).orElseThrow();
                for (byte[] file : List.of(
                        school.get(ClosingStore.class).xml(id).orElseThrow(),
                        school.get(ClosingStore.class).pdf(id).orElseThrow())) {
                    assertThat(school.get(TrustFile.class)
                                    .verifier()
                                    .verify(file, Instant.now().plusSeconds(5))
                                    .state())
                            .isEqualTo(State.GENUINE);
                }
            }
        }
    }

    @Nested
    class A_change_before_closing {
        @Test
        void voids_the_signatures_over_it_and_no_others() {
            ClassRoom room = school.enter("4B", 3);
            school.approve(room);
            WorkingRecord first = records(room).getFirst();
            school.change(first.pupil(), "MATHEMATICS.comment", "Tính nhẩm tốt, trình bày sạch.");
            WorkingRecord changed = records(room).getFirst();
            assertThat(first.signed()).contains("subject.MATHEMATICS", "HOMEROOM", "HEAD");
            assertThat(changed.signed())
                    .doesNotContain("subject.MATHEMATICS", "HOMEROOM", "HEAD")
                    .contains("subject.VIETNAMESE");
            assertThat(changed.state()).isEqualTo(RecordState.ENTERED);
            assertThat(records(room).get(1).state()).isEqualTo(RecordState.APPROVED);
        }

        @Test
        void that_leaves_something_missing_leads_back_to_a_draft() {
            ClassRoom room = school.enter("4C", 2);
            school.subjectsSign(room);
            UUID pupil = records(room).getFirst().pupil();
            school.change(pupil, "MATHEMATICS.test", "");
            assertThat(records(room).getFirst().state()).isEqualTo(RecordState.DRAFT);
            assertThat(records(room).getFirst().signed()).doesNotContain("subject.MATHEMATICS");
            school.change(pupil, "MATHEMATICS.test", "9");
            assertThat(records(room).getFirst().state()).isEqualTo(RecordState.ENTERED);
        }
    }

    @Nested
    class Closing {
        @Test
        void by_two_people_at_once_closes_once() throws Exception {
            ClassRoom room = school.enter("4D", 5);
            school.approve(room);
            Callable<Outcome<UUID>> close = () -> school.get(CloseRecords.class).run(school.principal(), room);
            List<Outcome<UUID>> outcomes = new ArrayList<>();
            try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Outcome<UUID>> each : both.invokeAll(List.of(close, close))) {
                    outcomes.add(each.get());
                }
            }
            assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Done).hasSize(1);
            assertThat(outcomes).contains(Outcome.refused(new CloseRecords.NothingToClose()));
            outcomes.stream().filter(o -> o instanceof Outcome.Done).forEach(school::done);
            assertThat(records(room)).allMatch(r -> r.state() == RecordState.CLOSED);
        }

        @Test
        void waits_for_the_key_of_the_seal_and_begins_nothing_without_it() throws IOException {
            ClassRoom room = school.enter("4S", 1);
            school.approve(room);
            Path opens = data.resolve("demo-keys").resolve("keys.properties");
            byte[] right = Files.readAllBytes(opens);
            Files.writeString(opens, "password=of-another-folder");
            try {
                assertThat(school.get(CloseRecords.class).run(school.principal(), room))
                        .isEqualTo(Outcome.refused(new SealKeyMissing()));
            } finally {
                Files.write(opens, right);
            }
            assertThat(records(room)).allMatch(r -> r.state() == RecordState.APPROVED);
            school.done(school.get(CloseRecords.class).run(school.principal(), room));
        }

        @Test
        void is_not_for_records_that_somebody_has_still_to_sign() {
            ClassRoom room = school.enter("4E", 2);
            school.subjectsSign(room);
            assertThat(school.get(CloseRecords.class).run(school.principal(), room))
                    .isEqualTo(Outcome.refused(new CloseRecords.NothingToClose()));
        }
    }

    @Nested
    class Marks_that_change_while_the_class_is_signed {
        @Test
        void never_stand_under_a_signature_that_does_not_cover_them() throws Exception {
            ClassRoom room = school.enter("4M", 6);
            List<UUID> pupils = records(room).stream().map(WorkingRecord::pupil).toList();
            Actor teacher = school.teacherOf("MATHEMATICS");
            Signer key = school.key(teacher);
            for (int round = 0; round < 8; round++) {
                String comment = "Nhận xét lần " + round;
                List<Callable<Object>> both = List.of(
                        () -> {
                            pupils.forEach(pupil -> school.change(pupil, "MATHEMATICS.comment", comment));
                            return true;
                        },
                        () -> {
                            Outcome<UUID> begun = school.get(SignSubject.class).run(teacher, room, "MATHEMATICS", key);
                            return begun instanceof Outcome.Done<UUID>(var id) ? school.ended(id) : begun;
                        });
                try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (Future<Object> each : threads.invokeAll(both)) {
                        each.get();
                    }
                }
                for (WorkingRecord record : records(room)) {
                    // What is kept as signed is still signed when it is composed anew from what is entered now.
                    assertThat(record.kept().orElseThrow().file().map(RecordSealing::resume).stream()
                                    .flatMap(file -> file.signatures().stream())
                                    .map(RecordSignature::key)
                                    .toList())
                            .isEqualTo(record.signed());
                }
            }
        }
    }

    @Nested
    class A_subject_teacher {
        @Test
        void signs_as_soon_as_the_own_subject_is_complete_whatever_others_still_owe() {
            ClassRoom room = school.enter("4H", 2);
            records(room).forEach(record -> school.change(record.pupil(), "VIETNAMESE.test", ""));
            Actor teacher = school.teacherOf("MATHEMATICS");
            school.done(school.get(SignSubject.class).run(teacher, room, "MATHEMATICS", school.key(teacher)));
            assertThat(records(room))
                    .allMatch(r -> r.state() == RecordState.DRAFT && r.signed().equals(List.of("subject.MATHEMATICS")));
            records(room).forEach(record -> school.change(record.pupil(), "VIETNAMESE.test", "8"));
            assertThat(records(room)).allMatch(r -> r.signed().equals(List.of("subject.MATHEMATICS")));
        }
    }
}
