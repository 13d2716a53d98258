package org.matricula.packs.vn.reportbook.rules;

import java.util.List;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// The verification of a book in its two steps: first the signatures of the XML file, then the data of the state body.
///
/// @param signatures each signature of the file, as it was judged at its signing time
/// @param store what the server of the state body has
public record Verification(List<Signature> signatures, Store store) {
    public Verification {
        signatures = List.copyOf(signatures);
    }

    /// Whose signature it is.
    public enum Kind {
        PERSON,
        ORGANISATION
    }

    /// One signature of the file.
    ///
    /// @param kind whose it is
    /// @param signer name in sentences
    /// @param intact whether what it covers is unchanged
    /// @param trusted whether its certificate was good at signing time; what happened to it later does not count
    public record Signature(Kind kind, String signer, boolean intact, boolean trusted) {
        boolean valid() {
            return intact && trusted;
        }
    }

    /// What the server of the state body has of the book.
    public enum Store {
        /// The same data.
        MATCH,
        /// Other data.
        DIFFERENT,
        /// Nothing of it.
        NOT_FOUND,
        /// The same data, recalled since.
        RECALLED
    }

    /// The overall result.
    public enum Result {
        /// Both steps passed.
        VALID,
        /// The file is broken or differs from the data of the state body.
        NOT_VALID,
        /// The file is good, but the version was recalled.
        RECALLED,
        /// The file is good, but the state body does not have it.
        NOT_CONFIRMED
    }

    /// Both steps together.
    @Clause({VNRB.I_2_6_1, VNRB.I_2_6_2})
    public Result result() {
        if (!signaturesAreValid().isMet()) {
            return Result.NOT_VALID;
        }
        return switch (store) {
            case MATCH -> Result.VALID;
            case DIFFERENT -> Result.NOT_VALID;
            case RECALLED -> Result.RECALLED;
            case NOT_FOUND -> Result.NOT_CONFIRMED;
        };
    }

    /// Every clause examined, in the order of the text.
    public List<Finding> findings() {
        return List.of(sealIsIntact(), personalSignaturesAreIntact(), signaturesAreValid(), dataMatchTheStateBody());
    }

    @Clause(VNRB.I_2_4)
    private Finding sealIsIntact() {
        return intact(VNRB.I_2_4, Kind.ORGANISATION);
    }

    @Clause(VNRB.I_2_5)
    private Finding personalSignaturesAreIntact() {
        return intact(VNRB.I_2_5, Kind.PERSON);
    }

    private Finding intact(String clause, Kind kind) {
        List<Signature> ofKind =
                signatures.stream().filter(s -> s.kind() == kind).toList();
        List<Sentence> broken = ofKind.stream()
                .filter(s -> !s.intact())
                .map(s -> new Sentence(s.signer(), s.signer()))
                .toList();
        return Finding.of(
                clause,
                !ofKind.isEmpty() && broken.isEmpty(),
                Say.that("what is signed is unchanged (%d)", "nội dung đã ký không bị đổi (%d)", ofKind.size()),
                ofKind.isEmpty()
                        ? new Sentence("there is no such signature", "không có chữ ký nào loại này")
                        : Say.that("changed since it was signed: %s", "đã bị đổi sau khi ký: %s", Say.names(broken)));
    }

    /// Step 1: every signature of the file is valid and nothing is altered.
    @Clause(VNRB.I_2_6_1)
    private Finding signaturesAreValid() {
        List<Sentence> bad = signatures.stream()
                .filter(s -> !s.valid())
                .map(s -> new Sentence(s.signer(), s.signer()))
                .toList();
        boolean sealed = signatures.stream().anyMatch(s -> s.kind() == Kind.ORGANISATION);
        boolean signed = signatures.stream().anyMatch(s -> s.kind() == Kind.PERSON);
        return Finding.of(
                VNRB.I_2_6_1,
                sealed && signed && bad.isEmpty(),
                Say.that("all %d signatures are valid", "cả %d chữ ký đều hợp lệ", signatures.size()),
                bad.isEmpty()
                        ? new Sentence(
                                "a signature of persons or school is missing",
                                "thiếu chữ ký cá nhân hoặc dấu của trường")
                        : Say.that("not valid: %s", "không hợp lệ: %s", Say.names(bad)));
    }

    /// Step 2: the data are those of the state body.
    @Clause(VNRB.I_2_6_2)
    private Finding dataMatchTheStateBody() {
        return switch (store) {
            case MATCH ->
                Finding.met(
                        VNRB.I_2_6_2,
                        new Sentence("the state body has the same data", "cơ quan nhà nước có cùng dữ liệu"));
            case DIFFERENT ->
                Finding.notMet(
                        VNRB.I_2_6_2,
                        new Sentence("the state body has other data", "cơ quan nhà nước có dữ liệu khác"));
            case NOT_FOUND ->
                Finding.notMet(
                        VNRB.I_2_6_2,
                        new Sentence("the state body does not have it", "cơ quan nhà nước không có dữ liệu này"));
            case RECALLED ->
                Finding.notMet(VNRB.I_2_6_2, new Sentence("this version was recalled", "bản này đã bị thu hồi"));
        };
    }
}
