package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// Somebody wants to sign a report book in a role, the own one or another's.
///
/// Teachers and the head sign in their own role only; a person with two roles signs twice, once in each. A
/// vice-principal has no signature of the own in a book and signs for the head while a dated authorisation lasts.
///
/// @param role in which the person works
/// @param actingFor in whose place the person signs; a vice-principal can only mean the head
/// @param authorisation the recorded authorisation, if any
/// @param signedOn day of the signature, in Viet Nam
public record SignAs(
        Role role,
        @Facts.Says("In whose place the person signs") Optional<Role> actingFor,
        Optional<Authorisation> authorisation,
        @Facts.Says("Day of the signature") LocalDate signedOn)
        implements Facts.Checked {
    /// A recorded authorisation to sign for the head.
    ///
    /// @param number its number
    /// @param from first day
    /// @param to last day
    public record Authorisation(@Facts.NotEmpty String number, LocalDate from, LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    @Override
    public List<Facts.Problem> impossible() {
        return authorisation
                .filter(a -> a.to().isBefore(a.from()))
                .map(a -> List.of(new Facts.Problem(
                        "/authorisation/to",
                        Say.that("ends before it starts on %s", "kết thúc trước ngày bắt đầu %s", Say.day(a.from())))))
                .orElse(List.of());
    }

    /// Whether the signature may be given: nothing demanded is unmet.
    public boolean allowed() {
        return findings().stream().noneMatch(Finding::isNotMet);
    }

    /// Every clause examined, in the order of the text.
    public List<Finding> findings() {
        return List.of(
                role.actsForTheSchool(),
                headSignsOrIsRepresented(),
                ownWorkIsNotDoneByOthers(),
                roleHasASignature(),
                role.isNotTheAdministrator());
    }

    private Role place() {
        return actingFor.orElse(role == Role.VICE_PRINCIPAL ? Role.PRINCIPAL : role);
    }

    private boolean representsTheHead() {
        return role == Role.VICE_PRINCIPAL && place() == Role.PRINCIPAL;
    }

    /// Homeroom teacher and head sign; a vice-principal for the head only while an authorisation lasts.
    @Clause(VNRB.I_5_3_A_3)
    private Finding headSignsOrIsRepresented() {
        if (place() != Role.PRINCIPAL && place() != Role.HOMEROOM_TEACHER) {
            return Finding.doesNotApply(
                    VNRB.I_5_3_A_3,
                    Say.that(
                            "not the signature of the homeroom teacher or the head but of a %s",
                            "không phải chữ ký của giáo viên chủ nhiệm hay hiệu trưởng mà của %s", place().label()));
        }
        if (role == place()) {
            return Finding.met(VNRB.I_5_3_A_3, Say.that("the %s signs in person", "%s tự ký", role.label()));
        }
        if (!representsTheHead()) {
            return Finding.notMet(
                    VNRB.I_5_3_A_3,
                    Say.that("a %s cannot sign for the %s", "%s không được ký thay %s", role.label(), place().label()));
        }
        return authorisation
                .map(this::representedUnder)
                .orElse(Finding.notMet(
                        VNRB.I_5_3_A_3,
                        new Sentence(
                                "a vice-principal signs for the head only with a recorded authorisation; there is none",
                                "phó hiệu trưởng chỉ ký thay khi có ủy quyền; ở đây không có")));
    }

    private Finding representedUnder(Authorisation a) {
        return Finding.of(
                VNRB.I_5_3_A_3,
                a.covers(signedOn),
                Say.that(
                        "authorisation %s from %s to %s covers %s",
                        "ủy quyền số %s từ %s đến %s có hiệu lực vào ngày %s",
                        a.number(),
                        Say.day(a.from()),
                        Say.day(a.to()),
                        Say.day(signedOn)),
                Say.that(
                        "authorisation %s from %s to %s does not cover %s",
                        "ủy quyền số %s từ %s đến %s không có hiệu lực vào ngày %s",
                        a.number(),
                        Say.day(a.from()),
                        Say.day(a.to()),
                        Say.day(signedOn)));
    }

    /// Nobody signs another's work; representing the head under an authorisation is the vice-principal's own work.
    @Clause(VNRB.II_5_1_2)
    private Finding ownWorkIsNotDoneByOthers() {
        return Finding.of(
                VNRB.II_5_1_2,
                role == place() || representsTheHead(),
                Say.that("a %s does what falls to that role", "%s làm đúng phần việc của vai trò mình", role.label()),
                Say.that(
                        "a %s would do the work of a %s",
                        "%s sẽ làm thay phần việc của %s", role.label(), place().label()));
    }

    /// The school's rules say who signs what.
    @Clause(VNRB.II_6_6_D)
    private Finding roleHasASignature() {
        boolean has = role.teaches() || role == Role.PRINCIPAL || representsTheHead();
        return Finding.of(
                VNRB.II_6_6_D,
                has,
                Say.that("a %s has a place to sign in the book", "%s có phần ký trong học bạ", role.label()),
                Say.that(
                        "a %s has no such place to sign in the book",
                        "%s không có phần ký như vậy trong học bạ", role.label()));
    }
}
