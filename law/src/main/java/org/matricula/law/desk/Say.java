package org.matricula.law.desk;

import java.util.Locale;
import org.matricula.law.Sentence;

/// What the desk says about facts it cannot take, in English and in the language of the regulation.
enum Say {
    MISSING("this fact is missing", "thiếu dữ kiện này", "бұл дерек жоқ", "этот факт не указан"),
    NULL(
            "a value is needed, null was given",
            "cần có giá trị nhưng lại nhận được null",
            "мән қажет, ал null берілді",
            "нужно значение, а дано null"),
    UNKNOWN(
            "there is no fact of this name%s",
            "không có dữ kiện nào mang tên này%s", "мұндай атты дерек жоқ%s", "факта с таким именем нет%s"),
    MEANT(
            "; did you mean '%s'?",
            "; có phải ý bạn là '%s'?", "; мүмкін, '%s' шығар?", "; возможно, имелось в виду '%s'?"),
    TWICE(
            "this fact is given twice",
            "dữ kiện này được nêu hai lần",
            "бұл дерек екі рет берілген",
            "этот факт указан дважды"),
    NOT_TEXT(
            "a text in quotation marks is expected, not %s",
            "cần một chuỗi trong dấu ngoặc kép, không phải %s",
            "тырнақшадағы мәтін күтіледі, %s емес",
            "ожидается текст в кавычках, а не %s"),
    BLANK("the text is blank", "chuỗi để trống", "мәтін бос", "текст пуст"),
    NOT_WHOLE(
            "a whole number without quotation marks is expected, not %s",
            "cần một số nguyên không có dấu ngoặc kép, không phải %s",
            "тырнақшасыз бүтін сан күтіледі, %s емес",
            "ожидается целое число без кавычек, а не %s"),
    NOT_NUMBER(
            "a number without quotation marks is expected, not %s",
            "cần một số không có dấu ngoặc kép, không phải %s",
            "тырнақшасыз сан күтіледі, %s емес",
            "ожидается число без кавычек, а не %s"),
    TOO_SMALL(
            "the smallest value possible is %s, not %s",
            "giá trị nhỏ nhất là %s, không phải %s",
            "ең кіші мүмкін мән — %s, %s емес",
            "наименьшее возможное значение — %s, а не %s"),
    TOO_LARGE(
            "the largest value possible is %s, not %s",
            "giá trị lớn nhất là %s, không phải %s",
            "ең үлкен мүмкін мән — %s, %s емес",
            "наибольшее возможное значение — %s, а не %s"),
    NOT_FLAG(
            "true or false is expected, not %s",
            "cần true hoặc false, không phải %s",
            "true немесе false күтіледі, %s емес",
            "ожидается true или false, а не %s"),
    NOT_CHOICE(
            "%s is not one of: %s",
            "%s không thuộc các giá trị: %s", "%s мына мәндердің бірі емес: %s", "%s не входит в список: %s"),
    NOT_DAY(
            "a date such as \"2016-03-01\" is expected, not %s",
            "cần một ngày như \"2016-03-01\", không phải %s",
            "\"2016-03-01\" сияқты күн күтіледі, %s емес",
            "ожидается дата вида \"2016-03-01\", а не %s"),
    NO_SUCH_DAY(
            "%s is not a day of the calendar",
            "không có ngày %s trong lịch", "күнтізбеде %s деген күн жоқ", "в календаре нет дня %s"),
    NOT_TIME(
            "a time such as \"09:30\" is expected, not %s",
            "cần một giờ như \"09:30\", không phải %s",
            "\"09:30\" сияқты уақыт күтіледі, %s емес",
            "ожидается время вида \"09:30\", а не %s"),
    NOT_MOMENT(
            "a local date-time such as \"2016-03-01T17:59:00\" is expected, not %s",
            "cần ngày giờ địa phương như \"2016-03-01T17:59:00\", không phải %s",
            "\"2016-03-01T17:59:00\" сияқты жергілікті күн мен уақыт күтіледі, %s емес",
            "ожидаются местные дата и время вида \"2016-03-01T17:59:00\", а не %s"),
    NOT_LIST(
            "a list in square brackets is expected, not %s",
            "cần một danh sách trong ngoặc vuông, không phải %s",
            "тік жақшадағы тізім күтіледі, %s емес",
            "ожидается список в квадратных скобках, а не %s"),
    EMPTY_LIST(
            "at least one item is needed",
            "cần ít nhất một mục",
            "кемінде бір элемент қажет",
            "нужен хотя бы один элемент"),
    NOT_OBJECT(
            "an object in braces is expected, not %s",
            "cần một đối tượng trong ngoặc nhọn, không phải %s",
            "ирек жақшадағы нысан күтіледі, %s емес",
            "ожидается объект в фигурных скобках, а не %s"),
    NOT_JSON(
            "this is not JSON (line %d, column %d): %s",
            "đây không phải JSON (dòng %d, cột %d): %s",
            "бұл JSON емес (%d-жол, %d-баған): %s",
            "это не JSON (строка %d, столбец %d): %s"),
    NOT_UTF8("this is not UTF-8 text", "đây không phải văn bản UTF-8", "бұл UTF-8 мәтіні емес", "это не текст UTF-8"),
    TOO_LONG(
            "the facts are larger than %d bytes",
            "dữ kiện lớn hơn %d byte", "деректер %d байттан үлкен", "факты больше %d байт"),
    MORE(
            "there are more problems than the %d listed; mend these first",
            "còn nhiều lỗi hơn %d lỗi đã nêu; hãy sửa các lỗi này trước",
            "көрсетілген %d қатеден басқа қателер де бар; алдымен осыларды түзетіңіз",
            "ошибок больше, чем %d перечисленных; сначала исправьте эти"),
    YEAR_NOT_LOADED(
            "the calendar of %s has no year %d; load it with its sources first",
            "lịch làm việc của %s chưa có năm %d; hãy nạp năm đó kèm nguồn trước",
            "%s күнтізбесінде %d жыл жоқ; алдымен оны дереккөздерімен бірге енгізіңіз",
            "в календаре %s нет года %d; сначала загрузите его с источниками"),
    NOT_IN_FORCE(
            "no edition of %s is in force on %s; known are: %s",
            "không có phiên bản nào của %s có hiệu lực vào ngày %s; các phiên bản đã biết: %s",
            "%s актісінің %s күні қолданыстағы редакциясы жоқ; белгілі редакциялар: %s",
            "нет редакции %s, действующей на %s; известны: %s"),
    OUR_FAULT(
            "the decision failed by a fault of the program, not of the facts: %s",
            "quyết định thất bại do lỗi của chương trình, không phải do dữ kiện: %s",
            "шешім деректерден емес, бағдарлама қатесінен шықпады: %s",
            "решение не удалось из-за ошибки программы, а не фактов: %s"),
    NO_LANGUAGE(
            "'%s' is not one of the languages en, vi, kk, ru",
            "'%s' không thuộc các ngôn ngữ en, vi, kk, ru",
            "'%s' en, vi, kk, ru тілдерінің бірі емес",
            "'%s' не входит в число языков en, vi, kk, ru"),
    NO_DECISION(
            "there is no decision '%s'%s",
            "không có quyết định '%s'%s", "'%s' деген шешім жоқ%s", "решения '%s' нет%s");

    private final String en;
    private final String vi;
    private final String kk;
    private final String ru;

    Say(String en, String vi, String kk, String ru) {
        this.en = en;
        this.vi = vi;
        this.kk = kk;
        this.ru = ru;
    }

    /// The sentence in English and in the language `local`, each pattern filled with the arguments; a [Sentence] among
    /// them is taken in the language of its pattern.
    Sentence in(String local, Object... arguments) {
        String pattern = switch (local) {
            case "vi" -> vi;
            case "kk" -> kk;
            case "ru" -> ru;
            default -> en;
        };
        return new Sentence(fill(en, "en", arguments), fill(pattern, local, arguments));
    }

    private static String fill(String pattern, String language, Object[] arguments) {
        Object[] told = new Object[arguments.length];
        for (int i = 0; i < told.length; i++) {
            told[i] = arguments[i] instanceof Sentence s ? s.in(language) : arguments[i];
        }
        return String.format(Locale.ROOT, pattern, told);
    }
}
