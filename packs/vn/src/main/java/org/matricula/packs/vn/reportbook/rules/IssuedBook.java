package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// What the sealing produced, examined before it is handed out and whenever it is looked at again.
///
/// @param closedAt the moment of closing, in the time of Viet Nam
/// @param dataHash the hash of the data at closing
/// @param personalNumber the pupil's number
/// @param lookupCode the code by which the book is looked up
/// @param lookupCodeTaken whether another issued book has the same code
/// @param signedByAll whether every person responsible has signed
/// @param sealed whether the school's seal is on it
/// @param xml the XML; empty when there is none
/// @param pdf the PDF; empty when there is none
public record IssuedBook(
        LocalDateTime closedAt,
        String dataHash,
        String personalNumber,
        String lookupCode,
        boolean lookupCodeTaken,
        boolean signedByAll,
        boolean sealed,
        Optional<Format> xml,
        Optional<Format> pdf) {
    /// What one of the two formats shows.
    ///
    /// @param dataHash the hash of the data it was made from
    /// @param lookupCode the lookup code it shows; empty when it shows none
    /// @param personalNumber the identification number it shows; empty when it shows none
    /// @param effectiveOn the effective date it shows; empty when it shows none
    public record Format(
            String dataHash,
            Optional<String> lookupCode,
            Optional<String> personalNumber,
            Optional<LocalDate> effectiveOn) {}

    /// Every clause examined, in the order of the text. The book is issued only when none is [Finding#isNotMet].
    public List<Finding> findings() {
        return List.of(
                personsAndSchoolHaveSigned(),
                schoolHasSealed(),
                bothFormatsAreEqual(),
                dataAreAsClosed(),
                lookupCodeIsShown(),
                identificationNumberIsShown(),
                effectiveDateIsShown());
    }

    /// What stands in the way of issuing; empty when the book may be issued.
    public List<Finding> obstacles() {
        return findings().stream().filter(Finding::isNotMet).toList();
    }

    /// The book may be used from the moment of closing on.
    @Clause(VNRB.I_5_3_D)
    public Finding isEffectiveAt(LocalDateTime moment) {
        return Finding.of(
                VNRB.I_5_3_D,
                !moment.isBefore(closedAt),
                Say.that("effective since it was closed at %s", "có hiệu lực từ lúc chốt: %s", Say.moment(closedAt)),
                Say.that(
                        "not effective yet at %s: it is closed at %s",
                        "chưa có hiệu lực lúc %s: thời điểm chốt là %s", Say.moment(moment), Say.moment(closedAt)));
    }

    @Clause(VNRB.I_2_1)
    private Finding personsAndSchoolHaveSigned() {
        return Finding.of(
                VNRB.I_2_1,
                signedByAll && sealed,
                new Sentence(
                        "persons and school have signed: it is a report book",
                        "cá nhân và nhà trường đã ký: đây là học bạ số"),
                new Sentence(
                        "without the signatures of persons and school it is a draft of no legal value",
                        "thiếu chữ ký của cá nhân hoặc nhà trường thì chỉ là bản nháp, không có giá trị pháp lý"));
    }

    @Clause(VNRB.I_3_1_3)
    private Finding schoolHasSealed() {
        return Finding.of(
                VNRB.I_3_1_3,
                sealed,
                new Sentence("the school's seal is on it", "đã có dấu số của trường"),
                new Sentence("the school's seal is not on it", "chưa có dấu số của trường"));
    }

    @Clause(VNRB.I_3_2)
    private Finding bothFormatsAreEqual() {
        if (xml.isEmpty() || pdf.isEmpty()) {
            return Finding.notMet(
                    VNRB.I_3_2,
                    Say.that(
                            "there is no %s: one format alone is no book",
                            "không có %s: chỉ một định dạng thì chưa thành học bạ", xml.isEmpty() ? "XML" : "PDF"));
        }
        return Finding.of(
                VNRB.I_3_2,
                xml.get().dataHash().equals(pdf.get().dataHash()),
                new Sentence("XML and PDF were made from the same data", "XML và PDF lập từ cùng dữ liệu"),
                new Sentence("XML and PDF were made from different data", "XML và PDF lập từ dữ liệu khác nhau"));
    }

    @Clause(VNRB.I_5_1_B)
    private Finding dataAreAsClosed() {
        return everywhere(
                VNRB.I_5_1_B,
                format -> Optional.of(format.dataHash()),
                dataHash,
                new Sentence("the data are as they were closed", "dữ liệu đúng như lúc chốt"),
                new Sentence("the data differ from those that were closed", "dữ liệu khác với lúc chốt"));
    }

    @Clause(VNRB.I_5_2_B_2)
    private Finding lookupCodeIsShown() {
        if (lookupCodeTaken) {
            return Finding.notMet(
                    VNRB.I_5_2_B_2,
                    new Sentence("another book has the same lookup code", "mã tra cứu trùng với học bạ khác"));
        }
        return everywhere(
                VNRB.I_5_2_B_2,
                Format::lookupCode,
                lookupCode,
                new Sentence("every format shows the lookup code", "các định dạng đều ghi mã tra cứu"),
                new Sentence("a format does not show the lookup code", "có định dạng không ghi đúng mã tra cứu"));
    }

    @Clause(VNRB.I_5_2_B_3)
    private Finding identificationNumberIsShown() {
        return everywhere(
                VNRB.I_5_2_B_3,
                Format::personalNumber,
                personalNumber,
                new Sentence("every format shows the identification number", "các định dạng đều ghi số định danh"),
                new Sentence(
                        "a format does not show the identification number",
                        "có định dạng không ghi đúng số định danh"));
    }

    @Clause(VNRB.I_5_2_B_4)
    private Finding effectiveDateIsShown() {
        Sentence day = Say.day(closedAt.toLocalDate());
        return everywhere(
                VNRB.I_5_2_B_4,
                Format::effectiveOn,
                closedAt.toLocalDate(),
                Say.that("every format shows the effective date %s", "các định dạng đều ghi ngày có hiệu lực %s", day),
                Say.that(
                        "a format does not show the effective date %s",
                        "có định dạng không ghi đúng ngày có hiệu lực %s", day));
    }

    /// Whether each format there is shows the expected value; a missing format is the matter of I.3.2 alone.
    private <T> Finding everywhere(
            String clause, Function<Format, Optional<T>> shown, T expected, Sentence whenMet, Sentence whenNot) {
        boolean all = Stream.of(xml, pdf)
                .flatMap(Optional::stream)
                .allMatch(format -> shown.apply(format).equals(Optional.of(expected)));
        return Finding.of(clause, all, whenMet, whenNot);
    }
}
