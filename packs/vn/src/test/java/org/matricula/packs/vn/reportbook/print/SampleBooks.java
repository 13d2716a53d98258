package org.matricula.packs.vn.reportbook.print;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.matricula.registry.records.spi.Sealing;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Block.Field;
import org.matricula.verifier.record.Block.Role;
import org.matricula.verifier.record.RecordContent;

/// Report books of invented pupils.
final class SampleBooks {
    private static final String ADDRESS = "Số 12, tổ 5, khu 3, phường Hồng Hải, tỉnh Quảng Ninh";

    private SampleBooks() {}

    static RecordContent fourthGrade() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(pupil("Nguyễn Thị Minh Khuê", "Nữ", "2016-03-21", "022316004521"));
        blocks.add(year("4", "4A", "Nguyễn Thị Thu Hằng"));
        subject(
                blocks,
                "VIETNAMESE",
                "Tiếng Việt",
                "T",
                "10",
                "Em đọc lưu loát, diễn cảm; viết câu đúng ngữ pháp, bài văn miêu tả giàu hình ảnh. Cần chú ý trình bày sạch hơn khi viết nhanh.",
                "Nguyễn Thị Thu Hằng");
        subject(
                blocks,
                "MATHEMATICS",
                "Toán",
                "T",
                "9",
                "Nắm vững kiến thức, tính toán nhanh, biết giải bài toán có lời văn bằng nhiều cách.",
                "Nguyễn Thị Thu Hằng");
        subject(
                blocks,
                "FOREIGN_LANGUAGE_1",
                "Ngoại ngữ 1 (Tiếng Anh)",
                "T",
                "10",
                "Phát âm rõ, mạnh dạn giao tiếp; vốn từ phong phú.",
                "Trần Quốc Bảo");
        subject(
                blocks,
                "ETHICS",
                "Đạo đức",
                "T",
                "",
                "Lễ phép, biết giúp đỡ bạn bè và người lớn tuổi.",
                "Nguyễn Thị Thu Hằng");
        subject(
                blocks,
                "HISTORY_AND_GEOGRAPHY",
                "Lịch sử và Địa lí",
                "T",
                "9",
                "Yêu thích tìm hiểu lịch sử quê hương Quảng Ninh.",
                "Nguyễn Thị Thu Hằng");
        subject(
                blocks,
                "SCIENCE",
                "Khoa học",
                "T",
                "9",
                "Ham quan sát, đặt câu hỏi và tự làm thí nghiệm đơn giản.",
                "Nguyễn Thị Thu Hằng");
        subject(blocks, "INFORMATICS", "Tin học", "T", "10", "Sử dụng thành thạo phần mềm trình chiếu.", "Lê Văn Đức");
        subject(
                blocks,
                "TECHNOLOGY",
                "Công nghệ",
                "T",
                "9",
                "Khéo tay, làm được đồ chơi dân gian.",
                "Nguyễn Thị Thu Hằng");
        subject(
                blocks,
                "PHYSICAL_EDUCATION",
                "Giáo dục thể chất",
                "T",
                "",
                "Thực hiện tốt các động tác; tích cực rèn luyện.",
                "Phạm Hữu Thắng");
        subject(
                blocks,
                "MUSIC",
                "Nghệ thuật (Âm nhạc)",
                "T",
                "",
                "Hát đúng giai điệu, có năng khiếu.",
                "Vũ Thị Ngọc Ánh");
        subject(
                blocks,
                "FINE_ARTS",
                "Nghệ thuật (Mĩ thuật)",
                "T",
                "",
                "Bài vẽ sáng tạo, phối màu hài hòa.",
                "Đỗ Thị Quỳnh");
        subject(
                blocks,
                "EXPERIENTIAL_ACTIVITIES",
                "Hoạt động trải nghiệm",
                "T",
                "",
                "Tham gia đầy đủ, có trách nhiệm với tập thể.",
                "Nguyễn Thị Thu Hằng");
        blocks.add(qualities(
                "T", "Em chăm ngoan, trung thực, biết nhận lỗi và sửa lỗi; luôn hoàn thành nhiệm vụ được giao."));
        blocks.add(competences(
                true,
                "T",
                "Biết tự chuẩn bị bài, hợp tác tốt trong nhóm và mạnh dạn nêu ý kiến.",
                "Có năng khiếu ngôn ngữ và tính toán; cần rèn thêm sức bền trong các hoạt động thể chất."));
        blocks.add(result(
                "Hoàn thành xuất sắc",
                "Danh hiệu Học sinh Xuất sắc. Giải Nhì cuộc thi Viết chữ đẹp cấp trường.",
                "Hoàn thành chương trình lớp 4",
                "Được lên lớp 5"));
        return content("HB-2025-7QK4M2XN", blocks);
    }

    static RecordContent firstGrade() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(pupil("An", "Nam", "2019-11-02", "022219000107"));
        blocks.add(year("1", "1B", "Hoàng Thị Mai"));
        subject(blocks, "VIETNAMESE", "Tiếng Việt", "H", "7", "Đọc đúng, cần luyện chữ viết.", "Hoàng Thị Mai");
        subject(blocks, "MATHEMATICS", "Toán", "H", "8", "Cộng trừ đúng trong phạm vi 100.", "Hoàng Thị Mai");
        subject(blocks, "ETHICS", "Đạo đức", "T", "", "", "Hoàng Thị Mai");
        subject(blocks, "NATURE_AND_SOCIETY", "Tự nhiên và Xã hội", "H", "", "", "Hoàng Thị Mai");
        subject(blocks, "PHYSICAL_EDUCATION", "Giáo dục thể chất", "T", "", "", "Phạm Hữu Thắng");
        subject(blocks, "MUSIC", "Nghệ thuật (Âm nhạc)", "H", "", "", "Vũ Thị Ngọc Ánh");
        subject(blocks, "FINE_ARTS", "Nghệ thuật (Mĩ thuật)", "H", "", "", "Đỗ Thị Quỳnh");
        subject(blocks, "EXPERIENTIAL_ACTIVITIES", "Hoạt động trải nghiệm", "H", "", "", "Hoàng Thị Mai");
        blocks.add(qualities("Đ", ""));
        blocks.add(competences(false, "Đ", "", ""));
        blocks.add(result("Hoàn thành", "", "Hoàn thành chương trình lớp 1", "Được lên lớp 2"));
        return content("HB-2025-0000002A", blocks);
    }

    /// Everything as long as it may get: the name has 60 characters, every comment fills many lines.
    static RecordContent longest() {
        String comment = ("Em có nhiều tiến bộ so với đầu năm học, tích cực phát biểu xây dựng bài, biết giúp đỡ bạn.\n"
                        + "Trong học kì II em đã chủ động hơn khi làm việc nhóm và biết trình bày ý kiến mạch lạc. ")
                .repeat(3);
        List<Block> blocks = new ArrayList<>();
        for (Block block : fourthGrade().blocks()) {
            List<Field> fields = block.fields().stream()
                    .map(f -> switch (f.name()) {
                        case "comment", "generalComment", "specificComment" -> new Field(f.name(), f.label(), comment);
                        case "fullName" ->
                            new Field(
                                    f.name(),
                                    f.label(),
                                    "Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Ngọc Khánh Huyền Bảo Trân");
                        case "teacher" ->
                            new Field(f.name(), f.label(), "Công Huyền Tôn Nữ Nguyễn Phúc Hoàng Ngọc Khánh");
                        default -> f;
                    })
                    .toList();
            blocks.add(new Block(block.id(), block.label(), block.by(), fields));
        }
        return content("HB-2025-LONGEST1", blocks);
    }

    private static RecordContent content(String id, List<Block> blocks) {
        return new RecordContent(
                "vn.report-book.primary.2020",
                id,
                1,
                new RecordContent.Issuer("22187401", "Trường Tiểu học Lê Hồng Phong"),
                blocks);
    }

    static Sealing sealing(RecordContent content) {
        List<Sealing.SignedBy> signers = new ArrayList<>();
        OffsetDateTime at = OffsetDateTime.parse("2026-05-29T15:04:10+07:00");
        for (Block block : content.blocks()) {
            if (block.by() == Role.SUBJECT) {
                signers.add(new Sealing.SignedBy(
                        Role.SUBJECT, block.id(), block.value("teacher").orElseThrow(), at));
                at = at.plusMinutes(7);
            }
        }
        signers.add(new Sealing.SignedBy(Role.HOMEROOM, "", "Nguyễn Thị Thu Hằng", at.plusDays(2)));
        signers.add(new Sealing.SignedBy(Role.HEAD, "", "Đặng Thị Kim Oanh", at.plusDays(4)));
        signers.add(new Sealing.SignedBy(
                Role.SEAL, "", content.issuer().name(), at.plusDays(4).plusMinutes(2)));
        return new Sealing(
                signers,
                "K7MX-2Q9D-HR4T",
                "83-1947-206",
                at.plusDays(4).plusMinutes(2),
                URI.create("https://hocba.quangninh.example.edu.vn/tra-cuu/K7MX2Q9DHR4T"),
                true);
    }

    private static Block pupil(String name, String sex, String bornOn, String number) {
        return new Block(
                "pupil",
                "Thông tin học sinh",
                Role.HOMEROOM,
                List.of(
                        new Field("fullName", "Họ và tên", name),
                        new Field("personalNumber", "Số định danh cá nhân", number),
                        new Field("bornOn", "Ngày sinh", bornOn),
                        new Field("sex", "Giới tính", sex),
                        new Field("ethnicity", "Dân tộc", "Kinh"),
                        new Field("nationality", "Quốc tịch", "Việt Nam"),
                        new Field(
                                "birthplace",
                                "Nơi sinh",
                                "Bệnh viện Sản Nhi Quảng Ninh, phường Đại Yên, tỉnh Quảng Ninh"),
                        new Field("homeTown", "Quê quán", "Xã Hải Xuân, tỉnh Quảng Ninh"),
                        new Field("address", "Nơi ở hiện nay", ADDRESS),
                        new Field("father", "Họ và tên cha", "Nguyễn Văn Phương"),
                        new Field("mother", "Họ và tên mẹ", "Lê Thị Ngọc Diệp"),
                        new Field("guardian", "Người giám hộ", "")));
    }

    private static Block year(String grade, String className, String homeroom) {
        return new Block(
                "year",
                "Năm học",
                Role.HOMEROOM,
                List.of(
                        new Field("schoolYear", "Năm học", "2025-2026"),
                        new Field("school", "Trường", "Trường Tiểu học Lê Hồng Phong"),
                        new Field("schoolCode", "Mã trường", "22187401"),
                        new Field("commune", "Xã/phường", "Phường Hồng Hải"),
                        new Field("province", "Tỉnh/thành phố", "Tỉnh Quảng Ninh"),
                        new Field("grade", "Khối", grade),
                        new Field("className", "Lớp", className),
                        new Field("homeroomTeacher", "Giáo viên chủ nhiệm", homeroom),
                        new Field("principal", "Hiệu trưởng", "Đặng Thị Kim Oanh"),
                        new Field("registerNumber", "Số đăng bộ", "412/2022"),
                        new Field("arrivedOn", "Ngày nhập học", "2025-09-05"),
                        new Field("heightCm", "Chiều cao", "138"),
                        new Field("weightKg", "Cân nặng", "32"),
                        new Field("health", "Sức khỏe", "Loại I"),
                        new Field("absentExcused", "Số ngày nghỉ có phép", "2"),
                        new Field("absentUnexcused", "Số ngày nghỉ không phép", "0")));
    }

    private static void subject(
            List<Block> blocks, String code, String label, String level, String test, String comment, String teacher) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("level", "Mức đạt được", level));
        if (!test.isEmpty()) {
            fields.add(new Field("test", "Điểm kiểm tra định kì", test));
        }
        fields.add(new Field("comment", "Nhận xét", comment));
        fields.add(new Field("teacher", "Giáo viên", teacher));
        blocks.add(new Block("subject." + code, label, Role.SUBJECT, fields));
    }

    private static Block qualities(String level, String comment) {
        List<Field> fields = new ArrayList<>();
        for (String[] quality : new String[][] {
            {"PATRIOTISM", "Yêu nước"},
            {"KINDNESS", "Nhân ái"},
            {"DILIGENCE", "Chăm chỉ"},
            {"HONESTY", "Trung thực"},
            {"RESPONSIBILITY", "Trách nhiệm"}
        }) {
            fields.add(new Field(quality[0], quality[1], level));
        }
        fields.add(new Field("comment", "Nhận xét", comment));
        return new Block("qualities", "Phẩm chất chủ yếu", Role.HOMEROOM, fields);
    }

    private static Block competences(boolean upper, String level, String general, String specific) {
        List<Field> fields = new ArrayList<>();
        for (String[] competence : new String[][] {
            {"SELF_CONTROL_SELF_STUDY", "Tự chủ và tự học"},
            {"COMMUNICATION_COOPERATION", "Giao tiếp và hợp tác"},
            {"PROBLEM_SOLVING_CREATIVITY", "Giải quyết vấn đề và sáng tạo"},
            {"LANGUAGE", "Ngôn ngữ"},
            {"CALCULATION", "Tính toán"},
            {"SCIENCE", "Khoa học"},
            {"TECHNOLOGY", "Công nghệ"},
            {"INFORMATICS", "Tin học"},
            {"AESTHETICS", "Thẩm mĩ"},
            {"PHYSICAL", "Thể chất"}
        }) {
            if (upper || !competence[0].equals("TECHNOLOGY") && !competence[0].equals("INFORMATICS")) {
                fields.add(new Field(competence[0], competence[1], level));
            }
        }
        fields.add(new Field("generalComment", "Nhận xét", general));
        fields.add(new Field("specificComment", "Nhận xét", specific));
        return new Block("competences", "Năng lực cốt lõi", Role.HOMEROOM, fields);
    }

    private static Block result(String year, String awards, String completion, String promotion) {
        return new Block(
                "result",
                "Kết quả",
                Role.HOMEROOM,
                List.of(
                        new Field("yearResult", "Đánh giá kết quả giáo dục", year),
                        new Field("awards", "Khen thưởng", awards),
                        new Field("completion", "Hoàn thành chương trình", completion),
                        new Field("promotion", "Lên lớp", promotion)));
    }
}
