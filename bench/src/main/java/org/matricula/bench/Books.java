package org.matricula.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Block.Field;
import org.matricula.verifier.record.Block.Role;
import org.matricula.verifier.record.RecordContent;

/// Report books of invented pupils of a fourth grade; the same number always gives the same book.
final class Books {
    static final String HOMEROOM = "Nguyễn Thị Thu Hằng";
    static final String PRINCIPAL = "Đặng Thị Kim Oanh";

    /// A subject, whether it has a test, and who teaches it.
    record Subject(String code, String label, boolean tested, String teacher) {}

    static final List<Subject> SUBJECTS = List.of(
            new Subject("VIETNAMESE", "Tiếng Việt", true, HOMEROOM),
            new Subject("MATHEMATICS", "Toán", true, HOMEROOM),
            new Subject("FOREIGN_LANGUAGE_1", "Ngoại ngữ 1 (Tiếng Anh)", true, "Trần Quốc Bảo"),
            new Subject("ETHICS", "Đạo đức", false, HOMEROOM),
            new Subject("HISTORY_AND_GEOGRAPHY", "Lịch sử và Địa lí", true, HOMEROOM),
            new Subject("SCIENCE", "Khoa học", true, HOMEROOM),
            new Subject("INFORMATICS", "Tin học", true, "Lê Văn Đức"),
            new Subject("TECHNOLOGY", "Công nghệ", true, HOMEROOM),
            new Subject("PHYSICAL_EDUCATION", "Giáo dục thể chất", false, "Phạm Hữu Thắng"),
            new Subject("MUSIC", "Nghệ thuật (Âm nhạc)", false, "Vũ Thị Ngọc Ánh"),
            new Subject("FINE_ARTS", "Nghệ thuật (Mĩ thuật)", false, "Đỗ Thị Quỳnh"),
            new Subject("EXPERIENTIAL_ACTIVITIES", "Hoạt động trải nghiệm", false, HOMEROOM));

    private static final List<String> FAMILY =
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương");
    private static final List<String> MIDDLE =
            List.of("Thị Minh", "Văn", "Ngọc", "Quốc", "Thị Thùy", "Hữu", "Gia", "Bảo", "Khánh", "Đức");
    private static final List<String> GIVEN =
            List.of("Khuê", "An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Ý", "Phượng", "Quỳnh", "Thắng", "Vỹ");
    private static final List<String> SENTENCES = List.of(
            "Em đọc lưu loát, diễn cảm; viết câu đúng ngữ pháp.",
            "Nắm vững kiến thức, tính toán nhanh và biết giải bài toán có lời văn bằng nhiều cách.",
            "Phát âm rõ, mạnh dạn giao tiếp; vốn từ phong phú.",
            "Lễ phép, biết giúp đỡ bạn bè và người lớn tuổi.",
            "Yêu thích tìm hiểu lịch sử quê hương Quảng Ninh.",
            "Ham quan sát, đặt câu hỏi và tự làm thí nghiệm đơn giản.",
            "Sử dụng thành thạo phần mềm trình chiếu.",
            "Khéo tay, làm được đồ chơi dân gian.",
            "Cần chú ý trình bày sạch hơn khi viết nhanh.",
            "Trong học kì II em đã chủ động hơn khi làm việc nhóm & biết trình bày ý kiến mạch lạc.",
            "Tham gia đầy đủ, có trách nhiệm với tập thể.",
            "Bài vẽ sáng tạo, phối màu hài hòa.");

    private Books() {}

    /// A book of about 14 KB of XML data whose subjects are signed as `signed` says: four signatures with one subject,
    /// fifteen with all. The blocks of the other subjects are the homeroom teacher's.
    ///
    /// @param number of the pupil, from 0
    /// @param signed the codes of the subjects that their teachers sign
    static RecordContent book(int number, Set<String> signed) {
        return book(number, signed, 4);
    }

    /// A book with comments of up to `sentences` sentences.
    static RecordContent book(int number, Set<String> signed, int sentences) {
        Random random = new Random(number);
        List<Block> blocks = new ArrayList<>();
        blocks.add(pupil(number, random));
        blocks.add(year(random));
        for (Subject subject : SUBJECTS) {
            List<Field> fields = new ArrayList<>();
            fields.add(new Field("level", "Mức đạt được", random.nextInt(3) == 0 ? "H" : "T"));
            if (subject.tested()) {
                fields.add(new Field("test", "Điểm kiểm tra định kì", "" + (7 + random.nextInt(4))));
            }
            fields.add(new Field("comment", "Nhận xét", comment(random, sentences)));
            fields.add(new Field("teacher", "Giáo viên", subject.teacher()));
            Role by = signed.contains(subject.code()) ? Role.SUBJECT : Role.HOMEROOM;
            blocks.add(new Block("subject." + subject.code(), subject.label(), by, fields));
        }
        blocks.add(traits(
                "qualities",
                "Phẩm chất chủ yếu",
                List.of(
                        "PATRIOTISM:Yêu nước",
                        "KINDNESS:Nhân ái",
                        "DILIGENCE:Chăm chỉ",
                        "HONESTY:Trung thực",
                        "RESPONSIBILITY:Trách nhiệm"),
                random,
                List.of(new Field("comment", "Nhận xét", comment(random, sentences)))));
        blocks.add(traits(
                "competences",
                "Năng lực cốt lõi",
                List.of(
                        "SELF_CONTROL_SELF_STUDY:Tự chủ và tự học",
                        "COMMUNICATION_COOPERATION:Giao tiếp và hợp tác",
                        "PROBLEM_SOLVING_CREATIVITY:Giải quyết vấn đề và sáng tạo",
                        "LANGUAGE:Ngôn ngữ",
                        "CALCULATION:Tính toán",
                        "SCIENCE:Khoa học",
                        "TECHNOLOGY:Công nghệ",
                        "INFORMATICS:Tin học",
                        "AESTHETICS:Thẩm mĩ",
                        "PHYSICAL:Thể chất"),
                random,
                List.of(
                        new Field("generalComment", "Nhận xét về năng lực chung", comment(random, sentences)),
                        new Field("specificComment", "Nhận xét về năng lực đặc thù", comment(random, sentences)))));
        blocks.add(new Block(
                "result",
                "Kết quả cuối năm học",
                Role.HOMEROOM,
                List.of(
                        new Field("yearResult", "Kết quả đánh giá giáo dục", "Hoàn thành tốt"),
                        new Field("awards", "Khen thưởng", "Giải Nhì cuộc thi Viết chữ đẹp cấp trường."),
                        new Field("completion", "Hoàn thành chương trình", "Hoàn thành chương trình lớp 4"),
                        new Field("promotion", "Lên lớp", "Được lên lớp 5"))));
        String id = "HB-2025-%08d".formatted(number);
        return new RecordContent("vn.report-book.primary.2020", id, 1, School.ISSUER, blocks);
    }

    private static Block pupil(int number, Random random) {
        String family = pick(FAMILY, random);
        return new Block(
                "pupil",
                "Thông tin học sinh",
                Role.HOMEROOM,
                List.of(
                        new Field(
                                "fullName",
                                "Họ và tên",
                                family + " " + pick(MIDDLE, random) + " " + pick(GIVEN, random)),
                        new Field("personalNumber", "Số định danh cá nhân", "0223%08d".formatted(number)),
                        new Field("bornOn", "Ngày sinh", "2016-%02d-%02d".formatted(1 + number % 12, 1 + number % 28)),
                        new Field("sex", "Giới tính", number % 2 == 0 ? "Nữ" : "Nam"),
                        new Field("ethnicity", "Dân tộc", "Kinh"),
                        new Field("nationality", "Quốc tịch", "Việt Nam"),
                        new Field("birthplace", "Nơi sinh", "Bệnh viện Sản Nhi, phường Đại Yên, tỉnh Quảng Ninh"),
                        new Field("homeTown", "Quê quán", "Xã Hải Xuân, tỉnh Quảng Ninh"),
                        new Field("address", "Nơi ở hiện nay", "Số " + (1 + number % 400) + ", phường Hồng Hải"),
                        new Field("father", "Họ và tên cha", family + " " + pick(MIDDLE, random) + " Phương"),
                        new Field("mother", "Họ và tên mẹ", pick(FAMILY, random) + " Thị Ngọc Diệp")));
    }

    private static Block year(Random random) {
        return new Block(
                "year",
                "Năm học 2025-2026",
                Role.HOMEROOM,
                List.of(
                        new Field("schoolYear", "Năm học", "2025-2026"),
                        new Field("school", "Trường", School.ISSUER.name()),
                        new Field("schoolCode", "Mã trường", School.ISSUER.code()),
                        new Field("commune", "Xã/phường", "Phường Hồng Hải"),
                        new Field("province", "Tỉnh/thành phố", "tỉnh Quảng Ninh"),
                        new Field("grade", "Khối", "4"),
                        new Field("className", "Lớp", "4A"),
                        new Field("homeroomTeacher", "Giáo viên chủ nhiệm", HOMEROOM),
                        new Field("principal", "Hiệu trưởng", PRINCIPAL),
                        new Field("arrivedOn", "Ngày nhập học", "2025-09-05"),
                        new Field("heightCm", "Chiều cao", "" + (120 + random.nextInt(30))),
                        new Field("weightKg", "Cân nặng", "" + (25 + random.nextInt(20))),
                        new Field("health", "Sức khỏe", "Loại I"),
                        new Field("absentExcused", "Số ngày nghỉ có phép", "" + random.nextInt(5)),
                        new Field("absentUnexcused", "Số ngày nghỉ không phép", "0")));
    }

    private static Block traits(String id, String label, List<String> names, Random random, List<Field> comments) {
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            int colon = name.indexOf(':');
            fields.add(
                    new Field(name.substring(0, colon), name.substring(colon + 1), random.nextInt(3) == 0 ? "Đ" : "T"));
        }
        fields.addAll(comments);
        return new Block(id, label, Role.HOMEROOM, fields);
    }

    private static String comment(Random random, int sentences) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            said.add(pick(SENTENCES, random));
        }
        return String.join(" ", said);
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
