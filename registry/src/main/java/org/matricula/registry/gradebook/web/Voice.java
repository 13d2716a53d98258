package org.matricula.registry.gradebook.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.matricula.law.Sentence;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Texts;

/// How this page says what comes from elsewhere: refusals, the words of forms, times.
///
/// A form knows English and the language of its country. Who reads that language gets it, everybody else English.
record Voice(Page page, Language local, ZoneId zone) {
    private static final Texts REFUSALS = Texts.load("refusals");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME_VI = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    static Voice of(Page page, ClassRoom room, ZoneId zone) {
        return new Voice(page, local(room.form()), zone);
    }

    /// Form ids begin with their country.
    private static Language local(String form) {
        return switch (form.split("\\.", 2)[0]) {
            case "kz" -> Language.KK;
            case "ru" -> Language.RU;
            default -> Language.VI;
        };
    }

    private boolean speaksLocal() {
        return page.language() == local;
    }

    /// A sentence of a form.
    String say(Sentence sentence) {
        return speaksLocal() ? sentence.local() : sentence.en();
    }

    /// The language in which [#say(Sentence)] speaks, when it is not the page's; else empty.
    String lang() {
        return speaksLocal() || page.language() == Language.EN ? "" : "en";
    }

    String say(Refusal refusal) {
        return REFUSALS.get(page.language(), refusal.getClass().getSimpleName());
    }

    String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    String time(Instant at) {
        return (page.language() == Language.VI || page.language() == Language.EN ? TIME_VI : TIME)
                .format(at.atZone(zone));
    }

    /// The title of a block: the subject's, or the page's word for what the homeroom teacher enters.
    String title(Optional<Sentence> subject) {
        return subject.map(this::say).orElseGet(() -> page.say("homeroom"));
    }
}
