package org.matricula.registry.directory.web;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /// Details by which programs find things again; a reader learns nothing from them.
    private static final Set<String> FOR_MACHINES =
            Set.of("upload", "sha256", "key", "reasons", "institution", "school", "block");

    /// Counts that repeat how many pupils a line is about.
    private static final Set<String> SAME_AS_PUPILS = Set.of("signed", "records");

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
        Optional<ClassRegister.SchoolClass> room =
                line.classId().flatMap(id -> classes.flatMap(register -> register.find(school.id(), id, language)));
        line.classId()
                .ifPresent(id -> told.add(texts.get(
                                language,
                                "journal.of.class",
                                room.map(ClassRegister.SchoolClass::name)
                                        .orElse(id.toString().substring(0, 8)))
                        + line.subject()
                                .map(subject -> ", " + subject(room, subject))
                                .orElse("")));
        if (line.pupils() > 0) {
            told.add(texts.get(language, "journal.pupils", line.pupils()));
        }
        line.details().entrySet().stream()
                .filter(detail -> !FOR_MACHINES.contains(detail.getKey()))
                .filter(detail -> line.pupils() == 0 || !SAME_AS_PUPILS.contains(detail.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(detail -> told.add(detail(detail.getKey(), subject(room, detail.getValue()), language)));
        return String.join(" · ", told);
    }

    /// A subject's name; anything else as it is.
    private static String subject(Optional<ClassRegister.SchoolClass> room, String code) {
        return room.stream()
                .flatMap(of -> of.subjects().stream())
                .filter(subject -> subject.code().equals(code))
                .map(ClassRegister.Subject::name)
                .findFirst()
                .orElse(code);
    }

    private String detail(String name, String value, Language language) {
        if (name.equals("reason")) {
            // A refusal with figures in it would show its holes; its name then says enough.
            String words = refusals.has(value) ? refusals.get(language, value) : value;
            return texts.get(language, "journal.refused", words.contains("{0}") ? value : words);
        }
        String label = texts.has("detail." + name) ? texts.get(language, "detail." + name) : name;
        return label + ": " + said(name, value, language);
    }

    private String said(String name, String value, Language language) {
        String known = "detail." + name + "." + value;
        if (texts.has(known)) {
            return texts.get(language, known);
        }
        if (name.equals("role") && texts.has("role." + value)) {
            return texts.get(language, "role." + value);
        }
        return name.equals("account")
                ? accounts.find(UUID.fromString(value)).map(Account::name).orElse(value)
                : value;
    }
}
