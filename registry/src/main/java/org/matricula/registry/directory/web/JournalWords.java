package org.matricula.registry.directory.web;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.ClassRegister;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Journal.Kind;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Parts.Happening;
import org.matricula.registry.page.Texts;
import org.matricula.registry.page.Tone;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The lines of the journal in words. Acts are named in `texts/acts.<language>.properties` by the name that they bear.
@Component
final class JournalWords {
    private final Accounts accounts;
    private final Optional<ClassRegister> classes;
    private final Texts texts = Texts.load("directory");
    private final Texts acts = Texts.load("acts");
    private final Texts refusals = Texts.load("refusals");

    JournalWords(Accounts accounts, ObjectProvider<ClassRegister> classes) {
        this.accounts = accounts;
        this.classes = Optional.ofNullable(classes.getIfUnique());
    }

    Happening line(Journal.Line line, Institution school, Language language) {
        List<String> words = new ArrayList<>();
        words.add(act(line, language));
        String details = details(line, school, language);
        if (!details.isEmpty()) {
            words.add(details);
        }
        return new Happening(
                line.at().atZone(school.zone()).toOffsetDateTime().toString(),
                time(line, school, language),
                String.join(" · ", words),
                who(line, language),
                switch (line.kind()) {
                    case DONE -> Tone.GOOD;
                    case REFUSED -> Tone.BAD;
                    case LOOKED -> Tone.CALM;
                });
    }

    String time(Journal.Line line, Institution school, Language language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(line.at().atZone(school.zone()));
    }

    String act(Journal.Line line, Language language) {
        return acts.has(line.act()) ? acts.get(language, line.act()) : line.act();
    }

    String who(Journal.Line line, Language language) {
        if (line.account().isEmpty()) {
            return texts.get(language, "journal.system");
        }
        return texts.has("role." + line.role())
                ? line.name() + ", " + texts.get(language, "role." + line.role())
                : line.name();
    }

    String kind(Kind kind, Language language) {
        return texts.get(language, "journal.kind." + kind.name());
    }

    String details(Journal.Line line, Institution school, Language language) {
        List<String> told = new ArrayList<>();
        line.classId()
                .map(id -> classes.flatMap(register -> register.find(school.id(), id, language))
                        .map(ClassRegister.SchoolClass::name)
                        .orElse(id.toString().substring(0, 8)))
                .ifPresent(name -> told.add(texts.get(language, "journal.of.class", name)
                        + line.subject().map(subject -> ", " + subject).orElse("")));
        if (line.pupils() > 0) {
            told.add(texts.get(language, "journal.pupils", String.valueOf(line.pupils())));
        }
        line.details().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(detail -> told.add(detail(detail.getKey(), detail.getValue(), language)));
        return String.join(" · ", told);
    }

    private String detail(String name, String value, Language language) {
        if (name.equals("reason")) {
            // A refusal with figures in it would show its holes; its name then says enough.
            String words = refusals.has(value) ? refusals.get(language, value) : value;
            return texts.get(language, "journal.refused", words.contains("{0}") ? value : words);
        }
        String key = texts.has("detail." + name) ? texts.get(language, "detail." + name) : name;
        return key + ": " + said(name, value, language);
    }

    private String said(String name, String value, Language language) {
        if (name.equals("role") && texts.has("role." + value)) {
            return texts.get(language, "role." + value);
        }
        return name.equals("account")
                ? accounts.find(UUID.fromString(value)).map(Account::name).orElse(value)
                : value;
    }
}
