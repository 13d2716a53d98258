package org.matricula.registry.gradebook.grid;

import org.matricula.law.Sentence;

/// What to say about a file that is not a class sheet at all.
final class FileWords {
    private FileWords() {}

    static Sentence empty() {
        return new Sentence(
                "The file is empty (0 bytes). Save the class sheet again and choose that file.",
                "Tệp rỗng (0 byte). Hãy lưu lại bảng tổng hợp của lớp rồi chọn tệp đó.");
    }

    static Sentence tooLarge(long bytes, long most) {
        return Sentence.of(
                "The file has %d kB; a class sheet has at most %d kB. Remove pictures and other sheets, or start from the empty template.",
                "Tệp có dung lượng %d kB; bảng của một lớp tối đa %d kB. Hãy xóa hình ảnh và các trang tính khác, hoặc dùng tệp mẫu trống.",
                bytes / 1024,
                most / 1024);
    }

    static Sentence oldExcel() {
        return new Sentence(
                "This is an old Excel file (XLS, Excel 97-2003), whatever its name says. Open it and choose Save As > Excel Workbook (.xlsx); renaming the file is not enough.",
                "Đây là tệp Excel đời cũ (XLS, Excel 97-2003), dù tên tệp là gì. Hãy mở tệp rồi chọn Lưu thành (Save As) > Excel Workbook (.xlsx); đổi tên tệp là chưa đủ.");
    }

    static Sentence password() {
        return new Sentence(
                "The file is protected by a password and cannot be read. Open it, remove the password (File > Info > Protect Workbook), and save it again.",
                "Tệp được bảo vệ bằng mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu (File > Info > Protect Workbook) rồi lưu lại.");
    }

    static Sentence pdf() {
        return new Sentence(
                "This is a PDF, not a spreadsheet. Choose the XLSX or CSV file from which it was printed.",
                "Đây là tệp PDF, không phải bảng tính. Hãy chọn tệp XLSX hoặc CSV đã dùng để in ra tệp này.");
    }

    static Sentence picture() {
        return new Sentence(
                "This is a picture, not a spreadsheet. Choose the XLSX or CSV file.",
                "Đây là tệp hình ảnh, không phải bảng tính. Hãy chọn tệp XLSX hoặc CSV.");
    }

    static Sentence archive() {
        return new Sentence(
                "This is an archive of files, not a spreadsheet. Unpack it and choose the XLSX or CSV file inside.",
                "Đây là tệp nén, không phải bảng tính. Hãy giải nén rồi chọn tệp XLSX hoặc CSV bên trong.");
    }

    static Sentence webPage() {
        return new Sentence(
                "This is a web page or an XML file, as some programs write when they export \"to Excel\". Open it in a spreadsheet program and save it as Excel Workbook (.xlsx).",
                "Đây là trang web hoặc tệp XML, như một số phần mềm ghi ra khi \"xuất Excel\". Hãy mở bằng chương trình bảng tính rồi lưu thành Excel Workbook (.xlsx).");
    }

    static Sentence openDocument() {
        return new Sentence(
                "This is an OpenDocument file (ODS). Open it in LibreOffice and choose Save As > Excel 2007-365 (.xlsx).",
                "Đây là tệp OpenDocument (ODS). Hãy mở bằng LibreOffice rồi chọn Lưu thành (Save As) > Excel 2007-365 (.xlsx).");
    }

    static Sentence binaryExcel() {
        return new Sentence(
                "This is a binary Excel workbook (XLSB). Open it and choose Save As > Excel Workbook (.xlsx).",
                "Đây là tệp Excel nhị phân (XLSB). Hãy mở tệp rồi chọn Lưu thành (Save As) > Excel Workbook (.xlsx).");
    }

    static Sentence otherOffice() {
        return new Sentence(
                "This is an office document, but not a spreadsheet. Choose the XLSX or CSV file.",
                "Đây là tài liệu văn phòng nhưng không phải bảng tính. Hãy chọn tệp XLSX hoặc CSV.");
    }

    static Sentence macros() {
        return new Sentence(
                "The file contains macros (a program). A class sheet holds data only: open it and choose Save As > Excel Workbook (.xlsx), which leaves the macros out.",
                "Tệp có chứa macro (chương trình). Bảng tổng hợp lớp chỉ chứa dữ liệu: hãy mở tệp rồi chọn Lưu thành (Save As) > Excel Workbook (.xlsx) để bỏ macro.");
    }

    static Sentence bomb(long most) {
        return Sentence.of(
                "The file unpacks to more than %d MB and was not read further. A class sheet is far smaller: copy the table into the empty template and save that.",
                "Khi giải nén, tệp lớn hơn %d MB nên không được đọc tiếp. Bảng của một lớp nhỏ hơn nhiều: hãy chép bảng vào tệp mẫu trống rồi lưu lại.",
                most / (1024 * 1024));
    }

    static Sentence damaged(String where) {
        return Sentence.of(
                "The file is damaged (%s). Open it in a spreadsheet program, save it under a new name, and choose the new file.",
                "Tệp bị hỏng (%s). Hãy mở bằng chương trình bảng tính, lưu với tên mới rồi chọn tệp mới.", where);
    }

    static Sentence documentType(String where) {
        return Sentence.of(
                "The file contains a document type declaration (%s), which no spreadsheet program writes; it was not read. Copy the table into the empty template.",
                "Tệp có khai báo kiểu tài liệu (%s) mà không chương trình bảng tính nào ghi ra; tệp không được đọc. Hãy chép bảng vào tệp mẫu trống.",
                where);
    }

    static Sentence tooWide(String address, int most) {
        return Sentence.of(
                "Cell %s lies beyond the first %d columns. Delete what is to the right of the table and save again.",
                "Ô %s nằm ngoài %d cột đầu tiên. Hãy xóa phần bên phải bảng rồi lưu lại.", address, most);
    }

    static Sentence tooManySheets(int count, int most) {
        return Sentence.of(
                "The file has %d sheets; at most %d are read. Keep only the sheet of the class.",
                "Tệp có %d trang tính; chỉ đọc tối đa %d. Hãy chỉ giữ lại trang tính của lớp.", count, most);
    }

    static Sentence encoding(int line) {
        return Sentence.of(
                "Line %d of the text file is not UTF-8; it was probably saved in an older Vietnamese encoding (Windows-1258, TCVN3, VNI), in which letters would be lost. Save it as \"CSV UTF-8 (Comma delimited)\", or as XLSX.",
                "Dòng %d của tệp văn bản không phải UTF-8; có lẽ tệp được lưu bằng bảng mã tiếng Việt cũ (Windows-1258, TCVN3, VNI) nên sẽ mất chữ. Hãy lưu thành \"CSV UTF-8 (Comma delimited)\" hoặc XLSX.",
                line);
    }

    static Sentence unknown() {
        return new Sentence(
                "This is neither an XLSX nor a CSV file. Choose the class sheet, saved as Excel Workbook (.xlsx) or CSV UTF-8.",
                "Đây không phải tệp XLSX hay CSV. Hãy chọn bảng tổng hợp lớp đã lưu thành Excel Workbook (.xlsx) hoặc CSV UTF-8.");
    }

    static Sentence quotes(long line) {
        return Sentence.of(
                "The text file breaks off near line %d: a quotation mark is opened and not closed, or stands inside a value without being doubled. Save the table again as CSV UTF-8, or as XLSX.",
                "Tệp văn bản bị lỗi gần dòng %d: dấu ngoặc kép mở mà không đóng, hoặc nằm trong giá trị mà không được viết đôi. Hãy lưu lại bảng thành CSV UTF-8 hoặc XLSX.",
                line);
    }
}
