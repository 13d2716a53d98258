package org.matricula.registry.gradebook.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.registry.gradebook.flows.School.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.store.CellStore.How;
import org.matricula.registry.gradebook.store.ClassStore.ClassRoomOrYear;
import org.matricula.registry.gradebook.store.ClassStore.Window;
import org.matricula.registry.gradebook.store.NoteStore.Note;
import org.matricula.registry.gradebook.store.PhraseStore;
import org.matricula.registry.gradebook.store.PhraseStore.Phrase;
import org.matricula.registry.gradebook.store.PresenceStore;
import org.matricula.registry.gradebook.store.PresenceStore.Present;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTest {
    private School school;
    private ClassRoom room;
    private Actor lan;
    private Actor hoa;

    @BeforeAll
    void a_school() {
        school = new School();
    }

    @AfterAll
    void end() {
        school.close();
    }

    @BeforeEach
    void a_class() {
        school.clock.set("2026-05-21T02:00:00Z");
        room = school.room();
        lan = school.teacher(room, "MATHEMATICS");
        hoa = school.homeroom(room);
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private GridView grid(Actor who) {
        return done(school.get(LookAtGrid.class).run(school.block(room, "MATHEMATICS"), who));
    }

    private void enter(int pupil, String column, String value) {
        done(school.get(EnterMarks.class)
                .run(
                        school.block(room, "MATHEMATICS"),
                        List.of(change(school.pupils(room).get(pupil), "MATHEMATICS." + column, value, 0)),
                        How.TYPED,
                        lan));
    }

    @Nested
    class The_grid {
        @Test
        void shows_the_class_list_with_what_stands_in_the_cells() {
            enter(1, "test", "8");
            GridView view = grid(lan);
            assertThat(view.lines())
                    .extracting(GridView.PupilLine::name)
                    .containsExactly("Nguyễn An", "Trần Bình", "Lê Chi");
            assertThat(view.lines().get(1).cells()).containsOnlyKeys("MATHEMATICS.test");
            assertThat(view.revision())
                    .isEqualTo(
                            view.lines().get(1).cells().get("MATHEMATICS.test").revision());
            assertThat(view.mayEnter()).isTrue();
            assertThat(grid(hoa).mayEnter()).isFalse();
        }

        @Test
        void is_looked_at_by_whoever_asks_for_its_cells_without_opening_it() {
            enter(1, "test", "8");
            UUID binh = school.pupils(room).get(1);
            assertThat(looks(binh)).isEmpty();
            follow(hoa);
            follow(hoa);
            assertThat(looks(binh)).singleElement().satisfies(line -> {
                assertThat(line.account()).isEqualTo(hoa.account());
                assertThat(line.act()).isEqualTo("look-at-grid");
            });
            grid(lan);
            follow(lan); // belongs to the look before
            assertThat(looks(binh)).hasSize(2);
        }

        private void follow(Actor who) {
            done(school.get(FollowGrid.class).run(school.block(room, "MATHEMATICS"), 0, Optional.empty(), who));
        }

        private List<Journal.Line> looks(UUID pupil) {
            return school.get(Journal.class)
                    .aboutPupil(room.institution(), pupil, Set.of(Journal.Kind.LOOKED), Long.MAX_VALUE, 10);
        }

        @Test
        void leaves_out_columns_that_stay_empty_in_the_grade() {
            assertThat(school.block(room, "MUSIC").columnKeys()).containsExactly("MUSIC.level", "MUSIC.comment");
        }
    }

    @Nested
    class A_note {
        @Test
        void is_shown_at_the_block_until_it_is_settled() {
            UUID an = school.pupils(room).getFirst();
            UUID id = done(school.get(ReturnBlock.class)
                    .run(school.block(room, "MATHEMATICS"), Optional.of(an), " Nhận xét quá chung. ", hoa));
            assertThat(grid(lan).notes()).singleElement().satisfies(note -> {
                assertThat(note.words()).isEqualTo("Nhận xét quá chung.");
                assertThat(note.name()).isEqualTo("Nguyễn Thị Hoa");
                assertThat(note.pupil()).contains(an);
            });
            Note settled = done(school.get(SettleNote.class).run(school.block(room, "MATHEMATICS"), id, lan));
            assertThat(settled.id()).isEqualTo(id);
            assertThat(grid(lan).notes()).isEmpty();
            assertThat(school.get(SettleNote.class).run(school.block(room, "MATHEMATICS"), id, lan))
                    .isEqualTo(Outcome.refused(new NoteNotWaiting()));
        }

        @Test
        void of_another_block_cannot_be_settled_here() {
            UUID id = done(
                    school.get(ReturnBlock.class).run(school.block(room, "MUSIC"), Optional.empty(), "Xem lại", hoa));
            assertThat(school.get(SettleNote.class).run(school.block(room, "MATHEMATICS"), id, lan))
                    .isEqualTo(Outcome.refused(new NoteNotWaiting()));
        }

        @Test
        void has_words_that_fit_and_a_pupil_of_the_class() {
            ReturnBlock act = school.get(ReturnBlock.class);
            Block block = school.block(room, "MATHEMATICS");
            assertThat(act.run(block, Optional.empty(), " \n", hoa)).isEqualTo(Outcome.refused(new NothingWritten()));
            assertThat(act.run(block, Optional.empty(), "á".repeat(1_000), hoa)).isInstanceOf(Outcome.Done.class);
            assertThat(act.run(block, Optional.empty(), "á".repeat(1_001), hoa))
                    .isEqualTo(Outcome.refused(new TextTooLong(1_001, 1_000)));
            UUID stranger = UUID.randomUUID();
            assertThat(act.run(block, Optional.of(stranger), "Ai?", hoa))
                    .isEqualTo(Outcome.refused(new PupilNotInClass(stranger)));
        }
    }

    @Nested
    class The_entry_window {
        private Outcome<Window> set(Actor who, String opens, String closes) {
            return school.get(OpenWindow.class)
                    .run(
                            new ClassRoomOrYear(room.institution(), room.schoolYear(), Optional.of(room.id())),
                            java.time.OffsetDateTime.parse(opens),
                            java.time.OffsetDateTime.parse(closes),
                            who);
        }

        @Test
        void is_prepared_by_the_office_and_is_the_principal_s_once_it_has_begun() {
            Actor office = school.whole(Role.OFFICE, room.institution());
            Actor principal = school.whole(Role.PRINCIPAL, room.institution());
            school.clock.set("2026-05-20T00:59:59Z"); // a second before it opens
            assertThat(set(office, "2026-05-20T08:00:00+07:00", "2026-05-29T17:00:00+07:00"))
                    .isInstanceOf(Outcome.Done.class);
            school.clock.set("2026-05-20T01:00:00Z");
            assertThat(set(office, "2026-05-20T08:00:00+07:00", "2026-06-02T17:00:00+07:00"))
                    .isEqualTo(Outcome.refused(new WindowIsThePrincipals()));
            assertThat(set(principal, "2026-05-20T08:00:00+07:00", "2026-06-02T17:00:00+07:00"))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(school.block(room, "MATHEMATICS")
                            .window()
                            .orElseThrow()
                            .closes()
                            .toInstant())
                    .isEqualTo("2026-06-02T10:00:00Z");
        }

        @Test
        void does_not_end_before_it_begins() {
            Actor principal = school.whole(Role.PRINCIPAL, room.institution());
            assertThat(set(principal, "2026-06-02T08:00:00+07:00", "2026-06-02T08:00:00+07:00"))
                    .isEqualTo(Outcome.refused(new WindowUpsideDown()));
        }
    }

    @Nested
    class The_comment_bank {
        private List<String> bank(Actor who) {
            return school.get(PhraseStore.class).bank(room.institution(), who.id(), "MATHEMATICS").stream()
                    .map(Phrase::words)
                    .toList();
        }

        @Test
        void holds_a_person_s_own_phrases_before_the_school_s() {
            Actor principal = school.whole(Role.PRINCIPAL, room.institution());
            Actor other = school.teacher(room, "MATHEMATICS");
            Block block = school.block(room, "MATHEMATICS");
            UUID own = done(school.get(KeepPhrase.class).run(block, "Tính nhanh.", false, lan));
            UUID shared = done(school.get(KeepPhrase.class).run(block, "Cần đọc kĩ đề.", true, principal));
            assertThat(bank(lan)).containsExactly("Tính nhanh.", "Cần đọc kĩ đề.");
            assertThat(bank(other)).containsExactly("Cần đọc kĩ đề.");
            assertThat(school.get(DropPhrase.class).run(block, own, false, other))
                    .isEqualTo(Outcome.refused(new PhraseNotThere()));
            assertThat(school.get(DropPhrase.class).run(block, shared, false, lan))
                    .isEqualTo(Outcome.refused(new PhraseNotThere()));
            done(school.get(DropPhrase.class).run(block, own, false, lan));
            done(school.get(DropPhrase.class).run(block, shared, true, principal));
            assertThat(bank(lan)).isEmpty();
        }

        @Test
        void takes_no_phrase_without_words_and_none_that_is_longer_than_fits() {
            KeepPhrase keep = school.get(KeepPhrase.class);
            Block block = school.block(room, "MATHEMATICS");
            assertThat(keep.run(block, " \u0000\n", false, lan)).isEqualTo(Outcome.refused(new NothingWritten()));
            assertThat(keep.run(block, "á".repeat(1_001), false, lan))
                    .isEqualTo(Outcome.refused(new TextTooLong(1_001, 1_000)));
            assertThat(bank(lan)).isEmpty();
            done(keep.run(block, "á".repeat(1_000), false, lan));
            assertThat(bank(lan)).containsExactly("á".repeat(1_000));
        }
    }

    @Nested
    class People_in_one_grid {
        @Test
        void see_each_other_and_the_cell_until_somebody_leaves_or_falls_silent() {
            PresenceStore presence = school.get(PresenceStore.class);
            UUID an = school.pupils(room).getFirst();
            presence.seen(
                    room.id(), "MATHEMATICS", lan, Optional.of(an), Optional.of("MATHEMATICS.test"), school.now());
            List<Present> seen =
                    presence.seen(room.id(), "MATHEMATICS", hoa, Optional.empty(), Optional.empty(), school.now());
            assertThat(seen)
                    .containsExactly(
                            new Present(lan.id(), "Phạm Lan", Optional.of(an), Optional.of("MATHEMATICS.test")));
            school.clock.set("2026-05-21T02:00:13Z");
            assertThat(presence.seen(room.id(), "MATHEMATICS", hoa, Optional.empty(), Optional.empty(), school.now()))
                    .isEmpty();
            presence.seen(room.id(), "MATHEMATICS", lan, Optional.empty(), Optional.empty(), school.now());
            presence.left(room.id(), "MATHEMATICS", lan);
            assertThat(presence.seen(room.id(), "MATHEMATICS", hoa, Optional.empty(), Optional.empty(), school.now()))
                    .isEmpty();
        }
    }

    @Nested
    class My_classes {
        @Test
        void tell_what_is_missing_in_my_blocks_and_which_notes_wait() {
            enter(0, "test", "8");
            enter(0, "level", "T");
            enter(1, "comment", "Ngoan");
            done(school.get(ReturnBlock.class)
                    .run(school.block(room, "MATHEMATICS"), Optional.empty(), "Còn thiếu nhận xét", hoa));
            MyClasses.Mine mine = school.get(MyClasses.class).of(lan).getFirst();
            assertThat(mine.overview()).isFalse();
            assertThat(mine.blocks()).singleElement().satisfies(standing -> {
                assertThat(standing.block().code()).isEqualTo("MATHEMATICS");
                assertThat(standing.enter()).isTrue();
                assertThat(standing.wanted()).isEqualTo(6);
                assertThat(standing.missing()).isEqualTo(4);
                assertThat(standing.notes()).hasSize(1);
            });
        }

        @Test
        void count_an_optional_subject_only_for_those_who_take_it() {
            Actor music = school.teacher(room, "MUSIC");
            done(school.get(EnterMarks.class)
                    .run(
                            school.block(room, "MUSIC"),
                            List.of(change(school.pupils(room).get(2), "MUSIC.comment", "Hát hay", 0)),
                            How.TYPED,
                            music));
            MyClasses.Standing standing =
                    school.get(MyClasses.class).of(music).getFirst().blocks().getFirst();
            assertThat(standing.wanted()).isEqualTo(1);
            assertThat(standing.missing()).isEqualTo(1);
        }

        @Test
        void of_the_homeroom_teacher_have_every_block_and_the_overview_agrees() {
            enter(0, "test", "8");
            MyClasses.Mine mine = school.get(MyClasses.class).of(hoa).getFirst();
            assertThat(mine.overview()).isTrue();
            assertThat(mine.blocks())
                    .extracting(s -> s.block().code())
                    .containsExactly("MATHEMATICS", "MUSIC", "homeroom");
            assertThat(mine.blocks()).extracting(MyClasses.Standing::enter).containsExactly(false, false, true);
            ClassView view = done(school.get(LookAtClass.class)
                    .run(school.get(Blocks.class).of(List.of(room.id())).getFirst(), hoa));
            assertThat(view.lines().getFirst().blocks().get("MATHEMATICS")).isEqualTo(new ClassView.Fill(1, 1));
            assertThat(view.lines().stream()
                            .mapToInt(line -> line.blocks().get("MATHEMATICS").missing())
                            .sum())
                    .isEqualTo(mine.blocks().getFirst().missing());
        }

        @Test
        void of_a_principal_are_those_of_the_newest_year_and_of_an_administrator_none() {
            assertThat(school.get(MyClasses.class).of(school.whole(Role.PRINCIPAL, room.institution())))
                    .extracting(MyClasses.Mine::room)
                    .contains(room);
            assertThat(school.get(MyClasses.class).of(school.whole(Role.ADMINISTRATOR, room.institution())))
                    .isEmpty();
        }
    }

    @Nested
    class Each_page {
        private int asked(Runnable page) {
            int before = school.node.database().statements().get();
            page.run();
            return school.node.database().statements().get() - before;
        }

        @Test
        void asks_the_database_at_most_five_times_however_large_the_class() {
            enter(0, "test", "8");
            grid(lan); // what never changes is known from here on
            assertThat(asked(() -> grid(lan))).isLessThanOrEqualTo(5);
            assertThat(asked(() -> school.get(MyClasses.class).of(hoa))).isLessThanOrEqualTo(5);
            assertThat(asked(() -> done(school.get(LookAtClass.class)
                            .run(school.get(Blocks.class).of(List.of(room.id())).getFirst(), hoa))))
                    .isLessThanOrEqualTo(5);
            long seen = grid(lan).revision();
            assertThat(asked(() -> done(school.get(FollowGrid.class)
                            .run(school.block(room, "MATHEMATICS"), seen, Optional.empty(), lan))))
                    .isLessThanOrEqualTo(3);
            // When there is news, one more: whether the look stands in the journal.
            assertThat(asked(() -> done(school.get(FollowGrid.class)
                            .run(school.block(room, "MATHEMATICS"), 0, Optional.empty(), lan))))
                    .isLessThanOrEqualTo(4);
        }

        @Test
        void saves_many_cells_with_as_few_questions_as_one() {
            List<UUID> pupils = school.pupils(room);
            school.block(room, "MATHEMATICS"); // what never changes is known from here on
            assertThat(asked(() -> done(school.get(EnterMarks.class)
                            .run(
                                    school.block(room, "MATHEMATICS"),
                                    pupils.stream()
                                            .flatMap(pupil -> java.util.stream.Stream.of(
                                                    change(pupil, "MATHEMATICS.test", "8", 0),
                                                    change(pupil, "MATHEMATICS.level", "T", 0)))
                                            .toList(),
                                    How.TYPED,
                                    lan))))
                    .isLessThanOrEqualTo(5);
        }
    }
}
