package org.matricula.packs.vn.reportbook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.law.testing.Proves.Kind.BOUNDARY;
import static org.matricula.law.testing.Proves.Kind.MET;
import static org.matricula.law.testing.Proves.Kind.NOT_MET;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.law.testing.Proves;
import org.matricula.packs.vn.VNRB;

class IssuedBookTest {
    private static IssuedBook of(boolean signedByAll, boolean sealed, boolean codeTaken) {
        IssuedBook b = Books.issued();
        return new IssuedBook(
                b.closedAt(),
                b.dataHash(),
                b.personalNumber(),
                b.lookupCode(),
                codeTaken,
                signedByAll,
                sealed,
                b.xml(),
                b.pdf());
    }

    private static IssuedBook of(Optional<IssuedBook.Format> xml, Optional<IssuedBook.Format> pdf) {
        IssuedBook b = Books.issued();
        return new IssuedBook(
                b.closedAt(),
                b.dataHash(),
                b.personalNumber(),
                b.lookupCode(),
                b.lookupCodeTaken(),
                b.signedByAll(),
                b.sealed(),
                xml,
                pdf);
    }

    @Test
    @Proves(
            value = {VNRB.I_2_1, VNRB.I_3_1_3, VNRB.I_3_2, VNRB.I_5_1_B, VNRB.I_5_2_B_2, VNRB.I_5_2_B_3, VNRB.I_5_2_B_4
            },
            kind = MET)
    void two_equal_formats_signed_and_sealed_are_a_report_book() {
        assertThat(Books.issued().obstacles()).isEmpty();
    }

    @Nested
    class Signatures_and_seal {
        @Test
        @Proves(
                value = {VNRB.I_2_1, VNRB.I_3_1_3},
                kind = NOT_MET)
        void without_the_seal_it_is_a_draft_even_if_everybody_signed() {
            assertThat(Books.clauses(of(true, false, false).obstacles())).containsExactly(VNRB.I_2_1, VNRB.I_3_1_3);
        }

        @Test
        @Proves(value = VNRB.I_2_1, kind = NOT_MET)
        void the_seal_alone_makes_no_report_book() {
            assertThat(Books.clauses(of(false, true, false).obstacles())).containsExactly(VNRB.I_2_1);
        }
    }

    @Nested
    class The_two_formats {
        @Test
        @Proves(value = VNRB.I_3_2, kind = NOT_MET)
        void an_xml_without_a_pdf_is_not_issued() {
            assertThat(Books.clauses(
                            of(Optional.of(Books.format()), Optional.empty()).obstacles()))
                    .containsExactly(VNRB.I_3_2);
        }

        @Test
        @Proves(value = VNRB.I_3_2, kind = NOT_MET)
        void a_pdf_without_an_xml_is_not_issued() {
            assertThat(Books.clauses(
                            of(Optional.empty(), Optional.of(Books.format())).obstacles()))
                    .containsExactly(VNRB.I_3_2);
        }

        @Test
        @Proves(
                value = {VNRB.I_3_2, VNRB.I_5_1_B},
                kind = NOT_MET)
        void a_pdf_of_other_data_is_not_issued() {
            IssuedBook book = Books.issued(
                    f -> f, f -> new IssuedBook.Format("another", f.lookupCode(), f.personalNumber(), f.effectiveOn()));
            assertThat(Books.clauses(book.obstacles())).containsExactly(VNRB.I_3_2, VNRB.I_5_1_B);
        }

        @Test
        @Proves(value = VNRB.I_5_1_B, kind = NOT_MET)
        void both_changed_alike_after_closing_are_noticed() {
            IssuedBook book = Books.issued(
                    f -> new IssuedBook.Format("another", f.lookupCode(), f.personalNumber(), f.effectiveOn()),
                    f -> new IssuedBook.Format("another", f.lookupCode(), f.personalNumber(), f.effectiveOn()));
            assertThat(Books.clauses(book.obstacles())).containsExactly(VNRB.I_5_1_B);
        }

        @Test
        @Proves(value = VNRB.I_5_2_B_2, kind = NOT_MET)
        void one_without_the_lookup_code_is_not_issued() {
            IssuedBook book = Books.issued(
                    f -> new IssuedBook.Format(f.dataHash(), Optional.empty(), f.personalNumber(), f.effectiveOn()),
                    f -> f);
            assertThat(Books.clauses(book.obstacles())).containsExactly(VNRB.I_5_2_B_2);
        }

        @Test
        @Proves(value = VNRB.I_5_2_B_2, kind = NOT_MET)
        void never_share_a_lookup_code_with_another_book() {
            assertThat(Books.clauses(of(true, true, true).obstacles())).containsExactly(VNRB.I_5_2_B_2);
        }

        @Test
        @Proves(value = VNRB.I_5_2_B_3, kind = NOT_MET)
        void one_without_the_identification_number_is_not_issued() {
            IssuedBook book = Books.issued(
                    f -> new IssuedBook.Format(f.dataHash(), f.lookupCode(), Optional.empty(), f.effectiveOn()),
                    f -> f);
            assertThat(Books.clauses(book.obstacles())).containsExactly(VNRB.I_5_2_B_3);
        }

        @Test
        @Proves(value = VNRB.I_5_2_B_3, kind = NOT_MET)
        void one_with_a_number_that_lost_its_zero_is_not_issued() {
            IssuedBook book = Books.issued(
                    f -> f,
                    f -> new IssuedBook.Format(
                            f.dataHash(), f.lookupCode(), Optional.of("22316004521"), f.effectiveOn()));
            assertThat(Books.clauses(book.obstacles())).containsExactly(VNRB.I_5_2_B_3);
        }
    }

    @Nested
    class The_effective_date {
        private static IssuedBook closed(LocalDateTime at, LocalDate shown) {
            IssuedBook b = Books.issued(
                    f -> new IssuedBook.Format(f.dataHash(), f.lookupCode(), f.personalNumber(), Optional.of(shown)),
                    f -> new IssuedBook.Format(f.dataHash(), f.lookupCode(), f.personalNumber(), Optional.of(shown)));
            return new IssuedBook(
                    at, b.dataHash(), b.personalNumber(), b.lookupCode(), false, true, true, b.xml(), b.pdf());
        }

        @Test
        @Proves(
                value = VNRB.I_5_2_B_4,
                kind = {MET, NOT_MET, BOUNDARY})
        void is_the_day_of_closing_to_its_last_second() {
            LocalDateTime lastSecond = LocalDateTime.of(2026, 6, 5, 23, 59, 59);
            LocalDate day = LocalDate.of(2026, 6, 5);
            assertThat(closed(lastSecond, day).obstacles()).isEmpty();
            assertThat(Books.clauses(closed(lastSecond.plusSeconds(1), day).obstacles()))
                    .containsExactly(VNRB.I_5_2_B_4);
        }

        @Test
        @Proves(value = VNRB.I_5_2_B_4, kind = NOT_MET)
        void stands_on_both_formats() {
            IssuedBook book = Books.issued(
                    f -> f,
                    f -> new IssuedBook.Format(f.dataHash(), f.lookupCode(), f.personalNumber(), Optional.empty()));
            assertThat(Books.clauses(book.obstacles())).containsExactly(VNRB.I_5_2_B_4);
        }

        @Test
        @Proves(
                value = VNRB.I_5_3_D,
                kind = {MET, NOT_MET, BOUNDARY})
        void begins_at_the_very_moment_of_closing() {
            IssuedBook book = Books.issued();
            assertThat(book.isEffectiveAt(Books.CLOSING).isMet()).isTrue();
            assertThat(book.isEffectiveAt(Books.CLOSING.minusSeconds(1)).isNotMet())
                    .isTrue();
        }
    }
}
