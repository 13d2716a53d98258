package org.matricula.packs.vn.reportbook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;
import org.matricula.packs.vn.reportbook.print.PrimaryReportBookPrint;
import org.matricula.packs.vn.reportbook.rules.Subject;
import org.matricula.packs.vn.reportbook.sheet.PrimaryClassSheet;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.registry.records.spi.ClassRecordForm;
import org.matricula.registry.records.spi.RecordForm;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Block.Role;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordSignature;

/// The digital report book of a primary-school year (VNRB, with the content of Circular 27/2020): from a row of the
/// class sheet to the blocks that its teachers, the principal and the school sign.
public final class PrimaryReportBook implements ClassRecordForm {
    /// The form id that its records name.
    public static final String FORM = "vn.report-book.primary.2020";

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ClassSheetForm sheet = new PrimaryClassSheet();
    private final RecordForm print = new PrimaryReportBookPrint();

    @Override
    public ClassSheetForm sheet() {
        return sheet;
    }

    @Override
    public RecordForm print() {
        return print;
    }

    @Override
    public ZoneId zone() {
        return ZONE;
    }

    @Override
    public RecordContent.Issuer issuer(ClassInfo info) {
        return new RecordContent.Issuer(said(info, "schoolCode"), said(info, "school"));
    }

    @Override
    @Clause(VNRB.I_2_8_2)
    public LookupFields lookupFields() {
        return new LookupFields(FORM, BookBlocks.PUPIL_BLOCK, "fullName", "bornOn", "personalNumber");
    }

    /// Subject teachers in the order of the form, then the homeroom teacher, the principal and the school.
    @Override
    @Clause({VNRB.I_3_1_3, VNRB.I_3_1_4, VNRB.I_5_3_A_3})
    public List<Signatory> signatories(ClassInfo info) {
        List<Signatory> all = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            if (subject.taughtIn(info.grade())) {
                all.add(new Signatory(
                        Role.SUBJECT,
                        BookBlocks.subjectBlock(subject),
                        new Sentence(
                                "Teacher of " + subject.label().en(),
                                "Giáo viên " + subject.label().local()),
                        info.teacherOf(subject.name()).orElse("")));
            }
        }
        all.add(new Signatory(
                Role.HOMEROOM,
                "",
                new Sentence("Homeroom teacher", "Giáo viên chủ nhiệm"),
                said(info, ClassSheetForm.HOMEROOM_TEACHER)));
        all.add(new Signatory(Role.HEAD, "", new Sentence("Principal", "Hiệu trưởng"), said(info, "principal")));
        all.add(new Signatory(
                Role.SEAL, "", new Sentence("Seal of the school", "Con dấu số của nhà trường"), said(info, "school")));
        return all;
    }

    /// The personal number is the one identifier of every operation on the book.
    @Override
    @Clause(VNRB.I_2_9_3)
    public Identity identity(ClassInfo info, PupilRow row) {
        return new Identity(
                said(info, "schoolCode"),
                said(info, "schoolYear"),
                row.value("personalNumber").orElse(""));
    }

    @Override
    public Composition compose(ClassInfo info, PupilRow row, String number, int version, LocalDate on) {
        BookRules.Examined examined = BookRules.examine(info, row);
        Optional<Sentence> result = examined.result().map(r -> r.label());
        if (examined.remarks().stream().anyMatch(Remark::blocks)) {
            return new Composition(Optional.empty(), result, examined.remarks());
        }
        RecordContent content = new RecordContent(
                FORM,
                number,
                version,
                issuer(info),
                BookBlocks.of(sheet, info, row, examined.result().orElseThrow()));
        return new Composition(Optional.of(content), result, examined.remarks());
    }

    @Override
    public List<Finding> reasons(ClassInfo info, PupilRow row) {
        return List.of(BookRules.reason(info, row));
    }

    /// Each subject stands for itself: its teacher answers for it and signs it (VNRB:II.9.1/3), whatever others still
    /// have to enter. The day does not matter: the rules of the content are those of the circular.
    @Override
    @Clause({VNRB.II_9_1_2, VNRB.II_9_1_3})
    public Optional<RecordContent> draft(ClassInfo info, PupilRow row, String number, int version, LocalDate on) {
        List<Remark> blocking = BookRules.examine(info, row).remarks().stream()
                .filter(Remark::blocks)
                .toList();
        List<Block> complete = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            if (row.value(subject.name() + ".level").isPresent()
                    && blocking.stream().noneMatch(remark -> remark.key().startsWith(subject.name() + "."))) {
                complete.add(BookBlocks.of(sheet, info, row, subject));
            }
        }
        return complete.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordContent(FORM, number, version, issuer(info), complete));
    }

    @Override
    public List<Finding> obstaclesToSealing(
            RecordContent content, List<RecordSignature> signed, SealInUse seal, LocalDateTime at) {
        return BookExamination.obstaclesToSealing(content, signed, seal, at, ZONE);
    }

    @Override
    public List<Finding> obstaclesToIssuing(Produced produced) {
        return BookExamination.obstaclesToIssuing(produced);
    }

    @Override
    @Clause({VNRB.I_5_1_B, VNRB.I_5_6_A_2})
    public Remark sealedDifferently(String number) {
        return new Remark(
                ClassSheetForm.FULL_NAME,
                true,
                new Sentence(
                        "Book %s is sealed already, and this row now says something else. A closed book never changes; put the sealed values back, or ask the authority for a recall."
                                .formatted(number),
                        "Học bạ %s đã chốt nhưng dòng này nay ghi khác. Học bạ đã chốt thì không sửa được; hãy đưa lại giá trị đã chốt, hoặc đề nghị cấp có thẩm quyền thu hồi."
                                .formatted(number)),
                List.of(VNRB.I_5_1_B, VNRB.I_5_6_A_2));
    }

    static String said(ClassInfo info, String key) {
        return info.value(key).orElse("");
    }
}
