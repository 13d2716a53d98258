package org.matricula.packs.vn.reportbook.sheet;

import static org.matricula.registry.gradebook.spi.Column.Need.ALWAYS;
import static org.matricula.registry.gradebook.spi.Column.Need.OPTIONAL;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Column.Need;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;

/// The pupil's own data and the year outside lessons, in the order of the report book's first pages.
final class PersonalColumns {
    private static final int SHORT = 100;
    private static final int LONG = 300;
    private static final int SCHOOL_DAYS = 200;

    private static final Heading ABSENCE =
            Heading.of("absence", "Days absent", "Số ngày nghỉ", "Số ngày nghỉ học", "Ngày nghỉ", "Nghỉ học", "Vắng");

    private PersonalColumns() {}

    static List<Column> identity() {
        return List.of(
                single(
                        new Kind.Name(),
                        ALWAYS,
                        Heading.of(
                                ClassSheetForm.FULL_NAME,
                                "Full name",
                                "Họ và tên",
                                "Họ tên",
                                "Họ và tên học sinh",
                                "Họ tên học sinh",
                                "Tên học sinh",
                                "Name",
                                "Pupil",
                                "Pupil's name",
                                "Student name")),
                single(
                        new Kind.Digits(12),
                        ALWAYS,
                        Heading.of(
                                "personalNumber",
                                "Personal number",
                                "Số định danh cá nhân",
                                "Mã định danh",
                                "Số định danh",
                                "Mã định danh cá nhân",
                                "Mã số định danh",
                                "Mã số định danh cá nhân",
                                "MĐD",
                                "Số ĐDCN",
                                "Mã ĐDCN",
                                "ĐDCN",
                                "Số CCCD/ĐDCN",
                                "Personal identification number",
                                "ID number")),
                single(
                        new Kind.Day(),
                        ALWAYS,
                        Heading.of(
                                "bornOn",
                                "Date of birth",
                                "Ngày sinh",
                                "Ngày tháng năm sinh",
                                "Ngày, tháng, năm sinh",
                                "Ngày/tháng/năm sinh",
                                "NS",
                                "Birth date",
                                "Born on")),
                single(Levels.SEX, ALWAYS, Heading.of("sex", "Sex", "Giới tính", "GT", "Nam/Nữ", "Gender")),
                text("ethnicity", ALWAYS, SHORT, "Ethnicity", "Dân tộc", "DT"),
                text("nationality", OPTIONAL, SHORT, "Nationality", "Quốc tịch"),
                text("birthplace", OPTIONAL, LONG, "Place of birth", "Nơi sinh", "Birthplace"),
                text("homeTown", OPTIONAL, LONG, "Home town", "Quê quán", "Nguyên quán"),
                text(
                        "address",
                        OPTIONAL,
                        LONG,
                        "Address",
                        "Nơi ở hiện nay",
                        "Chỗ ở hiện nay",
                        "Nơi ở",
                        "Chỗ ở",
                        "Địa chỉ"),
                name(
                        "father",
                        "Father",
                        "Họ và tên cha",
                        "Họ tên cha",
                        "Cha",
                        "Họ tên bố",
                        "Họ và tên bố",
                        "Bố",
                        "Father's name"),
                name("mother", "Mother", "Họ và tên mẹ", "Họ tên mẹ", "Mẹ", "Mother's name"),
                name(
                        "guardian",
                        "Guardian",
                        "Người giám hộ",
                        "Họ và tên người giám hộ",
                        "Người đỡ đầu",
                        "Guardian's name"));
    }

    static List<Column> year() {
        return List.of(
                text("registerNumber", OPTIONAL, SHORT, "Register number", "Số đăng bộ", "Đăng bộ", "Số ĐB"),
                single(
                        new Kind.Day(),
                        OPTIONAL,
                        Heading.of(
                                "arrivedOn",
                                "Arrived on",
                                "Ngày chuyển đến",
                                "Ngày nhập học/chuyển đến",
                                "Ngày nhập học, chuyển đến",
                                "Chuyển đến ngày")),
                text(
                        "arrivedFrom",
                        OPTIONAL,
                        LONG,
                        "Arrived from",
                        "Chuyển đến từ",
                        "Chuyển từ trường",
                        "Trường chuyển đi",
                        "Nơi chuyển đến"),
                single(
                        Levels.YES_NO,
                        OPTIONAL,
                        Heading.of(
                                "repeating",
                                "Repeats the year",
                                "Lưu ban",
                                "Học lại lớp",
                                "Học sinh lưu ban",
                                "Repeating")),
                measure("heightCm", "Height (cm)", "Chiều cao (cm)", 50, 220, "Chiều cao", "Height"),
                measure("weightKg", "Weight (kg)", "Cân nặng (kg)", 5, 150, "Cân nặng", "Weight"),
                text(
                        "health",
                        OPTIONAL,
                        LONG,
                        "Health",
                        "Sức khỏe",
                        "Sức khoẻ",
                        "Tình trạng sức khỏe",
                        "Tình trạng sức khoẻ"),
                absence(
                        "absentExcused",
                        "with leave",
                        "Có phép",
                        "CP",
                        "P",
                        "Nghỉ có phép",
                        "Số ngày nghỉ có phép",
                        "Excused"),
                absence(
                        "absentUnexcused",
                        "without leave",
                        "Không phép",
                        "KP",
                        "K",
                        "Nghỉ không phép",
                        "Số ngày nghỉ không phép",
                        "Unexcused"));
    }

    private static Column single(Kind kind, Need need, Heading heading) {
        return Column.single(heading, kind, need);
    }

    private static Column text(String key, Need need, int longest, String en, String vi, String... aliases) {
        return Column.single(Heading.of(key, en, vi, aliases), new Kind.Text(longest, false), need);
    }

    private static Column name(String key, String en, String vi, String... aliases) {
        return Column.single(Heading.of(key, en, vi, aliases), new Kind.Name(), OPTIONAL);
    }

    private static Column measure(String key, String en, String vi, int least, int most, String... aliases) {
        return Column.single(
                Heading.of(key, en, vi, aliases),
                new Kind.Measure(BigDecimal.valueOf(least), BigDecimal.valueOf(most), 1),
                OPTIONAL);
    }

    /// @param wordings short ones stand under the group heading, the long ones name the column alone
    private static Column absence(String key, String en, String vi, String... wordings) {
        return Column.under(
                ABSENCE,
                key,
                Heading.of(key, en, vi, wordings),
                new Kind.Whole(0, SCHOOL_DAYS),
                OPTIONAL,
                longOnes(wordings));
    }

    private static String[] longOnes(String... wordings) {
        return Arrays.stream(wordings).filter(w -> w.length() > 3).toArray(String[]::new);
    }
}
