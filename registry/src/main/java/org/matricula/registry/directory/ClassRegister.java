package org.matricula.registry.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.matricula.registry.page.Language;

/// The classes of an institution, as far as the pages of the directory name them. The module that keeps the classes
/// fills it; without it mandates over whole institutions are all that the pages can give.
public interface ClassRegister {
    /// A class of the present school year.
    ///
    /// @param name for example `4A`
    record SchoolClass(UUID id, String name, List<Subject> subjects) {
        public SchoolClass {
            subjects = List.copyOf(subjects);
        }
    }

    /// A subject that is taught in a class.
    ///
    /// @param code as a mandate names it
    /// @param name in the reader's language
    record Subject(String code, String name) {}

    /// The classes of an institution in the present school year, by name.
    List<SchoolClass> classes(UUID institution, Language language);

    /// A class of an institution, of whatever year; empty when it has none with this id.
    Optional<SchoolClass> find(UUID institution, UUID classId, Language language);

    /// Every class that a pupil is or was in.
    Set<UUID> classesOf(UUID pupil);
}
