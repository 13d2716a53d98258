package org.matricula.packs.vn.reportbook.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matricula.packs.vn.reportbook.sheet.ExamplePupil.Profile;
import org.matricula.registry.gradebook.ClassSheet;

/// The two invented classes of an invented school.
final class ExampleClasses {
    private static final List<ExamplePupil> FOUR_A = List.of(
            new ExamplePupil("Bùi Thị Ngọc Anh", true, "2016-01-01", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Đặng Hải Anh", false, "2016-06-08", "Kinh", Profile.GOOD),
            new ExamplePupil("Hoàng Minh Anh", true, "2016-11-15", "Tày", Profile.EXCELLENT),
            new ExamplePupil("Lê Tuấn Anh", false, "2016-04-22", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Nguyễn An", false, "2016-09-01", "Kinh", Profile.GOOD),
            new ExamplePupil("Nguyễn Phương Anh", true, "2016-02-08", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Phạm Gia Bảo", false, "2016-07-15", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Trần Quốc Bảo", false, "2016-12-22", "Kinh", Profile.GOOD),
            new ExamplePupil("Vũ Thái Bình", false, "2016-05-01", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Nguyễn Khánh Chi", true, "2016-10-08", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Đỗ Linh Chi", true, "2016-03-15", "Kinh", Profile.GOOD),
            new ExamplePupil("Phạm Tiến Dũng", false, "2016-08-22", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Trịnh Thùy Dương", true, "2016-01-01", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Lưu Hoàng Dương", false, "2016-06-08", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Triệu Mùi Dạ", true, "2016-11-15", "Dao", Profile.GOOD),
            new ExamplePupil("Nguyễn Thành Đạt", false, "2016-04-22", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Lý Minh Đức", false, "2016-09-01", "Sán Dìu", Profile.COMPLETED),
            new ExamplePupil("Ngô Hương Giang", true, "2016-02-08", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Cao Thanh Hà", true, "2016-07-15", "Kinh", Profile.GOOD),
            new ExamplePupil("Hạnh", true, "2016-12-22", "Dao", Profile.COMPLETED),
            new ExamplePupil("Nguyễn Trung Hiếu", false, "2015-05-01", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Đoàn Gia Huy", false, "2016-10-08", "Kinh", Profile.GOOD),
            new ExamplePupil("Phan Khánh Huyền", true, "2016-03-15", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Bàn Văn Hưng", false, "2016-08-22", "Dao", Profile.NOT_COMPLETED),
            new ExamplePupil("Nguyễn Đăng Khoa", false, "2016-01-01", "Kinh", Profile.GOOD),
            new ExamplePupil("Vũ Ngọc Lan", true, "2016-06-08", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Trần Diệu Linh", true, "2016-11-15", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Lê Hải Long", false, "2016-04-22", "Kinh", Profile.GOOD),
            new ExamplePupil("Nguyễn Nhật Minh", false, "2016-09-01", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Hà Bảo Ngọc", true, "2016-02-08", "Tày", Profile.GOOD),
            new ExamplePupil(
                    "Công Tằng Tôn Nữ Hoàng Ngọc Minh Châu Phương Thảo Diễm Quỳnh",
                    true,
                    "2016-07-15",
                    "Kinh",
                    Profile.EXCELLENT),
            new ExamplePupil("Đinh Hoàng Phúc", false, "2016-12-22", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Nguyễn Minh Quân", false, "2016-05-01", "Kinh", Profile.NOT_COMPLETED),
            new ExamplePupil("Tạ Thanh Thảo", true, "2016-10-08", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Hoàng Anh Thư", true, "2016-03-15", "Kinh", Profile.GOOD));

    private static final List<ExamplePupil> ONE_B = List.of(
            new ExamplePupil("Nguyễn Tường An", true, "2019-01-01", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Trần Bảo Anh", true, "2019-06-08", "Kinh", Profile.GOOD),
            new ExamplePupil("Lê Đức Anh", false, "2019-11-15", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Phạm Quỳnh Anh", true, "2019-04-22", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Vũ Việt Anh", false, "2019-09-01", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Hoàng Gia Bách", false, "2019-02-08", "Kinh", Profile.GOOD),
            new ExamplePupil("Nguyễn Ngọc Bích", true, "2019-07-15", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Đỗ Minh Châu", true, "2019-12-22", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Bùi Quang Dũng", false, "2019-05-01", "Kinh", Profile.GOOD),
            new ExamplePupil("Nguyễn Ánh Dương", true, "2019-10-08", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Chíu Tài Dếnh", false, "2019-03-15", "Dao", Profile.COMPLETED),
            new ExamplePupil("Trần Hải Đăng", false, "2019-08-22", "Kinh", Profile.GOOD),
            new ExamplePupil("Lê Minh Đăng", false, "2019-01-01", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Phạm Hương Giang", true, "2019-06-08", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Nguyễn Ngân Hà", true, "2019-11-15", "Kinh", Profile.GOOD),
            new ExamplePupil("Vi Thị Hiền", true, "2019-04-22", "Tày", Profile.COMPLETED),
            new ExamplePupil("Đào Duy Hoàng", false, "2019-09-01", "Kinh", Profile.GOOD),
            new ExamplePupil("Nguyễn Quang Huy", false, "2019-02-08", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Trương Gia Hưng", false, "2019-07-15", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Ngô Minh Khang", false, "2019-12-22", "Kinh", Profile.GOOD),
            new ExamplePupil("Phùng Nam Khánh", false, "2019-05-01", "Sán Dìu", Profile.EXCELLENT),
            new ExamplePupil("Nguyễn Anh Khôi", false, "2019-10-08", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Lương Tuệ Lâm", true, "2019-03-15", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Trần Khánh Linh", true, "2019-08-22", "Kinh", Profile.GOOD),
            new ExamplePupil("Nguyễn Thảo Linh", true, "2019-01-01", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Mai Phương Mai", true, "2019-06-08", "Kinh", Profile.GOOD),
            new ExamplePupil("Đinh Nhật Minh", false, "2019-11-15", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Hoàng Trà My", true, "2019-04-22", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Nguyễn Hà My", true, "2019-09-01", "Kinh", Profile.GOOD),
            new ExamplePupil("Vũ Bảo Nam", false, "2019-02-08", "Kinh", Profile.COMPLETED),
            new ExamplePupil("Phạm Kim Ngân", true, "2019-07-15", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Tằng Sìn Múi", true, "2018-12-22", "Dao", Profile.GOOD),
            new ExamplePupil("Trần Đình Phong", false, "2019-05-01", "Kinh", Profile.NOT_COMPLETED),
            new ExamplePupil("Nguyễn Mai Phương", true, "2019-10-08", "Kinh", Profile.EXCELLENT),
            new ExamplePupil("Lê Uyên Vy", true, "2019-03-15", "Kinh", Profile.GOOD));

    private ExampleClasses() {}

    /// Grade 4: 35 pupils, among them one who repeats, one who came in March, one with a single name, one with no
    /// middle name and one whose name has 60 characters; specialists teach English, Informatics, Music, Fine
    /// arts and PE.
    static ClassSheet fourA() {
        return new ExampleClass(4, FOUR_A)
                .with("Hạnh", Map.of("father", "Triệu Văn Sơn"))
                .with(
                        "Công Tằng Tôn Nữ Hoàng Ngọc Minh Châu Phương Thảo Diễm Quỳnh",
                        Map.of("father", "Tôn Thất Quang Huy"))
                .with("Nguyễn Trung Hiếu", Map.of("repeating", "YES"))
                .with(
                        "Phan Khánh Huyền",
                        Map.of(
                                "arrivedOn",
                                "2026-03-09",
                                "arrivedFrom",
                                "Trường Tiểu học Sao Mai, tỉnh Bắc Giang",
                                "registerNumber",
                                "519/2022"))
                .with("Lê Hải Long", Map.of("adHocAwards", "Giải Nhì cờ vua cấp trường (tháng 12/2025)"))
                .with(
                        "Hà Bảo Ngọc",
                        Map.of("adHocAwards", "Khen thưởng đột xuất: nhặt được của rơi trả người đánh mất"))
                .sheet(
                        info("4", "4A", "Nguyễn Thị Thu Hương"),
                        ordered(
                                "FOREIGN_LANGUAGE_1", "Trần Khánh Linh",
                                "INFORMATICS", "Phạm Đức Long",
                                "PHYSICAL_EDUCATION", "Vũ Mạnh Cường",
                                "MUSIC", "Lê Thị Ngân Hà",
                                "FINE_ARTS", "Đỗ Quang Vinh"));
    }

    /// Grade 1: 35 pupils and the fewer subjects of the grade; a single specialist.
    static ClassSheet oneB() {
        return new ExampleClass(1, ONE_B)
                .with("Tằng Sìn Múi", Map.of("repeating", "YES"))
                .sheet(info("1", "1B", "Phạm Thị Hồng Nhung"), ordered("PHYSICAL_EDUCATION", "Vũ Mạnh Cường"));
    }

    private static Map<String, String> info(String grade, String className, String teacher) {
        return ordered(
                "school", "Trường Tiểu học Hoa Sen",
                "schoolCode", "22199901",
                "commune", "Phường An Sen",
                "province", "Quảng Ninh",
                "schoolYear", "2025-2026",
                "grade", grade,
                "className", className,
                "homeroomTeacher", teacher,
                "principal", "Hoàng Thị Bích Liên");
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
