package org.matricula.registry.records.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Page;
import org.matricula.registry.records.Stop;

/// How the pages of signing say what comes from a form or a law. Both know English and the language of their country:
/// who reads that language gets it, everybody else English.
record SignWords(Page page, Language local, ZoneId zone) {
    static SignWords of(Page page, ClassRoom room, ZoneId zone) {
        return new SignWords(page, local(room.form()), zone);
    }

    /// Form ids begin with their country.
    private static Language local(String form) {
        return switch (form.split("\\.", 2)[0]) {
            case "kz" -> Language.KK;
            case "ru" -> Language.RU;
            default -> Language.VI;
        };
    }

    String say(Sentence sentence) {
        return page.language() == local ? sentence.local() : sentence.en();
    }

    /// The language in which [#say(Sentence)] speaks, when it is not the page's; else empty.
    String lang() {
        return page.language() == local || page.language() == Language.EN ? "" : "en";
    }

    /// A canonical value as people read it.
    String value(Column column, String value) {
        return switch (column.kind()) {
            case Kind.Choice choice ->
                choice.option(value).map(option -> say(option.meaning())).orElse(value);
            case Kind.Name _, Kind.Text _, Kind.Digits _, Kind.Day _, Kind.Whole _, Kind.Measure _, Kind.Unused _ ->
                value;
        };
    }

    /// Why work stopped, with what there is to say besides.
    String stopped(Stop stop) {
        return (page.say("work.why." + stop.why()) + " " + stop.said(page.language())).strip();
    }

    String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(page.language().locale())
                .format(at.atZone(zone));
    }

    String clock(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(page.language().locale())
                .format(at.atZone(zone));
    }
}
