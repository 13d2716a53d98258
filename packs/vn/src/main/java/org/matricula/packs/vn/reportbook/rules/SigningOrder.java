package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// Subjects sign first, then the homeroom teacher, then the principal, then the school seals; equal times are in order.
///
/// A signature stands only while every earlier one stands and is not younger: the later signer signs what the earlier
/// ones have signed, so one that came too soon has to be given again.
public final class SigningOrder {
    private static final String SUBJECT = "SUBJECT:";
    private static final String HOMEROOM = "HOMEROOM";
    private static final String PRINCIPAL = "PRINCIPAL";
    private static final String SEAL = "SEAL";

    private SigningOrder() {}

    /// Two signatures of which the one that ought to come first was given after the other.
    ///
    /// @param first who ought to have signed first
    /// @param second who signed too early
    private record Disorder(Signer first, Signer second) {}

    /// A signer with the time of the signature, if given, and the place in the order.
    private record Signer(String code, Sentence label, int place, Optional<LocalDateTime> at) {}

    /// Who may sign now: `SUBJECT:code` for each complete unsigned block, else `HOMEROOM`, `PRINCIPAL` or `SEAL`.
    /// Nobody while only incomplete blocks are left, and nobody once the book is sealed.
    @Clause({VNRB.I_3_1_5, VNRB.II_6_9, VNRB.II_7_3, VNRB.II_9_1_3})
    public static List<String> next(Signatures signatures) {
        if (signatures.sealedAt().isPresent()) {
            return List.of();
        }
        if (!subjectsStand(signatures)) {
            return signatures.blocks().stream()
                    .filter(b -> b.complete() && b.signedAt().isEmpty())
                    .map(b -> SUBJECT + b.subject())
                    .toList();
        }
        if (!homeroomStands(signatures)) {
            return List.of(HOMEROOM);
        }
        return List.of(principalStands(signatures) ? SEAL : PRINCIPAL);
    }

    /// Whether everything the principal's approval needs is there: all blocks complete and signed, the homeroom
    /// teacher's signature after them. Never once the book is sealed.
    @Clause(VNRB.II_6_9)
    public static boolean mayApprove(Signatures signatures) {
        return homeroomStands(signatures) && signatures.sealedAt().isEmpty();
    }

    /// Whether the school's seal may be set.
    public static boolean maySeal(Signatures signatures) {
        return next(signatures).equals(List.of(SEAL));
    }

    /// Each pair signed out of order, as [who ought to be first, who signed before him]; every pair, not only
    /// neighbours.
    @Clause(VNRB.I_3_1_5)
    public static List<List<String>> disorder(Signatures signatures) {
        return disorders(signatures).stream()
                .map(d -> List.of(d.first().code(), d.second().code()))
                .toList();
    }

    /// The subjects whose blocks are not complete or not signed.
    public static List<Subject> waitingFor(Signatures signatures) {
        return signatures.blocks().stream()
                .filter(b -> !b.completeAndSigned())
                .map(Signatures.SubjectBlock::subject)
                .toList();
    }

    /// The school's seal is on the book.
    @Clause(VNRB.I_3_1_3)
    public static Finding sealIsSet(Signatures signatures) {
        return signatures
                .sealedAt()
                .map(at -> Finding.met(
                        VNRB.I_3_1_3,
                        Say.that("the school sealed it at %s", "trường đóng dấu số lúc %s", Say.moment(at))))
                .orElse(Finding.notMet(
                        VNRB.I_3_1_3,
                        new Sentence(
                                "the school has not sealed it, so it is not issued",
                                "chưa có dấu số của trường nên chưa phát hành")));
    }

    /// Every person responsible has signed.
    @Clause(VNRB.I_3_1_4)
    public static Finding everySignatureIsThere(Signatures signatures) {
        List<Sentence> missing = signers(signatures).stream()
                .filter(s -> s.at().isEmpty() && !s.code().equals(SEAL))
                .map(Signer::label)
                .toList();
        return Finding.of(
                VNRB.I_3_1_4,
                missing.isEmpty(),
                Say.that(
                        "all %d signatures of the persons responsible are given",
                        "đã đủ %d chữ ký của những người chịu trách nhiệm",
                        signatures.blocks().size() + 2),
                Say.that("not signed yet: %s", "chưa ký: %s", Say.names(missing)));
    }

    /// Signing times follow the order.
    @Clause(VNRB.I_3_1_5)
    public static Finding timesAreInOrder(Signatures signatures) {
        List<Sentence> pairs = disorders(signatures).stream()
                .map(d -> Say.that(
                        "%s signed at %s, before %s at %s",
                        "%s ký lúc %s, trước %s ký lúc %s",
                        d.second().label(),
                        Say.moment(d.second().at().orElseThrow()),
                        d.first().label(),
                        Say.moment(d.first().at().orElseThrow())))
                .toList();
        return Finding.of(
                VNRB.I_3_1_5,
                pairs.isEmpty(),
                new Sentence(
                        "no signature is earlier than one it rests on",
                        "không chữ ký nào sớm hơn chữ ký phải có trước"),
                Say.that("%s", "%s", Say.names(pairs)));
    }

    /// Both the homeroom teacher and the head have signed.
    @Clause(VNRB.I_5_3_A_3)
    public static Finding homeroomAndHeadSigned(Signatures signatures) {
        List<Sentence> missing = signers(signatures).stream()
                .filter(s -> s.at().isEmpty())
                .filter(s -> s.code().equals(HOMEROOM) || s.code().equals(PRINCIPAL))
                .map(Signer::label)
                .toList();
        return Finding.of(
                VNRB.I_5_3_A_3,
                missing.isEmpty(),
                new Sentence(
                        "the homeroom teacher and the head have signed", "giáo viên chủ nhiệm và hiệu trưởng đã ký"),
                Say.that("not signed yet: %s", "chưa ký: %s", Say.names(missing)));
    }

    /// The principal approves after all teachers have entered everything and signed.
    @Clause(VNRB.II_6_9)
    public static Finding approvalComesAfterAllTeachers(Signatures signatures) {
        boolean tooEarly = signatures.principalSignedAt().isPresent()
                && homeroomStands(signatures)
                && !principalStands(signatures);
        if (tooEarly) {
            return Finding.notMet(
                    VNRB.II_6_9,
                    new Sentence(
                            "the principal approved before the homeroom teacher had signed",
                            "hiệu trưởng duyệt khi giáo viên chủ nhiệm chưa ký"));
        }
        return Finding.of(
                VNRB.II_6_9,
                homeroomStands(signatures),
                Say.that(
                        "every subject (%d) and the homeroom teacher have entered everything and signed",
                        "mọi môn (%d) và giáo viên chủ nhiệm đã nhập đủ và ký",
                        signatures.blocks().size()),
                Say.that("no approval yet, waiting for: %s", "chưa duyệt được, còn chờ: %s", waiting(signatures)));
    }

    /// The homeroom teacher signs after all subjects.
    @Clause(VNRB.II_7_3)
    public static Finding homeroomSignsAfterSubjects(Signatures signatures) {
        if (signatures.homeroomSignedAt().isEmpty() || !subjectsStand(signatures)) {
            return Finding.of(
                    VNRB.II_7_3,
                    subjectsStand(signatures),
                    new Sentence(
                            "every subject has been signed: the homeroom teacher may sign",
                            "mọi môn đã ký: giáo viên chủ nhiệm có thể ký"),
                    Say.that(
                            "the homeroom teacher cannot sign yet, waiting for: %s",
                            "giáo viên chủ nhiệm chưa ký được, còn chờ: %s", waiting(signatures)));
        }
        return Finding.of(
                VNRB.II_7_3,
                homeroomStands(signatures),
                new Sentence("the homeroom teacher signed after every subject", "giáo viên chủ nhiệm ký sau mọi môn"),
                new Sentence(
                        "the homeroom teacher signed before a subject had been signed and has to sign again",
                        "giáo viên chủ nhiệm ký khi còn môn chưa ký nên phải ký lại"));
    }

    /// Each subject teacher signs a block that is complete.
    @Clause(VNRB.II_9_1_3)
    public static Finding everySubjectIsCompleteAndSigned(Signatures signatures) {
        return Finding.of(
                VNRB.II_9_1_3,
                subjectsStand(signatures),
                Say.that(
                        "every subject (%d) is complete and signed",
                        "mọi môn (%d) đã đủ và đã ký", signatures.blocks().size()),
                Say.that("waiting for: %s", "còn chờ: %s", subjectsWaiting(signatures)));
    }

    /// All the above in the order of the text.
    static List<Finding> findings(Signatures signatures) {
        return List.of(
                sealIsSet(signatures),
                everySignatureIsThere(signatures),
                timesAreInOrder(signatures),
                homeroomAndHeadSigned(signatures),
                approvalComesAfterAllTeachers(signatures),
                homeroomSignsAfterSubjects(signatures),
                everySubjectIsCompleteAndSigned(signatures));
    }

    private static boolean subjectsStand(Signatures signatures) {
        return signatures.blocks().stream().allMatch(Signatures.SubjectBlock::completeAndSigned);
    }

    private static boolean homeroomStands(Signatures signatures) {
        return subjectsStand(signatures)
                && signatures
                        .homeroomSignedAt()
                        .filter(at -> signatures.blocks().stream()
                                .flatMap(b -> b.signedAt().stream())
                                .noneMatch(at::isBefore))
                        .isPresent();
    }

    private static boolean principalStands(Signatures signatures) {
        return homeroomStands(signatures)
                && signatures
                        .principalSignedAt()
                        .filter(at -> signatures.homeroomSignedAt().stream().noneMatch(at::isBefore))
                        .isPresent();
    }

    private static Sentence waiting(Signatures signatures) {
        return subjectsStand(signatures)
                ? new Sentence("homeroom teacher", "giáo viên chủ nhiệm")
                : subjectsWaiting(signatures);
    }

    private static Sentence subjectsWaiting(Signatures signatures) {
        return Say.names(signatures.blocks().stream()
                .filter(b -> !b.completeAndSigned())
                .map(b -> b.complete()
                        ? Say.that(
                                "%s (not signed)", "%s (chưa ký)", b.subject().label())
                        : Say.that(
                                "%s (not complete)",
                                "%s (chưa nhập đủ)", b.subject().label()))
                .toList());
    }

    private static List<Signer> signers(Signatures signatures) {
        Stream<Signer> subjects = signatures.blocks().stream()
                .map(b -> new Signer(
                        SUBJECT + b.subject(),
                        Say.that(
                                "teacher of %s", "giáo viên môn %s", b.subject().label()),
                        0,
                        b.signedAt()));
        Stream<Signer> others = Stream.of(
                new Signer(HOMEROOM, Role.HOMEROOM_TEACHER.label(), 1, signatures.homeroomSignedAt()),
                new Signer(PRINCIPAL, Role.PRINCIPAL.label(), 2, signatures.principalSignedAt()),
                new Signer(SEAL, new Sentence("school's seal", "dấu số của trường"), 3, signatures.sealedAt()));
        return Stream.concat(subjects, others).toList();
    }

    private static List<Disorder> disorders(Signatures signatures) {
        List<Signer> signed =
                signers(signatures).stream().filter(s -> s.at().isPresent()).toList();
        List<Disorder> disorders = new ArrayList<>();
        for (Signer first : signed) {
            for (Signer second : signed) {
                if (first.place() < second.place()
                        && second.at().orElseThrow().isBefore(first.at().orElseThrow())) {
                    disorders.add(new Disorder(first, second));
                }
            }
        }
        return disorders;
    }
}
