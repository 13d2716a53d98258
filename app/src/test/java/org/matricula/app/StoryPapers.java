package org.matricula.app;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.matricula.packs.vn.reportbook.PrimaryReportBook;
import org.matricula.registry.gradebook.ClassSheet;
import org.matricula.registry.gradebook.ClassSheetReader;
import org.matricula.registry.gradebook.ClassSheetTemplate;
import org.matricula.registry.gradebook.Reading;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.PupilRow;

/// What the people of a story have on their desks: lists of the office and the sheet of class 1B, made from the first
/// pupils of `examples/class-1b.xlsx`.
final class StoryPapers {
    static final String HOMEROOM = "Phạm Thị Hồng Nhung";
    static final String MATHEMATICIAN = "Nguyễn Thị Lan";
    static final String ARTIST = "Vũ Thị Nga";

    private static final ClassSheetForm FORM = new PrimaryReportBook().sheet();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private final ClassSheet sheet;

    StoryPapers(int pupils) throws IOException {
        Reading reading = new ClassSheetReader(FORM)
                .read(Files.readAllBytes(Path.of("..", "examples", "class-1b.xlsx")), LocalDate.of(2026, 5, 31));
        ClassSheet read = ((Reading.Read) reading).sheet();
        sheet = new ClassSheet(read.info(), read.rows().subList(0, pupils));
    }

    private List<PupilRow> pupils() {
        return sheet.rows();
    }

    /// The list of pupils as the office keeps it.
    FilePayload pupilList() {
        return csv("hoc-sinh.csv", list());
    }

    /// The same list with two slips of the pen: a number that lost a digit in row 2, and the 31st of February in row 3.
    FilePayload badPupilList() {
        String number = value(0, "personalNumber");
        return csv(
                "hoc-sinh-loi.csv", list().replace(number, number.substring(1)).replace(day(1), "31/02/2019"));
    }

    private String list() {
        StringBuilder list = new StringBuilder("STT,Lớp,Họ và tên,Mã định danh,Ngày sinh,Giới tính,Dân tộc,"
                + "Quốc tịch,Nơi sinh,Quê quán,Chỗ ở hiện nay,Họ và tên cha,Họ và tên mẹ\n");
        for (int i = 0; i < pupils().size(); i++) {
            list.append("%d,1B,%s,%s,%s,%s,%s,Việt Nam,Quảng Ninh,Quảng Ninh,\"Tổ %d, phường An Sen\",%s,%s%n"
                    .formatted(
                            i + 1,
                            value(i, "fullName"),
                            value(i, "personalNumber"),
                            day(i),
                            value(i, "sex").equals("MALE") ? "Nam" : "Nữ",
                            value(i, "ethnicity"),
                            i + 1,
                            value(i, "father"),
                            value(i, "mother")));
        }
        return list.toString();
    }

    /// Who teaches what; the homeroom teacher takes the rest.
    FilePayload teachingList() {
        return csv(
                "phan-cong.csv",
                "Lớp,Giáo viên chủ nhiệm,Toán,Giáo dục thể chất,Âm nhạc,Mĩ thuật\n1B,%s,%s,%s,%s,%s\n"
                        .formatted(HOMEROOM, MATHEMATICIAN, ARTIST, ARTIST, ARTIST));
    }

    /// The class sheet with everybody's results, as a teacher keeps it in a spreadsheet.
    FilePayload classSheet() {
        return new FilePayload(
                "so-tay-1b.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                new ClassSheetTemplate(FORM).filled(sheet));
    }

    private String value(int pupil, String key) {
        return pupils().get(pupil).value(key).orElse("");
    }

    /// The first pupil, whose paper the guardian holds.
    String name() {
        return value(0, "fullName");
    }

    String personalNumber() {
        return value(0, "personalNumber");
    }

    String birthday() {
        return day(0);
    }

    /// The day of birth as people write it.
    private String day(int pupil) {
        return DAY.format(LocalDate.parse(value(pupil, "bornOn")));
    }

    private static FilePayload csv(String name, String text) {
        return new FilePayload(name, "text/csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    }
}
