package org.matricula.packs.vn.reportbook.rules;

import java.util.List;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// A change that somebody wants to make in a report book: entry while nothing is signed, correction afterwards.
///
/// Where the text does not say who types in a correction that a teacher found (I.5.6.b), the board's approval decides:
/// a member of the board corrects, or the teacher in charge does with the approval recorded.
///
/// @param state of the book
/// @param role in which the person acts
/// @param ownSchool whether the person's school issued, or will issue, the book
/// @param assigned whether the block or the class is assigned to the person on that day
/// @param windowOpen whether the principal has the book open for entry
/// @param reason the error that is corrected; needed once anything is signed
/// @param block whose block is changed; when absent a teacher's own, and for the board the widest
/// @param approvedBy the member of the board who approved a correction made by a teacher
public record Change(
        State state,
        Role role,

        @Facts.Says("The person's school issued, or will issue, the book")
        boolean ownSchool,

        @Facts.Says("The block or the class is assigned to the person")
        boolean assigned,

        @Facts.Says("The principal has the book open for entry")
        boolean windowOpen,

        @Facts.Says("The error that is corrected; needed once anything is signed")
        Optional<String> reason,

        @Facts.Says("Whose block is changed") Optional<Voiding.Level> block,

        @Facts.Says("Member of the board who approved a correction made by a teacher")
        Optional<BoardMember> approvedBy) {
    /// How far a book is.
    public enum State {
        /// Being entered; nothing is signed.
        DRAFT("not signed yet", "chưa ký"),
        /// At least one signature is given, the seal is not.
        SIGNED("signed, not closed", "đã ký, chưa chốt"),
        /// Sealed: in effect and never changed.
        CLOSED("closed", "đã chốt"),
        /// Withdrawn; a correction is made in a new version, never in this one.
        RECALLED("recalled", "đã thu hồi");

        private final Sentence label;

        State(String en, String vi) {
            this.label = new Sentence(en, vi);
        }

        boolean changeable() {
            return this == DRAFT || this == SIGNED;
        }
    }

    /// Who can approve a correction.
    public enum BoardMember {
        PRINCIPAL,
        VICE_PRINCIPAL
    }

    /// Whether the change may be made: nothing demanded is unmet.
    public boolean allowed() {
        return findings().stream().noneMatch(Finding::isNotMet);
    }

    /// The signatures it takes away; none while nothing is signed, and none when it may not be made.
    @Clause(VNRB.I_5_6_A_1)
    public List<Voiding.Level> voids() {
        return allowed() && state == State.SIGNED ? Voiding.levels(changedLevel()) : List.of();
    }

    /// Every clause examined, in the order of the text.
    public List<Finding> findings() {
        return List.of(
                role.actsForTheSchool(),
                partIsInTheActorsCharge(),
                schoolIsTheIssuer(),
                closedBookStaysAsItIs(),
                correctionHasAReason(),
                bookIsNotClosed(),
                boardCorrects(),
                approverIsKnown(),
                operationIsAllowedToTheRole(),
                windowIsOpen(),
                homeroomTeacherHasTheClass(),
                subjectTeacherHasTheSubject(),
                role.isNotTheAdministrator());
    }

    private Voiding.Level changedLevel() {
        return block.orElse(role == Role.HOMEROOM_TEACHER ? Voiding.Level.HOMEROOM : Voiding.Level.SUBJECT);
    }

    @Clause(VNRB.I_4_3_2)
    private Finding partIsInTheActorsCharge() {
        if (!role.teaches()) {
            return Finding.doesNotApply(
                    VNRB.I_4_3_2,
                    Say.that("a %s has no block of marks in charge", "%s không phụ trách phần điểm nào", role.label()));
        }
        Voiding.Level own = role == Role.HOMEROOM_TEACHER ? Voiding.Level.HOMEROOM : Voiding.Level.SUBJECT;
        return Finding.of(
                VNRB.I_4_3_2,
                changedLevel() == own,
                Say.that(
                        "the part changed is in the charge of a %s", "phần sửa thuộc trách nhiệm của %s", role.label()),
                Say.that(
                        "the part changed is not in the charge of a %s",
                        "phần sửa không thuộc trách nhiệm của %s", role.label()));
    }

    @Clause(VNRB.I_4_4_2)
    private Finding schoolIsTheIssuer() {
        return Finding.of(
                VNRB.I_4_4_2,
                ownSchool,
                new Sentence(
                        "the person acts for the school that issues the book",
                        "người sửa thuộc trường phát hành học bạ"),
                new Sentence(
                        "only the school that issued the book may correct it; another may ask it to",
                        "chỉ trường phát hành được sửa; trường khác có thể đề nghị"));
    }

    @Clause(VNRB.I_5_1_B)
    private Finding closedBookStaysAsItIs() {
        return state.changeable()
                ? Finding.doesNotApply(VNRB.I_5_1_B, Say.that("the book is %s", "học bạ %s", state.label))
                : Finding.notMet(
                        VNRB.I_5_1_B,
                        Say.that(
                                "the book is %s: its information stays as it is",
                                "học bạ %s: thông tin phải giữ nguyên", state.label));
    }

    @Clause(VNRB.I_5_6_A_1)
    private Finding correctionHasAReason() {
        return switch (state) {
            case DRAFT ->
                Finding.doesNotApply(
                        VNRB.I_5_6_A_1,
                        new Sentence(
                                "nothing is signed: this is entry, not correction",
                                "chưa có chữ ký: đây là nhập liệu, không phải sửa chữa"));
            case SIGNED ->
                Finding.of(
                        VNRB.I_5_6_A_1,
                        reason.filter(r -> !r.isBlank()).isPresent(),
                        new Sentence(
                                "the error is named and the book is not closed", "đã nêu sai sót và học bạ chưa chốt"),
                        new Sentence(
                                "after signing a correction names the error",
                                "đã có chữ ký thì phải nêu sai sót khi sửa"));
            case CLOSED, RECALLED ->
                Finding.notMet(
                        VNRB.I_5_6_A_1,
                        Say.that(
                                "the book is %s: the time for corrections is over",
                                "học bạ %s: đã hết lúc sửa", state.label));
        };
    }

    @Clause(VNRB.I_5_6_A_2)
    private Finding bookIsNotClosed() {
        return Finding.of(
                VNRB.I_5_6_A_2,
                state.changeable(),
                Say.that("the book is %s", "học bạ %s", state.label),
                Say.that(
                        "the book is %s: only a recall by the authority opens a new version",
                        "học bạ %s: chỉ khi cơ quan có thẩm quyền cho thu hồi mới lập bản mới", state.label));
    }

    @Clause(VNRB.I_5_6_B_1)
    private Finding boardCorrects() {
        if (state != State.SIGNED) {
            return Finding.doesNotApply(
                    VNRB.I_5_6_B_1,
                    Say.that("no correction: the book is %s", "không phải sửa chữa: học bạ %s", state.label));
        }
        return Finding.of(
                VNRB.I_5_6_B_1,
                role.ofTheBoard() || (role.teaches() && approvedBy.isPresent()),
                new Sentence(
                        "a member of the management board corrects or approved it",
                        "thành viên ban giám hiệu sửa hoặc đã duyệt"),
                Say.that(
                        "a %s proposes; the management board has to approve the correction",
                        "%s chỉ đề nghị; ban giám hiệu phải duyệt việc sửa", role.label()));
    }

    @Clause(VNRB.I_5_6_B_2)
    private Finding approverIsKnown() {
        if (state != State.SIGNED) {
            return Finding.doesNotApply(
                    VNRB.I_5_6_B_2,
                    Say.that("no correction: the book is %s", "không phải sửa chữa: học bạ %s", state.label));
        }
        return Finding.of(
                VNRB.I_5_6_B_2,
                role.ofTheBoard() || approvedBy.isPresent(),
                new Sentence(
                        "the member of the board who answers for it is known",
                        "đã ghi thành viên ban giám hiệu chịu trách nhiệm"),
                new Sentence(
                        "no member of the board answers for the correction",
                        "chưa có thành viên ban giám hiệu chịu trách nhiệm về việc sửa"));
    }

    @Clause(VNRB.II_5_2)
    private Finding operationIsAllowedToTheRole() {
        return Finding.of(
                VNRB.II_5_2,
                role.teaches() || role.ofTheBoard(),
                Say.that(
                        "a %s may change books within the other rules",
                        "%s được sửa học bạ theo các quy định khác", role.label()),
                Say.that(
                        "a %s has no operation that changes a book",
                        "%s không có thao tác nào sửa học bạ", role.label()));
    }

    private Finding windowIsOpen() {
        return EntryWindow.open(windowOpen);
    }

    @Clause(VNRB.II_7_1_1)
    private Finding homeroomTeacherHasTheClass() {
        return role != Role.HOMEROOM_TEACHER
                ? Finding.doesNotApply(
                        VNRB.II_7_1_1, Say.that("the person acts as %s", "người sửa là %s", role.label()))
                : Finding.of(
                        VNRB.II_7_1_1,
                        assigned,
                        new Sentence("the class is the teacher's own", "lớp do giáo viên này chủ nhiệm"),
                        new Sentence("the class is another teacher's", "lớp do giáo viên khác chủ nhiệm"));
    }

    @Clause(VNRB.II_9_1_2)
    private Finding subjectTeacherHasTheSubject() {
        return role != Role.SUBJECT_TEACHER
                ? Finding.doesNotApply(
                        VNRB.II_9_1_2, Say.that("the person acts as %s", "người sửa là %s", role.label()))
                : Finding.of(
                        VNRB.II_9_1_2,
                        assigned,
                        new Sentence("the subject is assigned to the teacher", "môn này đã giao cho giáo viên"),
                        new Sentence("the subject is not assigned to the teacher", "môn này không giao cho giáo viên"));
    }
}
