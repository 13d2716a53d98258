package org.matricula.registry.gradebook.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What would change if a file were taken in now. Whoever confirms a plan confirms exactly this one: it is known again
/// by its digest.
public sealed interface Plan {
    /// The school year into which it goes.
    String schoolYear();

    /// Figures by name, without personal data, for the journal and the page.
    Map<String, Integer> counts();

    /// Whether nothing would change, whatever a person answers to the questions of the plan.
    boolean changesNothing();

    /// Knows the plan again. The same file against the same register gives the same digest.
    default String digest() {
        return Fingerprint.of(toString());
    }

    /// A class that the register does not have yet.
    record NewClass(String name, int grade) {}

    /// A value of a pupil that changes.
    ///
    /// @param key the column of the form
    /// @param was empty when nothing was known
    record Change(String key, String was, String value) {}

    /// Where a pupil of the file stands.
    enum Place {
        /// New in the register.
        NEW,
        /// Known from before, not in a class of this year yet.
        JOINS,
        /// In another class of this year until now.
        MOVES,
        /// In this class already.
        STAYS
    }

    /// A pupil of the file.
    ///
    /// @param pupil none for a new one
    /// @param values everything known of the pupil from now on
    /// @param changes of a known one
    /// @param className the class from now on
    /// @param from the class until now, when the pupil moves
    /// @param row the row of the file
    record Listed(
            Optional<UUID> pupil,
            String fullName,
            Map<String, String> values,
            List<Change> changes,
            Place place,
            String className,
            Optional<String> from,
            int row) {
        public Listed {
            changes = List.copyOf(changes);
        }

        /// Whether there is no personal number yet.
        public boolean withoutNumber() {
            return !values.containsKey("personalNumber");
        }
    }

    /// A pupil of a class of the file whom the file does not name. Whether he or she has left, a person says.
    record Unlisted(UUID pupil, String fullName, String className, UUID classId) {}

    /// The pupils and classes of a school year.
    ///
    /// @param listed in the order of the file
    record Pupils(String schoolYear, List<NewClass> classes, List<Listed> listed, List<Unlisted> unlisted)
            implements Plan {
        public Pupils {
            classes = List.copyOf(classes);
            listed = List.copyOf(listed);
            unlisted = List.copyOf(unlisted);
        }

        /// The pupils of one place.
        public List<Listed> at(Place place) {
            return listed.stream().filter(each -> each.place() == place).toList();
        }

        /// Known pupils of whom something changes.
        public List<Listed> changed() {
            return listed.stream().filter(each -> !each.changes().isEmpty()).toList();
        }

        /// Pupils without a personal number.
        public List<Listed> withoutNumber() {
            return listed.stream().filter(Listed::withoutNumber).toList();
        }

        /// Pupils for whom everything stays as it is.
        public int same() {
            return (int) at(Place.STAYS).stream()
                    .filter(each -> each.changes().isEmpty())
                    .count();
        }

        @Override
        public Map<String, Integer> counts() {
            return Map.of(
                    "listed", listed.size(),
                    "classes", classes.size(),
                    "new", at(Place.NEW).size(),
                    "joined", at(Place.JOINS).size(),
                    "moved", at(Place.MOVES).size(),
                    "changed", changed().size(),
                    "same", same(),
                    "unlisted", unlisted.size(),
                    "withoutNumber", withoutNumber().size());
        }

        @Override
        public boolean changesNothing() {
            return classes.isEmpty() && unlisted.isEmpty() && same() == listed.size();
        }
    }

    /// A teacher of the file.
    ///
    /// @param account none when an account will be opened
    /// @param login the sign-in name; of a new account the one it will have
    record Teacher(String name, String login, Optional<UUID> account) {}

    /// That somebody teaches in a class.
    ///
    /// @param classId the class
    /// @param subject the subject's code; none for the homeroom teacher
    /// @param login the teacher, by sign-in name
    /// @param rest whether it comes of the homeroom teacher teaching what nobody else teaches
    /// @param before who does it now, when that is somebody else; separated by commas
    record Teaches(
            String className, UUID classId, Optional<String> subject, String login, boolean rest, String before) {}

    /// An assignment that is in force and that the file does not name. Whether it ends, a person says.
    ///
    /// @param mandate its id
    record Unnamed(UUID mandate, String name, String className, Optional<String> subject, boolean takenOver) {}

    /// The assignments of a school year.
    ///
    /// @param teachers of the file, new ones included
    /// @param given what would be given; `rest` ones only if the person says so
    /// @param same how many assignments of the file are in force already
    record Teaching(String schoolYear, List<Teacher> teachers, List<Teaches> given, int same, List<Unnamed> unnamed)
            implements Plan {
        public Teaching {
            teachers = List.copyOf(teachers);
            given = List.copyOf(given);
            unnamed = List.copyOf(unnamed);
        }

        /// Teachers for whom an account would be opened.
        public List<Teacher> newTeachers() {
            return teachers.stream()
                    .filter(teacher -> teacher.account().isEmpty())
                    .toList();
        }

        /// What the file itself gives, or what follows from homeroom teachers teaching the rest.
        public List<Teaches> given(boolean rest) {
            return given.stream().filter(each -> each.rest() == rest).toList();
        }

        @Override
        public Map<String, Integer> counts() {
            return Map.of(
                    "teachers", teachers.size(),
                    "newTeachers", newTeachers().size(),
                    "given", given(false).size(),
                    "rest", given(true).size(),
                    "same", same,
                    "unnamed", unnamed.size());
        }

        @Override
        public boolean changesNothing() {
            return newTeachers().isEmpty() && given.isEmpty() && unnamed.isEmpty();
        }
    }
}
