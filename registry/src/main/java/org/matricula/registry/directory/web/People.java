package org.matricula.registry.directory.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Assignment;
import org.matricula.registry.directory.ClassRegister;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.SignInDesk;
import org.matricula.registry.directory.SignInDesk.Readiness;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The people of an institution as pages and the interface show them.
@Component
final class People {
    private final Accounts accounts;
    private final Mandates mandates;
    private final SignInDesk desk;
    private final Optional<ClassRegister> classes;
    private final Texts texts = Texts.load("directory");

    People(Accounts accounts, Mandates mandates, SignInDesk desk, ObjectProvider<ClassRegister> classes) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.desk = desk;
        this.classes = Optional.ofNullable(classes.getIfUnique());
    }

    /// A person with what he or she acts as at an institution, past and future included.
    record Person(Account account, List<Assignment> mandates, Readiness readiness) {
        List<Assignment> inForce(LocalDate today) {
            return mandates.stream()
                    .filter(held -> held.mandate().inForce(today))
                    .toList();
        }
    }

    /// Which people are asked for.
    enum State {
        ALL,
        OPEN,
        CLOSED,
        NEW,
        WEAK,
        NONE;

        static State of(String name) {
            return List.of(values()).stream()
                    .filter(state -> state.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(ALL);
        }

        String key() {
            return "people.state." + name().toLowerCase(Locale.ROOT);
        }

        boolean has(Person person, LocalDate today) {
            boolean open = !person.account().closed();
            return switch (this) {
                case ALL -> true;
                case OPEN -> open;
                case CLOSED -> !open;
                case NEW -> open && person.readiness() == Readiness.NO_PASSWORD;
                case WEAK -> open && person.readiness() == Readiness.PASSWORD;
                case NONE -> open && person.inForce(today).isEmpty();
            };
        }
    }

    List<Person> at(Institution institution) {
        return accounts.at(institution.id()).stream()
                .map(account -> person(account, institution))
                .toList();
    }

    Optional<Person> find(UUID account, Institution institution) {
        return accounts.isAt(account, institution.id())
                ? accounts.find(account).map(found -> person(found, institution))
                : Optional.empty();
    }

    private Person person(Account account, Institution institution) {
        return new Person(
                account,
                mandates.held(account.id()).stream()
                        .filter(held -> held.mandate().institution().equals(institution.id()))
                        .toList(),
                desk.readiness(account.id()));
    }

    /// Whether a person is meant by what was typed: all of its words are in the name or the login, marks above letters
    /// aside.
    static boolean meant(Person person, String typed) {
        String all = bare(person.account().name() + " " + person.account().login());
        return List.of(bare(typed).split("\\s+")).stream().allMatch(all::contains);
    }

    private static String bare(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }

    /// What a mandate is, in words: the role and where.
    String words(Mandate mandate, Institution institution, Language language) {
        String role = texts.get(language, "role." + mandate.role().name());
        return mandate.classId().isEmpty() ? role : role + " (" + where(mandate, institution, language) + ")";
    }

    /// What a person acts as today, in as few lines as say it all: a teacher of music in eight classes is one line, and
    /// so is a teacher of six subjects in one class.
    List<String> roles(Person person, Institution institution, LocalDate today, Language language) {
        Map<String, Set<String>> classesByPart = new LinkedHashMap<>();
        for (Assignment held : person.inForce(today)) {
            Mandate mandate = held.mandate();
            String role = texts.get(language, "role." + mandate.role().name());
            String part = mandate.subject()
                    .map(_ -> subject(mandate, institution, language))
                    .orElse("");
            Set<String> of = classesByPart.computeIfAbsent(role + "\n" + part, _ -> new TreeSet<>());
            mandate.classId().ifPresent(_ -> of.add(className(mandate, institution, language)));
        }
        Map<List<String>, List<String>> partsByRoleAndClasses = new LinkedHashMap<>();
        classesByPart.forEach((key, of) -> partsByRoleAndClasses
                .computeIfAbsent(
                        List.of(key.substring(0, key.indexOf('\n')), String.join(", ", of)), _ -> new ArrayList<>())
                .add(key.substring(key.indexOf('\n') + 1)));
        List<String> lines = new ArrayList<>();
        partsByRoleAndClasses.forEach((roleAndClasses, parts) -> {
            String subjects = String.join(", ", parts);
            String of = roleAndClasses.getLast();
            lines.add(roleAndClasses.getFirst()
                    + (subjects.isEmpty() ? "" : ": " + subjects)
                    + (of.isEmpty() ? "" : " (" + of + ")"));
        });
        return lines;
    }

    String where(Mandate mandate, Institution institution, Language language) {
        if (mandate.classId().isEmpty()) {
            return texts.get(language, "person.whole");
        }
        String inClass = texts.get(language, "person.class", className(mandate, institution, language));
        return mandate.subject().isEmpty() ? inClass : inClass + ", " + subject(mandate, institution, language);
    }

    private Optional<ClassRegister.SchoolClass> room(Mandate mandate, Institution institution, Language language) {
        return mandate.classId()
                .flatMap(id -> classes.flatMap(register -> register.find(institution.id(), id, language)));
    }

    private String className(Mandate mandate, Institution institution, Language language) {
        return room(mandate, institution, language)
                .map(ClassRegister.SchoolClass::name)
                .orElseGet(() -> mandate.classId().orElseThrow().toString().substring(0, 8));
    }

    private String subject(Mandate mandate, Institution institution, Language language) {
        String code = mandate.subject().orElseThrow();
        return room(mandate, institution, language).stream()
                .flatMap(of -> of.subjects().stream())
                .filter(subject -> subject.code().equals(code))
                .map(ClassRegister.Subject::name)
                .findFirst()
                .orElse(code);
    }

    List<ClassRegister.SchoolClass> classes(Institution institution, Language language) {
        return classes.map(register -> register.classes(institution.id(), language))
                .orElse(List.of());
    }

    /// A day as forms and programs send it: four digits, two and two, as in `2026-05-20`.
    ///
    /// @throws DateTimeParseException when it is none; a year of five digits would be a slip of the hand
    static LocalDate typedDay(String typed) {
        if (typed.length() != "2026-05-20".length()) {
            throw new DateTimeParseException("not a day of this age", typed, 0);
        }
        return LocalDate.parse(typed);
    }

    static String day(LocalDate day, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(day);
    }
}
