package org.matricula.registry.gradebook.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a class sheet says of the class as a whole.
///
/// @param grade the grade
/// @param values canonical text by class key, `grade` included; a key is absent when nothing was given
/// @param teachers name by subject code, only for subjects that name a teacher
public record ClassInfo(int grade, Map<String, String> values, Map<String, String> teachers) {
    public ClassInfo {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        teachers = Collections.unmodifiableMap(new LinkedHashMap<>(teachers));
    }

    /// A value about the class; empty when nothing was given.
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /// Who teaches a subject: the teacher named for it, otherwise the homeroom teacher.
    public Optional<String> teacherOf(String subject) {
        return Optional.ofNullable(teachers.get(subject)).or(() -> value(ClassSheetForm.HOMEROOM_TEACHER));
    }
}
