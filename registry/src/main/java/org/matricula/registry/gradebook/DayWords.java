package org.matricula.registry.gradebook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.matricula.law.Sentence;

/// What to say about a date.
final class DayWords {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private DayWords() {}

    static String shown(LocalDate day) {
        return SHOWN.format(day);
    }

    static Sentence noDay(String shown) {
        return Sentence.of(
                "There is no day %s in the calendar. Write day/month/year, for example 31/05/2016.",
                "Không có ngày %s trong lịch. Hãy ghi ngày/tháng/năm, ví dụ 31/05/2016.", shown);
    }

    static Sentence monthFirst(String shown, int month) {
        return Sentence.of(
                "%s has %d as its month: day and month seem to be exchanged. Write day/month/year.",
                "%s có tháng là %d: có lẽ ngày và tháng bị đổi chỗ. Hãy ghi ngày/tháng/năm.", shown, month);
    }

    static Sentence shortYear(String shown) {
        return Sentence.of(
                "The year in %s has two digits and could be read in more than one way. Write four digits: 31/05/2016.",
                "Năm trong %s chỉ có hai chữ số nên có thể hiểu khác nhau. Hãy ghi đủ bốn chữ số: 31/05/2016.", shown);
    }

    static Sentence notDate(String shown) {
        return Sentence.of(
                "'%s' is not a date. Write day/month/year, for example 31/05/2016.",
                "'%s' không phải là ngày tháng. Hãy ghi ngày/tháng/năm, ví dụ 31/05/2016.", shown);
    }

    static Sentence number(String shown, LocalDate day) {
        return Sentence.of(
                "The cell shows the number %s instead of a date. If it stands for %s, format the cell as a date; otherwise type the date.",
                "Ô hiện số %s thay vì ngày tháng. Nếu đó là ngày %s thì hãy định dạng ô là ngày tháng; nếu không, hãy gõ lại.",
                shown,
                shown(day));
    }

    static Sentence withTime(String shown) {
        return Sentence.of(
                "The cell holds a time of day besides the date (%s); some programs shift such dates by a day. Type the date alone.",
                "Ô chứa cả giờ ngoài ngày (%s); một số phần mềm làm lệch ngày như vậy một ngày. Hãy gõ lại riêng ngày.",
                shown);
    }

    static Sentence future(LocalDate day, LocalDate asOf) {
        return Sentence.of(
                "%s is in the future (today is %s). Check the year.",
                "%s là ngày trong tương lai (hôm nay là %s). Hãy kiểm tra năm.", shown(day), shown(asOf));
    }

    static Sentence longAgo(LocalDate day) {
        return Sentence.of(
                "%s is too long ago. Check the year.", "%s quá xa trong quá khứ. Hãy kiểm tra năm.", shown(day));
    }

    static Sentence exchanged(LocalDate day, LocalDate other) {
        return Sentence.of(
                "%s may have day and month exchanged (%s?): in this column every date with a day up to 12 was taken as a date and every later day stayed text, as happens when dates are typed day first into a program set to month first. Format the column as Text and type the dates again.",
                "%s có thể bị đổi chỗ ngày và tháng (%s?): trong cột này, ngày từ 1 đến 12 đều thành dạng ngày tháng còn ngày lớn hơn vẫn là văn bản, thường do gõ ngày trước vào chương trình đặt tháng trước. Hãy định dạng cột là Văn bản (Text) rồi gõ lại các ngày.",
                shown(day),
                shown(other));
    }
}
