package org.matricula.packs.vn.reportbook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.law.testing.Proves.Kind.BOUNDARY;
import static org.matricula.law.testing.Proves.Kind.MET;
import static org.matricula.law.testing.Proves.Kind.NOT_MET;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.law.Finding;
import org.matricula.law.testing.Proves;
import org.matricula.packs.vn.VNRB;

class BookToSealTest {
    private static BookToSeal of(Assessment assessment) {
        BookToSeal b = Books.ready(assessment.grade());
        return new BookToSeal(
                assessment,
                b.supplementary(),
                b.personalNumber(),
                b.otherHolders(),
                b.signatures(),
                b.school(),
                b.certificate(),
                b.closingAt());
    }

    private static BookToSeal of(Signatures signatures) {
        BookToSeal b = Books.ready(4);
        return new BookToSeal(
                b.assessment(),
                b.supplementary(),
                b.personalNumber(),
                b.otherHolders(),
                signatures,
                b.school(),
                b.certificate(),
                b.closingAt());
    }

    private static BookToSeal of(Optional<String> number, int otherHolders) {
        BookToSeal b = Books.ready(4);
        return new BookToSeal(
                b.assessment(),
                b.supplementary(),
                number,
                otherHolders,
                b.signatures(),
                b.school(),
                b.certificate(),
                b.closingAt());
    }

    private static BookToSeal of(BookToSeal.SealCertificate certificate, LocalDateTime closingAt) {
        BookToSeal b = Books.ready(4);
        return new BookToSeal(
                b.assessment(),
                b.supplementary(),
                b.personalNumber(),
                b.otherHolders(),
                b.signatures(),
                b.school(),
                certificate,
                closingAt);
    }

    private static BookToSeal of(BookToSeal.Supplementary supplementary) {
        BookToSeal b = Books.ready(4);
        return new BookToSeal(
                b.assessment(),
                supplementary,
                b.personalNumber(),
                b.otherHolders(),
                b.signatures(),
                b.school(),
                b.certificate(),
                b.closingAt());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @Proves(
            value = {
                VNRB.QD_2_1,
                VNRB.I_1_1,
                VNRB.I_2_2,
                VNRB.I_2_9_1,
                VNRB.I_2_9_2,
                VNRB.I_2_9_3,
                VNRB.I_3_1_4,
                VNRB.I_3_1_5,
                VNRB.I_5_1_A,
                VNRB.I_5_3_A_3,
                VNRB.I_5_4_A_1,
                VNRB.II_6_9,
                VNRB.II_10_E
            },
            kind = MET)
    void a_complete_book_signed_in_order_may_be_sealed(int grade) {
        assertThat(Books.ready(grade).obstacles()).isEmpty();
    }

    @Test
    void findings_stand_in_the_order_of_the_text_and_each_clause_once() {
        assertThat(Books.clauses(Books.ready(4).findings()))
                .doesNotHaveDuplicates()
                .startsWith(VNRB.QD_2_1, VNRB.I_1_1)
                .endsWith(VNRB.II_10_E)
                .isSortedAccordingTo((a, b) -> Integer.compare(order(a), order(b)));
    }

    private static int order(String clause) {
        return VNRB.corpus().entries().stream().map(e -> e.id()).toList().indexOf(clause);
    }

    @Nested
    class The_pupil {
        @Test
        @Proves(value = VNRB.I_2_9_3, kind = NOT_MET)
        void without_a_number_has_no_book() {
            assertThat(Books.clauses(of(Optional.empty(), 0).obstacles())).containsExactly(VNRB.I_2_9_1, VNRB.I_2_9_3);
        }

        @Test
        @Proves(value = VNRB.I_2_9_3, kind = NOT_MET)
        void with_a_number_of_eleven_digits_has_no_book_either() {
            assertThat(Books.clauses(of(Optional.of("22316004521"), 0).obstacles()))
                    .containsExactly(VNRB.I_2_9_1, VNRB.I_2_9_3);
        }

        @Test
        @Proves(
                value = VNRB.I_2_9_2,
                kind = {NOT_MET, BOUNDARY})
        void whose_number_another_holds_has_to_wait() {
            assertThat(of(Optional.of(Books.NUMBER), 0).obstacles()).isEmpty();
            assertThat(Books.clauses(of(Optional.of(Books.NUMBER), 1).obstacles()))
                    .containsExactly(VNRB.I_2_9_2);
        }

        @Test
        @Proves(value = VNRB.I_5_3_B_2, kind = NOT_MET)
        void who_awaits_a_supplementary_assessment_is_not_closed_in_june() {
            assertThat(Books.clauses(of(BookToSeal.Supplementary.AWAITED).obstacles()))
                    .containsExactly(VNRB.I_5_3_B_2);
        }

        @Test
        @Proves(value = VNRB.I_5_3_B_2, kind = MET)
        void whose_supplementary_result_is_in_may_be_closed() {
            assertThat(of(BookToSeal.Supplementary.DONE).obstacles()).isEmpty();
        }

        @Test
        void of_grade_6_is_not_of_this_regulation() {
            assertThat(Completeness.gradeIsOfPrimarySchool(6).isNotMet()).isTrue();
        }
    }

    @Nested
    class The_content {
        @Test
        @Proves(
                value = {VNRB.I_5_1_A, VNRB.I_5_4_A_1},
                kind = NOT_MET)
        void of_grade_4_without_science_cannot_be_closed() {
            assertThat(Books.clauses(of(Books.without(Books.assessment(4, 9), Subject.SCIENCE))
                            .obstacles()))
                    .containsExactly(VNRB.I_5_1_A, VNRB.I_5_4_A_1, VNRB.II_7_2_1, VNRB.II_7_2_2);
        }

        @Test
        @Proves(value = VNRB.I_5_4_A_1, kind = NOT_MET)
        void with_a_subject_of_another_grade_cannot_be_closed() {
            Assessment strange = Books.with(
                    Books.assessment(4, 9),
                    new Assessment.SubjectMark(Subject.NATURE_AND_SOCIETY, Subject.Level.T, Optional.empty()));
            assertThat(Books.clauses(of(strange).obstacles())).containsExactly(VNRB.I_5_4_A_1);
        }

        @Test
        @Proves(value = VNRB.II_7_2_3, kind = NOT_MET)
        void with_an_award_that_does_not_fit_cannot_be_closed() {
            Assessment a = Books.assessment(4, 8);
            Assessment proud = new Assessment(
                    4, a.subjects(), a.qualities(), a.competences(), Optional.of(Assessment.Award.EXCELLENT_PUPIL));
            assertThat(Books.clauses(of(proud).obstacles())).containsExactly(VNRB.II_7_2_3);
        }

        @Test
        void not_completed_is_a_result_like_any_other_and_may_be_closed() {
            assertThat(of(Books.assessment(4, 4)).obstacles()).isEmpty();
        }
    }

    @Nested
    class The_signatures {
        @Test
        @Proves(
                value = {VNRB.I_3_1_4, VNRB.II_6_9},
                kind = NOT_MET)
        void of_all_but_one_subject_are_not_enough_and_the_missing_one_is_named() {
            Signatures all = Books.signedByAll(4);
            List<Signatures.SubjectBlock> blocks = all.blocks().stream()
                    .map(b -> b.subject() == Subject.MUSIC
                            ? new Signatures.SubjectBlock(Subject.MUSIC, true, Optional.empty())
                            : b)
                    .toList();
            List<Finding> obstacles = of(new Signatures(
                            blocks, all.homeroomSignedAt(), all.principalSignedAt(), Optional.empty()))
                    .obstacles();
            assertThat(Books.of(obstacles, VNRB.I_3_1_4).because().en()).contains("Music");
            assertThat(Books.clauses(obstacles)).contains(VNRB.II_6_9, VNRB.II_7_3, VNRB.II_9_1_3);
        }

        @Test
        @Proves(value = VNRB.I_5_3_A_3, kind = NOT_MET)
        void without_the_head_are_not_enough() {
            Signatures all = Books.signedByAll(4);
            assertThat(Books.clauses(
                            of(new Signatures(all.blocks(), all.homeroomSignedAt(), Optional.empty(), Optional.empty()))
                                    .obstacles()))
                    .containsExactly(VNRB.I_3_1_4, VNRB.I_5_3_A_3);
        }

        @Test
        @Proves(value = VNRB.I_3_1_5, kind = NOT_MET)
        void of_the_head_before_the_homeroom_teacher_is_refused() {
            Signatures all = Books.signedByAll(4);
            assertThat(Books.clauses(of(new Signatures(
                                    all.blocks(), all.principalSignedAt(), all.homeroomSignedAt(), Optional.empty()))
                            .obstacles()))
                    .containsExactly(VNRB.I_3_1_5, VNRB.II_6_9);
        }
    }

    @Nested
    class The_certificate_of_the_seal {
        @Test
        @Proves(value = VNRB.I_2_2, kind = NOT_MET)
        void of_another_school_is_refused() {
            BookToSeal.SealCertificate other = new BookToSeal.SealCertificate(
                    "22-207-302",
                    true,
                    Books.certificate().from(),
                    Books.certificate().to());
            assertThat(Books.clauses(of(other, Books.CLOSING).obstacles())).containsExactly(VNRB.I_2_2);
        }

        @Test
        @Proves(value = VNRB.II_10_E, kind = NOT_MET)
        void that_nobody_declared_is_refused() {
            BookToSeal.SealCertificate undeclared = new BookToSeal.SealCertificate(
                    Books.SCHOOL,
                    false,
                    Books.certificate().from(),
                    Books.certificate().to());
            assertThat(Books.clauses(of(undeclared, Books.CLOSING).obstacles())).containsExactly(VNRB.II_10_E);
        }

        @Test
        @Proves(
                value = VNRB.II_10_E,
                kind = {MET, NOT_MET, BOUNDARY})
        void seals_on_its_last_day_and_not_on_the_next() {
            LocalDateTime lastMoment = LocalDateTime.of(2026, 6, 10, 23, 59, 59);
            assertThat(of(Books.certificate(), lastMoment).obstacles()).isEmpty();
            assertThat(Books.clauses(
                            of(Books.certificate(), lastMoment.plusSeconds(1)).obstacles()))
                    .containsExactly(VNRB.II_10_E);
        }

        @Test
        void does_not_seal_before_its_first_day() {
            LocalDateTime first = LocalDateTime.of(2026, 6, 1, 0, 0);
            BookToSeal.SealCertificate fresh = new BookToSeal.SealCertificate(
                    Books.SCHOOL, true, first.toLocalDate(), first.toLocalDate().plusYears(1));
            assertThat(of(fresh, first).obstacles()).isEmpty();
            assertThat(Books.clauses(of(fresh, first.minusSeconds(1)).obstacles()))
                    .containsExactly(VNRB.II_10_E);
        }
    }

    @Nested
    class The_regulation {
        @Test
        @Proves(
                value = VNRB.QD_2_1,
                kind = {MET, NOT_MET, BOUNDARY})
        void binds_from_the_day_of_signing_and_not_the_day_before() {
            BookToSeal.SealCertificate certificate = Books.certificate();
            LocalDateTime first = LocalDateTime.of(2025, 10, 24, 0, 0);
            assertThat(Books.of(of(certificate, first).findings(), VNRB.QD_2_1).isMet())
                    .isTrue();
            assertThat(Books.clauses(of(certificate, first.minusSeconds(1)).obstacles()))
                    .containsExactly(VNRB.QD_2_1);
        }

        @Test
        @Proves(
                value = VNRB.I_1_1,
                kind = {MET, NOT_MET, BOUNDARY})
        void covers_grades_1_to_5_and_no_other() {
            assertThat(List.of(0, 1, 5, 6))
                    .extracting(
                            grade -> Completeness.gradeIsOfPrimarySchool(grade).isMet())
                    .containsExactly(false, true, true, false);
        }
    }
}
