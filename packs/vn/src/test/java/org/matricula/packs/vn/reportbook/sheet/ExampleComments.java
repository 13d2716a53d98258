package org.matricula.packs.vn.reportbook.sheet;

import java.util.List;
import java.util.Map;

/// Comments as teachers write them, by subject and level.
final class ExampleComments {
    private static final Map<String, List<String>> ALL = Map.ofEntries(
            Map.entry(
                    "VIETNAMESE.T",
                    List.of(
                            "Đọc to, rõ ràng, diễn cảm; viết văn có cảm xúc, biết dùng hình ảnh so sánh.",
                            "Nắm chắc kiến thức về từ và câu; chữ viết đều, đẹp.",
                            "Vốn từ phong phú, diễn đạt mạch lạc.\nCần tiếp tục phát huy.",
                            "Kể chuyện hấp dẫn, trả lời câu hỏi đọc hiểu đầy đủ, chính xác.",
                            "Viết bài văn miêu tả sinh động; trình bày sạch sẽ.")),
            Map.entry(
                    "VIETNAMESE.H",
                    List.of(
                            "Đọc đúng, tốc độ khá; cần luyện thêm cách ngắt nghỉ hơi.",
                            "Hiểu nội dung bài đọc; câu văn còn ngắn, cần bổ sung hình ảnh.",
                            "Viết đúng chính tả; cần chú ý dấu hỏi, dấu ngã.",
                            "Có tiến bộ trong viết đoạn văn; bài còn thiếu phần kết.")),
            Map.entry(
                    "VIETNAMESE.C",
                    List.of("Đọc còn chậm, viết sai nhiều lỗi chính tả. Cần luyện đọc và viết thêm trong hè.")),
            Map.entry(
                    "MATHEMATICS.T",
                    List.of(
                            "Tính toán nhanh, chính xác; giải tốt bài toán có ba bước tính.",
                            "Nắm vững bốn phép tính với số tự nhiên và phân số.",
                            "Tư duy tốt, có nhiều cách giải sáng tạo.",
                            "Vận dụng tốt kiến thức hình học vào thực tế.\nTrình bày bài khoa học.")),
            Map.entry(
                    "MATHEMATICS.H",
                    List.of(
                            "Thực hiện được các phép tính; đôi khi còn nhầm khi chia cho số có hai chữ số.",
                            "Biết giải toán có lời văn; cần viết câu lời giải đầy đủ hơn.",
                            "Nắm được kiến thức cơ bản; cần rèn thêm kĩ năng đổi đơn vị đo.",
                            "Có cố gắng; cần cẩn thận hơn khi tính toán với phân số.")),
            Map.entry(
                    "MATHEMATICS.C",
                    List.of(
                            "Chưa thuộc bảng nhân, chia; chưa giải được bài toán hai bước tính. Cần ôn tập thêm trong hè.")),
            Map.entry(
                    "FOREIGN_LANGUAGE_1.T",
                    List.of(
                            "Phát âm chuẩn, tự tin giao tiếp (good pronunciation, very active).",
                            "Nghe hiểu tốt, ghi nhớ từ vựng nhanh.",
                            "Hăng hái phát biểu, làm việc nhóm hiệu quả.",
                            "Viết đúng mẫu câu, chữ viết rõ ràng.",
                            "Tích cực đóng vai, kể chuyện bằng tiếng Anh.")),
            Map.entry(
                    "FOREIGN_LANGUAGE_1.H",
                    List.of(
                            "Nắm được từ vựng cơ bản; cần luyện nói nhiều hơn.",
                            "Nghe còn chậm; cần chú ý phát âm âm cuối.",
                            "Hoàn thành bài tập; còn rụt rè khi nói.")),
            Map.entry(
                    "ETHICS.T",
                    List.of(
                            "Biết giúp đỡ người khó khăn, tôn trọng tài sản của người khác.",
                            "Lễ phép, biết ơn người lao động.",
                            "Biết bảo vệ của công và giữ gìn trường lớp.")),
            Map.entry(
                    "ETHICS.H",
                    List.of(
                            "Thực hiện tốt nội quy; cần mạnh dạn bày tỏ ý kiến.",
                            "Biết nhận lỗi và sửa lỗi; cần kiên trì hơn.")),
            Map.entry(
                    "NATURE_AND_SOCIETY.T",
                    List.of(
                            "Kể được việc cần làm để giữ an toàn khi ở nhà.",
                            "Nhận biết tốt các bộ phận của cây và con vật.",
                            "Quan sát tinh, thích khám phá.")),
            Map.entry(
                    "NATURE_AND_SOCIETY.H",
                    List.of(
                            "Biết giữ vệ sinh cá nhân; cần quan sát kĩ hơn.",
                            "Nêu được tên một số cây, con vật quen thuộc.")),
            Map.entry(
                    "HISTORY_AND_GEOGRAPHY.T",
                    List.of(
                            "Biết đọc bản đồ, lược đồ; kể được nét văn hóa tiêu biểu của các vùng.",
                            "Nhớ tốt các sự kiện lịch sử, yêu thích tìm hiểu quê hương Quảng Ninh.",
                            "Trình bày rõ ràng đặc điểm thiên nhiên vùng Duyên hải miền Trung.")),
            Map.entry(
                    "HISTORY_AND_GEOGRAPHY.H",
                    List.of(
                            "Nêu được một số lễ hội tiêu biểu; cần ghi nhớ mốc thời gian.",
                            "Chỉ được vị trí các vùng trên bản đồ; cần đọc thêm tư liệu.")),
            Map.entry(
                    "SCIENCE.T",
                    List.of(
                            "Giải thích được vòng tuần hoàn của nước; làm thí nghiệm cẩn thận.",
                            "Vận dụng kiến thức về dinh dưỡng để ăn uống cân bằng.",
                            "Ham tìm hiểu, biết đặt câu hỏi và nêu dự đoán.")),
            Map.entry(
                    "SCIENCE.H",
                    List.of(
                            "Nắm được tính chất của nước, không khí; cần ghi chép kết quả đầy đủ.",
                            "Biết cách chăm sóc cây trồng; cần tích cực thảo luận nhóm.")),
            Map.entry(
                    "INFORMATICS.T",
                    List.of(
                            "Gõ bàn phím đúng cách, tạo bài trình chiếu đẹp.",
                            "Thành thạo tạo và quản lí thư mục; lập trình Scratch sáng tạo.",
                            "Thao tác nhanh, biết giúp bạn.")),
            Map.entry(
                    "INFORMATICS.H",
                    List.of("Biết dùng phần mềm soạn thảo; cần luyện gõ mười ngón.", "Thực hành được theo hướng dẫn.")),
            Map.entry(
                    "TECHNOLOGY.T",
                    List.of(
                            "Khéo léo khi lắp ghép mô hình kĩ thuật.",
                            "Trồng và chăm sóc hoa trong chậu đúng kĩ thuật.",
                            "Làm đồ chơi dân gian đẹp, chắc chắn.")),
            Map.entry(
                    "TECHNOLOGY.H",
                    List.of(
                            "Lắp ghép được mô hình đơn giản; cần kiểm tra lại mối ghép.",
                            "Hoàn thành sản phẩm đúng thời gian.")),
            Map.entry(
                    "PHYSICAL_EDUCATION.T",
                    List.of(
                            "Thực hiện đúng, đẹp các động tác bài thể dục.",
                            "Nhanh nhẹn, phối hợp vận động tốt.",
                            "Tích cực tập luyện, có ý thức đồng đội.")),
            Map.entry(
                    "PHYSICAL_EDUCATION.H",
                    List.of(
                            "Thuộc động tác; cần tập mạnh dạn hơn.",
                            "Hoàn thành lượng vận động, cần rèn thêm sức bền.")),
            Map.entry(
                    "MUSIC.T",
                    List.of(
                            "Hát đúng giai điệu, biểu cảm; đọc nhạc tốt.",
                            "Biết gõ đệm theo nhịp, tự tin biểu diễn.",
                            "Giọng hát trong sáng, cảm thụ âm nhạc tốt.")),
            Map.entry(
                    "MUSIC.H",
                    List.of("Hát thuộc lời; cần giữ nhịp đều hơn.", "Biết vận động theo nhạc; đọc nhạc còn chậm.")),
            Map.entry(
                    "FINE_ARTS.T",
                    List.of(
                            "Bố cục hài hòa, phối màu đẹp.",
                            "Sản phẩm sáng tạo, biết chia sẻ cảm nhận về tranh.",
                            "Nét vẽ mềm mại, giàu tưởng tượng.")),
            Map.entry(
                    "FINE_ARTS.H",
                    List.of(
                            "Biết vẽ theo chủ đề; cần tô màu kín hình hơn.",
                            "Hoàn thành sản phẩm; cần mạnh dạn dùng màu.")),
            Map.entry(
                    "EXPERIENTIAL_ACTIVITIES.T",
                    List.of(
                            "Nhiệt tình tham gia hoạt động của lớp, biết lập thời gian biểu.",
                            "Hợp tác tốt, sáng tạo trong hội chợ xuân.",
                            "Tự tin giới thiệu về bản thân và gia đình.")),
            Map.entry(
                    "EXPERIENTIAL_ACTIVITIES.H",
                    List.of(
                            "Tham gia đầy đủ; cần chủ động nhận việc.",
                            "Biết tự phục vụ; cần mạnh dạn trước tập thể.")),
            Map.entry(
                    "QUALITIES.T",
                    List.of(
                            "Yêu quý thầy cô, bạn bè; chăm học, chăm làm; thật thà, có trách nhiệm với việc được giao.",
                            "Luôn giúp đỡ bạn, tích cực tham gia phong trào của lớp.",
                            "Lễ phép, hòa đồng, tự giác giữ gìn vệ sinh trường lớp.",
                            "Chăm chỉ, trung thực trong học tập; yêu quê hương, biết ơn người có công.",
                            "Gương mẫu trong mọi hoạt động, được bạn bè tin yêu.")),
            Map.entry(
                    "QUALITIES.D",
                    List.of(
                            "Ngoan, thật thà; cần chăm chỉ và có trách nhiệm hơn với bài tập về nhà.",
                            "Biết yêu thương bạn bè; cần giữ lời hứa và hoàn thành việc được giao.",
                            "Trung thực, đoàn kết; cần tự giác hơn khi làm việc nhóm.")),
            Map.entry(
                    "GENERAL.T",
                    List.of(
                            "Tự giác học tập, hợp tác tốt, biết tìm nhiều cách giải quyết vấn đề.",
                            "Chủ động, tự tin khi giao tiếp; có ý tưởng mới.",
                            "Biết lập kế hoạch học tập, chia sẻ nhiệm vụ trong nhóm hợp lí.",
                            "Mạnh dạn trình bày ý kiến, biết lắng nghe và phản hồi tích cực.")),
            Map.entry(
                    "GENERAL.D",
                    List.of(
                            "Biết tự phục vụ; cần mạnh dạn trao đổi với bạn.",
                            "Có ý thức tự học; cần tập trung hơn trong giờ.",
                            "Hợp tác được với bạn; cần chủ động tìm cách giải quyết khi gặp khó.")),
            Map.entry(
                    "SPECIFIC.T",
                    List.of(
                            "Có năng khiếu ngôn ngữ và thẩm mĩ; vận động khéo léo.",
                            "Tính toán nhanh, thích tìm hiểu khoa học.",
                            "Sử dụng tiếng Việt trong sáng, tính toán chính xác, thao tác máy tính thành thạo.",
                            "Có óc quan sát, đôi tay khéo léo, giàu trí tưởng tượng.")),
            Map.entry(
                    "SPECIFIC.D",
                    List.of(
                            "Vận dụng được kiến thức vào tình huống quen thuộc.",
                            "Sử dụng ngôn ngữ đúng; cần rèn thêm tính toán.",
                            "Tính toán tương đối đúng; cần mở rộng vốn từ và luyện vận động.")));

    /// In grade 1 pupils learn to read, to write and to count to 100.
    private static final Map<String, List<String>> FIRST_GRADE = Map.of(
            "VIETNAMESE.T",
            List.of(
                    "Đọc trơn, to, rõ ràng; viết đúng mẫu chữ.",
                    "Nghe viết đúng chính tả, chữ viết đều nét.",
                    "Đọc hiểu tốt câu chuyện ngắn, kể lại được bằng lời của mình.",
                    "Phát âm chuẩn, biết ngắt nghỉ đúng dấu câu."),
            "VIETNAMESE.H",
            List.of(
                    "Đọc được các vần đã học; cần đọc to hơn.",
                    "Viết đúng độ cao con chữ; cần nối nét đều hơn.",
                    "Đọc còn đánh vần ở tiếng có vần khó; cần luyện thêm."),
            "VIETNAMESE.C",
            List.of("Chưa nhớ hết các vần, còn đánh vần chậm. Cần luyện đọc thêm trong hè."),
            "MATHEMATICS.T",
            List.of(
                    "Cộng, trừ trong phạm vi 100 nhanh, chính xác.",
                    "Đếm, đọc, viết, so sánh các số đến 100 thành thạo.",
                    "Nhận dạng tốt các hình; biết xem giờ đúng."),
            "MATHEMATICS.H",
            List.of(
                    "Cộng, trừ được trong phạm vi 100; đôi khi còn nhầm.",
                    "Biết so sánh các số; cần cẩn thận khi đặt tính."),
            "MATHEMATICS.C",
            List.of("Chưa cộng, trừ được các số có hai chữ số. Cần ôn tập thêm trong hè."));

    private ExampleComments() {}

    static String of(int grade, String subject, String level, int seed) {
        var first = grade == 1 ? FIRST_GRADE.get(subject + "." + level) : null;
        return first == null ? of(subject, level, seed) : first.get(Math.floorMod(seed, first.size()));
    }

    static String of(String subject, String level, int seed) {
        var pool = ALL.getOrDefault(subject + "." + level, List.of("Hoàn thành nội dung học tập."));
        return pool.get(Math.floorMod(seed, pool.size()));
    }
}
