package org.matricula.packs.vn.reportbook.rules;

import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// In which role somebody acts on a report book. One person may have several and acts in one at a time.
public enum Role {
    SUBJECT_TEACHER("subject teacher", "giáo viên môn học"),
    HOMEROOM_TEACHER("homeroom teacher", "giáo viên chủ nhiệm"),
    PRINCIPAL("principal", "hiệu trưởng"),
    VICE_PRINCIPAL("vice-principal", "phó hiệu trưởng"),
    /// Runs the software; neither content nor signatures are this role's.
    ADMIN("system administrator", "người quản trị hệ thống"),
    /// Parents, authorities and other bodies: they read what they were granted.
    READER("reader", "người chỉ được xem");

    private final Sentence label;

    Role(String en, String vi) {
        this.label = new Sentence(en, vi);
    }

    /// Its name in English and Vietnamese.
    public Sentence label() {
        return label;
    }

    /// Whether the role belongs to the management board, which alone corrects.
    public boolean ofTheBoard() {
        return this == PRINCIPAL || this == VICE_PRINCIPAL;
    }

    boolean teaches() {
        return this == SUBJECT_TEACHER || this == HOMEROOM_TEACHER;
    }

    /// Only people of the school act under the regulation; others read at most.
    @Clause(VNRB.I_1_2)
    Finding actsForTheSchool() {
        return Finding.of(
                VNRB.I_1_2,
                this != READER,
                Say.that("a %s acts under the regulation", "%s thuộc đối tượng áp dụng", label),
                Say.that("a %s may read but not act", "%s không được thao tác", label));
    }

    /// The administrator of the software touches neither content nor signatures.
    @Clause(VNRB.II_10_B_1)
    Finding isNotTheAdministrator() {
        return Finding.of(
                VNRB.II_10_B_1,
                this != ADMIN,
                Say.that("the act is that of a %s", "người thực hiện là %s", label),
                Say.that("a %s neither changes nor signs content", "%s không sửa và không ký nội dung học bạ", label));
    }
}
