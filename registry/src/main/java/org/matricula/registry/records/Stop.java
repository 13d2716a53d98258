package org.matricula.registry.records;

/// Why work ended before everything was done.
///
/// @param why the kind of reason, which has words in every language
/// @param detail more of it, where there is more to say: the words of a refusal, or what kind of fault it was
public record Stop(Why why, String detail) {
    /// The kinds of reasons.
    public enum Why {
        /// The register was started anew, and the key is locked again.
        RESTARTED,
        /// Who signs may not, or the law has something against it.
        REFUSED,
        /// The key, the database or the program failed.
        FAULT
    }

    /// The register was started anew.
    public static Stop restarted() {
        return new Stop(Why.RESTARTED, "");
    }

    /// A refusal, in its own words.
    public static Stop refused(String words) {
        return new Stop(Why.REFUSED, words);
    }

    /// A fault, by its name only: its words may hold what nobody should read.
    public static Stop fault(RuntimeException fault) {
        return new Stop(Why.FAULT, fault.getClass().getSimpleName());
    }
}
