package org.matricula.registry.gradebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.matricula.law.Sentence;
import org.matricula.registry.directory.ClassRegister;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.page.Language;
import org.springframework.stereotype.Component;

/// Tells the pages of the directory which classes and subjects there are, so that they can give mandates and name them.
@Component
final class ClassesOfTheDirectory implements ClassRegister {
    private final Gradebook gradebook;
    private final ClassStore store;

    ClassesOfTheDirectory(Gradebook gradebook, ClassStore store) {
        this.gradebook = gradebook;
        this.store = store;
    }

    /// The present school year is the newest that has classes.
    @Override
    public List<SchoolClass> classes(UUID institution, Language language) {
        return gradebook.schoolYears(institution).stream()
                .findFirst()
                .map(year -> gradebook.classes(institution, year).stream()
                        .map(room -> named(room, language))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Optional<SchoolClass> find(UUID institution, UUID classId, Language language) {
        return gradebook
                .find(classId)
                .filter(room -> room.institution().equals(institution))
                .map(room -> named(room, language));
    }

    @Override
    public Set<UUID> classesOf(UUID pupil) {
        return store.classesOf(pupil);
    }

    private SchoolClass named(ClassRoom room, Language language) {
        return new SchoolClass(
                room.id(),
                room.name(),
                gradebook.form(room).subjects(room.grade()).stream()
                        .map(subject -> new Subject(subject.code(), words(subject, language)))
                        .toList());
    }

    private static String words(Heading heading, Language language) {
        Sentence label = heading.label();
        return label.in(language.code());
    }
}
