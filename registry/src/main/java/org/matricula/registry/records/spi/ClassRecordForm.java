package org.matricula.registry.records.spi;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordFile;
import org.matricula.verifier.record.RecordSignature;

/// What a pack supplies so that a class sheet becomes sealed records: the sheet, the law in it, and the print.
public interface ClassRecordForm {
    /// The sheet that the class is read from.
    ClassSheetForm sheet();

    /// The printed form of the record.
    RecordForm print();

    /// The zone of the institution's clock.
    ZoneId zone();

    /// The institution that issues the records of a class.
    RecordContent.Issuer issuer(ClassInfo info);

    /// Where records of this form state what they are looked up by.
    LookupFields lookupFields();

    /// Who signs a record of the class, in the order in which the record has their blocks; the homeroom teacher, the
    /// head and the seal last.
    List<Signatory> signatories(ClassInfo info);

    /// What is the same person's in every version of the record: the parts from which its number is made.
    Identity identity(ClassInfo info, PupilRow row);

    /// Examines a pupil's row by the law in force on the day and composes the record.
    ///
    /// @param number the functional number of the record
    /// @param version its version
    /// @param on the day of closing, the legally relevant date
    Composition compose(ClassInfo info, PupilRow row, String number, int version, LocalDate on);

    /// Why the year result of a pupil is what it is, or what it waits for, each with its clause; for the homeroom
    /// teacher who answers for it. Empty when the form has no year result.
    default List<Finding> reasons(ClassInfo info, PupilRow row) {
        return List.of();
    }

    /// The parts of a record that are complete while others are still missing: what subject teachers can sign already.
    /// Empty when no part is complete.
    ///
    /// @param number the functional number of the record
    /// @param version its version
    /// @param on the legally relevant date
    Optional<RecordContent> draft(ClassInfo info, PupilRow row, String number, int version, LocalDate on);

    /// What the law still has against sealing, when everybody but the institution has signed; empty when nothing.
    ///
    /// @param signed the signatures given so far
    /// @param seal the certificate of the seal
    /// @param at the moment of closing, in the institution's time
    List<Finding> obstaclesToSealing(
            RecordContent content, List<RecordSignature> signed, SealInUse seal, LocalDateTime at);

    /// The certificate with which a record is to be sealed.
    ///
    /// @param declared whether the institution's administrator declared it
    record SealInUse(X509Certificate certificate, boolean declared) {}

    /// What the law has against handing out what the sealing produced, both formats read back; empty when nothing.
    List<Finding> obstaclesToIssuing(Produced produced);

    /// What the sealing produced.
    ///
    /// @param sealing what the print says about signing and checking
    /// @param dataDigest the digest of the data at closing
    /// @param xml the XML as the reader of the format reads it; empty when it is not one
    /// @param printed what the PDF shows
    /// @param printedDigest the digest of the data that the PDF states
    record Produced(
            RecordContent content,
            Sealing sealing,
            String dataDigest,
            Optional<RecordFile> xml,
            PrintedForm printed,
            String printedDigest) {}

    /// What to say of a row whose record is sealed already with other content: a sealed record never changes.
    Remark sealedDifferently(String number);

    /// Someone who signs.
    ///
    /// @param role as whom
    /// @param blockId the block of a SUBJECT signature; empty for the other roles
    /// @param office the office in words, for example "Teacher of Mathematics"
    /// @param name the person; for the seal, the institution
    record Signatory(Block.Role role, String blockId, Sentence office, String name) {}

    /// Where a record states the personal items by which anyone looks it up; the other two items are its number and its
    /// confirmation code.
    ///
    /// @param form the form that the records name
    /// @param block the block of the three fields
    /// @param name the field of the full name
    /// @param birthDate the field of the date of birth, written as `2016-03-08`
    /// @param personalNumber the field of the personal number
    record LookupFields(String form, String block, String name, String birthDate, String personalNumber) {}

    /// What makes a record's number.
    ///
    /// @param institution the institution's code
    /// @param schoolYear for example `2025-2026`
    /// @param person the number that is the person's alone
    record Identity(String institution, String schoolYear, String person) {}

    /// The record, or why there is none.
    ///
    /// @param content empty when a remark blocks
    /// @param result the year result in words, for the report; empty when there is none
    /// @param remarks everything there is to say about the row
    record Composition(Optional<RecordContent> content, Optional<Sentence> result, List<Remark> remarks) {
        public Composition {
            remarks = List.copyOf(remarks);
            if (content.isPresent() == remarks.stream().anyMatch(Remark::blocks)) {
                throw new IllegalArgumentException("a record is composed exactly when no remark blocks");
            }
        }
    }

    /// Something to say about one value of a row.
    ///
    /// @param key the column key of the value
    /// @param blocks whether the row cannot become a record until it is mended
    /// @param words what it is and what to do
    /// @param clauses the clauses behind it
    record Remark(String key, boolean blocks, Sentence words, List<String> clauses) {
        public Remark {
            clauses = List.copyOf(clauses);
        }
    }
}
