package org.matricula.registry.gradebook;

import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.spi.Kind;

/// What to say about one cell: what is wrong, and how to mend it.
final class CellWords {
    private CellWords() {}

    // Text

    static Sentence invisibleRemoved() {
        return new Sentence(
                "Invisible characters (zero-width or direction marks, often copied from a web page) were left out.",
                "Đã bỏ các ký tự vô hình (khoảng trống không độ rộng hoặc dấu chỉ hướng, thường do chép từ trang web).");
    }

    static Sentence lostLetter() {
        return new Sentence(
                "A letter was lost when the file was converted (it shows as �). Type the text again.",
                "Một chữ đã mất khi chuyển đổi tệp (hiện thành �). Hãy gõ lại nội dung.");
    }

    static Sentence reordering() {
        return new Sentence(
                "The text contains a hidden mark that reverses the reading direction, so it may show other than it is. Clear the cell and type the text by hand.",
                "Nội dung có dấu ẩn đảo chiều đọc nên có thể hiện khác với thực tế. Hãy xóa ô và gõ lại bằng tay.");
    }

    static Sentence control() {
        return new Sentence(
                "The text contains a hidden control character. Clear the cell and type the text by hand.",
                "Nội dung có ký tự điều khiển ẩn. Hãy xóa ô và gõ lại bằng tay.");
    }

    static Sentence garbled() {
        return new Sentence(
                "The Vietnamese letters are garbled: the file was opened in a wrong encoding. Export the table again as CSV UTF-8, or as XLSX.",
                "Chữ tiếng Việt bị lỗi phông: tệp đã được mở sai bảng mã. Hãy xuất lại bảng thành CSV UTF-8 hoặc XLSX.");
    }

    static Sentence oldFont() {
        return new Sentence(
                "The letters are those of an old font (TCVN3), which looks right only where that font is installed. Convert the text to Unicode, or type it again.",
                "Nội dung được gõ bằng phông cũ (TCVN3), chỉ hiện đúng ở máy có phông đó. Hãy chuyển mã sang Unicode hoặc gõ lại.");
    }

    static Sentence perhapsOldFont() {
        return new Sentence(
                "The letters may be those of an old font (VNI). If they do not read right here, convert the text to Unicode, or type it again.",
                "Nội dung có thể được gõ bằng phông cũ (VNI). Nếu đọc ở đây không đúng thì hãy chuyển mã sang Unicode hoặc gõ lại.");
    }

    static Sentence symbol(String shown, int code) {
        return Sentence.of(
                "The character %s (U+%04X) cannot be printed in a record. Delete it; if it stands for a letter, type the letter with a Unicode keyboard.",
                "Ký tự %s (U+%04X) không in được trong học bạ. Hãy xóa; nếu đó là chữ thì gõ lại bằng bảng mã Unicode.",
                Character.isSurrogate(shown.charAt(0)) && shown.length() == 1 ? "?" : shown,
                code);
    }

    static Sentence tooLong(int length, int longest) {
        return Sentence.of(
                "The text has %d characters; at most %d fit. Shorten it.",
                "Nội dung có %d ký tự; tối đa %d. Hãy rút gọn.", length, longest);
    }

    // Names

    static Sentence nameLetter(String character) {
        return Sentence.of(
                "A name has letters only; this one contains '%s'. If the letters look right on your screen, they were typed with an old font (TCVN3, VNI): type the name again in Unicode.",
                "Họ tên chỉ gồm chữ cái; ô này có '%s'. Nếu trên màn hình vẫn thấy đúng chữ thì ô được gõ bằng phông cũ (TCVN3, VNI): hãy gõ lại bằng Unicode.",
                character);
    }

    static Sentence nameScripts(String character) {
        return Sentence.of(
                "The letter '%s' in this name comes from another alphabet and only looks the same. Type the name again.",
                "Chữ '%s' trong họ tên thuộc bảng chữ cái khác, chỉ giống về hình dạng. Hãy gõ lại họ tên.", character);
    }

    static Sentence nameSmall() {
        return new Sentence(
                "The name has no capital letter. Check how it is written on the birth certificate.",
                "Họ tên không có chữ hoa. Hãy kiểm tra cách viết trong giấy khai sinh.");
    }

    // Digits

    static Sentence digitsCount(String shown, int found, int digits) {
        return Sentence.of(
                "'%s' has %d digits; %d are needed. Check the number against the birth certificate or the national database.",
                "'%s' có %d chữ số; cần đúng %d chữ số. Hãy đối chiếu với giấy khai sinh hoặc cơ sở dữ liệu quốc gia.",
                shown,
                found,
                digits);
    }

    static Sentence digitsShort(String shown, int found, int digits) {
        return Sentence.of(
                "The cell holds the number %s with %d digits; %d are needed. A spreadsheet drops a leading zero from a number. Format the column as Text, then type the number again with all its digits.",
                "Ô chứa số %s chỉ có %d chữ số; cần đúng %d. Bảng tính tự bỏ số 0 ở đầu khi ô là dạng số. Hãy định dạng cột là Văn bản (Text) rồi gõ lại đủ các chữ số.",
                shown,
                found,
                digits);
    }

    static Sentence digitsRounded(String shown) {
        return Sentence.of(
                "The cell holds %s: the last digits were lost, since a spreadsheet keeps a long number only roughly. Format the column as Text, then type the number again.",
                "Ô chứa %s: các chữ số cuối đã mất vì bảng tính chỉ giữ gần đúng số dài. Hãy định dạng cột là Văn bản (Text) rồi gõ lại.",
                shown);
    }

    static Sentence digitsAsNumber() {
        return new Sentence(
                "The number is stored as a figure, not as text. It has all its digits, so it was read; format the column as Text to be safe.",
                "Mã số được lưu ở dạng số, không phải văn bản. Đủ chữ số nên vẫn được đọc; hãy định dạng cột là Văn bản (Text) cho chắc chắn.");
    }

    static Sentence digitsOther(String shown, int digits) {
        return Sentence.of(
                "'%s' is not a number of %d digits (0 to 9). Look for letters typed as digits, such as O for 0.",
                "'%s' không phải là số gồm %d chữ số (0 đến 9). Hãy xem có chữ cái gõ nhầm thành số không, ví dụ chữ O thay cho số 0.",
                shown,
                digits);
    }

    static Sentence digitsFormula() {
        return new Sentence(
                "A formula must not make this number. Copy the column, paste it as Values, and format it as Text.",
                "Mã số không được tạo bằng công thức. Hãy sao chép cột, dán dạng giá trị (Paste Values) và định dạng là Văn bản (Text).");
    }

    static Sentence digitsSpaces() {
        return new Sentence("Spaces between the digits were left out.", "Đã bỏ khoảng trắng giữa các chữ số.");
    }

    // Choices

    static Sentence choice(String shown, Kind.Choice kind) {
        return new Sentence(
                "'%s' is not one of the values here: %s.".formatted(shown, list(kind, true)),
                "'%s' không thuộc các giá trị của ô này: %s.".formatted(shown, list(kind, false)));
    }

    static Sentence lookAlike(String shown) {
        return Sentence.of(
                "'%s' is a letter of another alphabet that only looks right. Type it again, or choose from the list.",
                "'%s' là chữ của bảng chữ cái khác, chỉ giống về hình dạng. Hãy gõ lại hoặc chọn trong danh sách.",
                shown);
    }

    static Sentence markForLevel(String shown, Kind.Choice kind) {
        return new Sentence(
                "The number %s is not one of the values here: %s. If it is a mark, move it to its own column."
                        .formatted(shown, list(kind, true)),
                "Số %s không thuộc các giá trị của ô này: %s. Nếu là điểm thì hãy chuyển sang cột điểm."
                        .formatted(shown, list(kind, false)));
    }

    static Sentence withoutDiacritics(String shown, String taken) {
        return Sentence.of(
                "'%s' was read as '%s' although the diacritics are missing.",
                "'%s' được hiểu là '%s' dù thiếu dấu.", shown, taken);
    }

    private static String list(Kind.Choice kind, boolean english) {
        return String.join(
                ", ",
                kind.options().stream()
                        .map(o -> {
                            var meaning =
                                    english ? o.meaning().en() : o.meaning().local();
                            return o.shown().equals(meaning) ? meaning : o.shown() + " (" + meaning + ")";
                        })
                        .toList());
    }

    // Any cell

    static Sentence fault(String code) {
        return Sentence.of(
                "The formula in this cell fails (%s). Mend it, or type the value.",
                "Công thức trong ô bị lỗi (%s). Hãy sửa công thức hoặc gõ giá trị.", code);
    }

    static Sentence uncomputed() {
        return new Sentence(
                "The formula in this cell has no stored result. Open the file in a spreadsheet program, save it, and try again; or type the value.",
                "Công thức trong ô chưa có kết quả được lưu. Hãy mở tệp bằng chương trình bảng tính, lưu lại rồi thử lại; hoặc gõ giá trị.");
    }

    static Sentence otherFile() {
        return new Sentence(
                "The value is taken from another file, which may have changed since. Copy the column and paste it as Values.",
                "Giá trị lấy từ một tệp khác, có thể đã thay đổi. Hãy sao chép cột và dán dạng giá trị (Paste Values).");
    }

    static Sentence truth() {
        return new Sentence(
                "The cell holds TRUE or FALSE, which means nothing here. Type the value.",
                "Ô chứa TRUE hoặc FALSE, không có nghĩa ở đây. Hãy gõ giá trị.");
    }

    static Sentence turnedIntoDate(String shown) {
        return Sentence.of(
                "The spreadsheet turned what was typed into a date (%s). Format the cell as Text and type the value again.",
                "Bảng tính đã tự đổi nội dung gõ vào thành ngày tháng (%s). Hãy định dạng ô là Văn bản (Text) rồi gõ lại.",
                shown);
    }

    static Sentence needed(Sentence column) {
        return new Sentence(
                "'%s' is empty and must be filled.".formatted(column.en()),
                "Ô '%s' còn trống và phải được điền.".formatted(column.local()));
    }
}
