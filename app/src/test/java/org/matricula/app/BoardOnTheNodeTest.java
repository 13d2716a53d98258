package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matricula.registry.accounts.Credentials;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.flows.LookAtBoard;
import org.matricula.registry.records.flows.LookAtBook;
import org.matricula.registry.records.flows.RecallRecord;
import org.matricula.registry.records.flows.RecallRecord.Wish;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.records.store.BoardStore;
import org.matricula.registry.records.store.ClosingStore;
import org.matricula.registry.records.store.RecordStore.Kept;
import org.matricula.registry.verification.TrustFile;
import org.matricula.verifier.State;

/// The principal's board, books, closing and recall on a running node: through the acts, the pages and the interface.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardOnTheNodeTest {
    private static final String PASSWORD = "cau Long Bien dai lam";
    private static final Wish DIRECTED =
            new Wish("Điểm Toán ghi nhầm của học sinh khác.", "123/SGDĐT-GDTH", Optional.of(LocalDate.of(2026, 5, 20)));

    private HoaSenSchool school;
    private String root = "";
    private ClassRoom closed;
    private ClassRoom waiting;

    @BeforeAll
    void a_school_with_a_closed_class_and_one_that_waits(RunningNode node) throws IOException {
        root = node.root();
        school = new HoaSenSchool(node, "22199906");
        waiting = school.enter("4B", 3);
        school.homeroomSigns(waiting);
        closed = school.enter("4A", 4);
        school.close(closed);
    }

    private List<WorkingRecord> records(ClassRoom room) {
        return school.in(now -> school.get(ClassRecords.class).look(room, now));
    }

    private UUID book(ClassRoom room, int index) {
        return records(room).get(index).kept().map(Kept::id).orElseThrow();
    }

    @Nested
    class A_look_at_a_book {
        @Test
        void is_in_the_journal_with_the_role_that_allowed_it() {
            Actor inspector = new Actor(
                    Optional.of(UUID.randomUUID()),
                    "Inspector",
                    List.of(Mandate.over(Role.INSPECTOR, school.school().id(), LocalDate.of(2020, 1, 1))),
                    true);
            school.get(LookAtBook.class).open(inspector, book(closed, 0));
            List<Journal.Line> lines = school.get(Journal.class)
                    .aboutPupil(school.school().id(), records(closed).getFirst().pupil(), Long.MAX_VALUE, 5);
            assertThat(lines.getFirst())
                    .matches(line -> line.kind() == Journal.Kind.LOOKED
                            && line.act().equals("look-at-book")
                            && line.role().equals("INSPECTOR")
                            && line.pupils() == 1);
        }
    }

    @Nested
    class The_board {
        @Test
        void says_how_many_books_are_in_each_state_and_whom_to_call() {
            ClassRoom room = school.enter("4E", 5);
            Actor music = school.teacherOf("MUSIC");
            school.done(school.get(SignSubject.class).run(music, room, "MUSIC", school.key(music)));
            LookAtBoard.Board board = ((Outcome.Done<LookAtBoard.Board>) school.get(LookAtBoard.class)
                            .run(school.principal(), school.school().id(), ""))
                    .value();
            assertThat(board.rows()).extracting(row -> row.room().name()).contains("4A", "4B", "4E");
            LookAtBoard.Row row = board.rows().stream()
                    .filter(each -> each.room().id().equals(room.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.in(RecordState.ENTERED)).isEqualTo(5);
            assertThat(row.homeroom()).isEqualTo(school.homeroom().name());
            assertThat(row.unsigned())
                    .hasSize(school.subjects().size())
                    .noneMatch(each -> each.subject()
                            .map(subject -> subject.en().equals("Music"))
                            .orElse(false))
                    .allMatch(each -> each.missing() == 5 && !each.teacher().isEmpty());
            assertThat(row.time()).isEqualTo(LookAtBoard.Time.OPEN);
        }
    }

    @Nested
    class A_recall {
        @Test
        void wants_a_ground_and_the_directive() {
            assertThat(reasons(school.get(RecallRecord.class)
                            .run(school.principal(), closed, book(closed, 0), new Wish(" ", "", Optional.empty()))))
                    .containsExactly(new RecallRecord.GroundMissing(), new RecallRecord.DirectiveMissing());
            assertThat(reasons(school.get(RecallRecord.class)
                            .run(
                                    school.principal(),
                                    closed,
                                    book(closed, 0),
                                    new Wish(DIRECTED.ground(), "1/QĐ", Optional.of(LocalDate.of(2999, 1, 1))))))
                    .containsExactly(new RecallRecord.DirectiveInTheFuture());
        }

        @Test
        void is_for_closed_books_only() {
            assertThat(school.get(RecallRecord.class).run(school.principal(), waiting, book(waiting, 0), DIRECTED))
                    .isEqualTo(Outcome.refused(new RecallRecord.OnlyClosedIsRecalled()));
        }

        @Test
        void opens_the_next_version_which_is_signed_and_closed_as_the_first_was() {
            ClassRoom room = school.enter("4D", 2);
            school.close(room);
            UUID first = book(room, 0);
            Outcome<UUID> next = school.get(RecallRecord.class).run(school.principal(), room, first, DIRECTED);
            assertThat(next).isInstanceOf(Outcome.Done.class);
            WorkingRecord second = records(room).getFirst();
            assertThat(second.kept().orElseThrow().version()).isEqualTo(2);
            assertThat(second.state()).isEqualTo(RecordState.ENTERED);
            assertThat(records(room).get(1).state()).isEqualTo(RecordState.CLOSED);
            school.change(second.pupil(), "MATHEMATICS.comment", "Đã sửa theo chỉ đạo.");
            school.close(room);
            assertThat(records(room)).allMatch(record -> record.state() == RecordState.CLOSED);
            UUID corrected = book(room, 0);
            assertThat(school.get(BoardStore.class).issuedRecord(corrected).orElseThrow())
                    .matches(issued -> issued.version() == 2);
            assertThat(school.get(BoardStore.class).recall(first).orElseThrow().directive())
                    .isEqualTo("123/SGDĐT-GDTH");
            assertThat(school.get(TrustFile.class)
                            .verifier()
                            .verify(
                                    school.get(ClosingStore.class)
                                            .pdf(corrected)
                                            .orElseThrow(),
                                    java.time.Instant.now().plusSeconds(5))
                            .state())
                    .isEqualTo(State.GENUINE);
            assertThat(school.get(RecallRecord.class).run(school.principal(), room, first, DIRECTED))
                    .isEqualTo(Outcome.refused(new RecallRecord.OnlyClosedIsRecalled()));
        }

        private List<Refusal> reasons(Outcome<UUID> outcome) {
            return ((Outcome.Refused<UUID>) outcome).reasons();
        }
    }

    private Visit signedIn(Actor person) {
        String login = school.in(now -> {
            school.get(Credentials.class).setPassword(person.id(), PASSWORD, now);
            return school.get(Accounts.class).find(person.id()).orElseThrow().login();
        });
        Visit visit = new Visit(root);
        visit.get("/sign-in");
        visit.post("/sign-in", Map.of("login", login, "password", PASSWORD));
        return visit;
    }

    @Nested
    class The_pages {
        @Test
        void lead_the_principal_from_the_board_to_the_books_and_their_files() {
            Visit visit = signedIn(school.principal());
            assertThat(visit.get("/board").body()).contains("4A", "4B", "Approve 3", "Files");
            assertThat(visit.get("/board?show=closed").body()).contains("4A").doesNotContain(">4B<");
            HttpResponse<String> approve = visit.get("/classes/" + waiting.id() + "/approve");
            assertThat(approve.body()).contains("3 of 3 books are ready");
            HttpResponse<String> draft = visit.get("/books/" + book(waiting, 0));
            assertThat(draft.body()).contains("This is a draft", "Open the draft as it will print");
            HttpResponse<String> print = visit.get("/books/" + book(waiting, 0) + ".pdf");
            assertThat(print.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("-DRAFT.pdf");
            assertThat(print.body()).startsWith("%PDF-");
            assertThat(visit.get("/books/" + book(waiting, 0) + ".xml").statusCode())
                    .isEqualTo(404);
            assertThat(visit.get("/classes/" + closed.id() + "/close").body()).contains("All files (ZIP)");
            assertThat(visit.get("/books/" + book(closed, 0)).body()).contains("Recall this book");
            assertThat(visit.get("/books/" + book(closed, 0) + ".xml").body()).startsWith("<");
        }

        @Test
        void ask_for_the_second_factor_before_anything_is_signed_or_closed() {
            Visit visit = signedIn(school.principal());
            visit.get("/classes/" + waiting.id() + "/approve");
            assertThat(Visit.to(visit.post("/classes/" + waiting.id() + "/approve", Map.of("pin", "hoa-sen-4a"))))
                    .startsWith("/account/strong?back=");
            assertThat(Visit.to(visit.post("/classes/" + waiting.id() + "/close", Map.of())))
                    .startsWith("/account/strong?back=");
        }

        @Test
        void do_not_call_a_closed_class_open_for_entry() {
            Visit visit = signedIn(school.principal());
            assertThat(visit.get("/classes/" + closed.id()).body()).contains("Closed: nothing is entered any more");
            assertThat(visit.get("/classes").body()).contains("Closed: nothing is entered any more");
            assertThat(visit.get("/classes/" + waiting.id()).body()).doesNotContain("nothing is entered any more");
        }

        @Test
        void know_no_other_school_whether_there_is_one_or_not() {
            Visit visit = signedIn(school.principal());
            assertThat(visit.get("/board?school=" + UUID.randomUUID()).statusCode())
                    .isEqualTo(403);
            assertThat(visit.get("/board?year=%00").statusCode()).isEqualTo(400);
        }

        @Test
        void give_an_inspector_everything_to_read_and_nothing_to_press() {
            Actor inspector = inspector();
            Visit visit = signedIn(inspector);
            for (String path : List.of(
                    "/board",
                    "/classes/" + waiting.id() + "/approve",
                    "/classes/" + closed.id() + "/close",
                    "/books/" + book(closed, 0),
                    "/books/" + book(waiting, 0))) {
                HttpResponse<String> answer = visit.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body().replace("/sign-out", "").split("<main", 2)[1])
                        .as(path)
                        .doesNotContain("method=\"post\"")
                        .doesNotContain("/recall");
            }
            assertThat(visit.get("/books/" + book(closed, 0) + "/recall").statusCode())
                    .isEqualTo(403);
        }

        @Test
        void hand_out_the_whole_class_as_one_file_and_slips_with_codes() throws IOException {
            Visit visit = signedIn(school.principal());
            String code = school.get(BoardStore.class)
                    .issuedRecord(book(closed, 0))
                    .orElseThrow()
                    .confirmation();
            assertThat(visit.get("/classes/" + closed.id() + "/codes").body()).contains(code);
            byte[] zip = visit.bytes("/classes/" + closed.id() + "/books.zip");
            List<String> names = new ArrayList<>();
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    names.add(entry.getName());
                }
            }
            assertThat(names).hasSize(8).anyMatch(name -> name.endsWith(".pdf"));
        }

        private Actor inspector() {
            return school.in(now -> {
                var account = school.get(Accounts.class)
                        .byLogin("inspector")
                        .orElseGet(
                                () -> school.get(Accounts.class).open("inspector", "inspector", Actor.system(), now));
                school.get(org.matricula.registry.directory.Mandates.class)
                        .give(
                                account.id(),
                                new Mandate(
                                        Role.INSPECTOR,
                                        school.school().id(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        LocalDate.of(2020, 1, 1),
                                        Optional.of(LocalDate.of(2999, 1, 1))),
                                Actor.system(),
                                now);
                return school.get(Accounts.class).actor(account, false);
            });
        }
    }

    @Nested
    class The_interface_for_programs {
        @Test
        void tells_the_records_of_a_class_and_gives_a_file_by_what_is_accepted() {
            Visit visit = signedIn(school.principal());
            assertThat(visit.get("/api/v1/classes/" + closed.id() + "/records").body())
                    .contains("\"state\":\"CLOSED\"")
                    .doesNotContain(school.get(BoardStore.class)
                            .issuedRecord(book(closed, 0))
                            .orElseThrow()
                            .confirmation());
            String record = "/api/v1/records/" + book(closed, 0);
            assertThat(visit.get(record, "Accept", "application/json").body()).contains("\"version\":1");
            assertThat(visit.get(record, "Accept", "application/xml").body()).startsWith("<");
            assertThat(visit.get(record, "Accept", "application/pdf").body()).startsWith("%PDF-");
        }

        @Test
        void says_why_in_problem_details() {
            Visit visit = signedIn(school.principal());
            visit.get("/books/" + book(closed, 0));
            visit.get("/classes/" + waiting.id() + "/approve");
            HttpResponse<String> answer = visit.json("POST", "/api/v1/classes/" + closed.id() + "/closing", "");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("urn:matricula:problem:second-factor-needed");
            assertThat(visit.json("POST", "/api/v1/records/" + book(closed, 0) + "/recall", "{\"ground\":\"x\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
