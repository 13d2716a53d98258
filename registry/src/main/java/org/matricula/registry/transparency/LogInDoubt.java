package org.matricula.registry.transparency;

/// The log's database, its lock file and its key do not tell one story. Nothing may be signed until a
/// person has found out which is true; the message gives both values and the way out.
public final class LogInDoubt extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /// @param words a format, and the values that disagree
    LogInDoubt(String words, Object... values) {
        super(words.formatted(values));
    }

    LogInDoubt(Throwable cause, String words, Object... values) {
        super(words.formatted(values), cause);
    }
}
