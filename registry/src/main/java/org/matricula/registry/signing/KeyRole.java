package org.matricula.registry.signing;

/// As whom a key signs; also the name of its file in a key directory.
///
/// @param fileName without `.p12`: `school`, `principal`, `homeroom`, `subject-MATHEMATICS`
public record KeyRole(String fileName) {
    /// The institution's seal.
    public static final KeyRole SCHOOL = new KeyRole("school");
    /// The principal.
    public static final KeyRole PRINCIPAL = new KeyRole("principal");
    /// The homeroom teacher.
    public static final KeyRole HOMEROOM = new KeyRole("homeroom");

    public KeyRole {
        if (!fileName.matches("[A-Za-z0-9_-]{1,80}")) {
            throw new IllegalArgumentException(
                    "a key's role is written with letters, digits, hyphens and underscores: '" + fileName + "'");
        }
    }

    /// The teacher of a subject.
    ///
    /// @param code the subject's code, for example `MATHEMATICS`
    public static KeyRole subject(String code) {
        return new KeyRole("subject-" + code);
    }
}
