package org.matricula.registry.records;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.law.Finding;
import org.matricula.registry.directory.RefusalWords;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.page.Language;

/// Why work ended before everything was done.
///
/// @param why the kind of reason, which has words in every language
/// @param detail more of it, where there is more to say: the words of a refusal, a line for each
///     language in which
///     it
///     was said, in their order; or what kind of fault it was
public record Stop(Why why, String detail) {
    /// The kinds of reasons.
    public enum Why {
        /// The register was started anew, and the key is locked again.
        RESTARTED,
        /// Who signs may not, or the law has something against it.
        REFUSED,
        /// A key elsewhere, a time-stamp authority, or a source of revocation data could not be reached in
        /// time.
        UNREACHABLE,
        /// The key, the database or the program failed.
        FAULT
    }

    /// The register was started anew.
    public static Stop restarted() {
        return new Stop(Why.RESTARTED, "");
    }

    /// A refusal, said in every language at once, since nobody knows yet who will read it.
    public static Stop refused(Refusal refusal) {
        return refused(language -> RefusalWords.of(refusal, language));
    }

    /// What the law has against it; whoever reads neither of its two languages gets English.
    public static Stop refused(Finding finding) {
        return refused(language -> finding.because().in(language.code()) + " (" + finding.clause() + ")");
    }

    private static Stop refused(Function<Language, String> words) {
        return new Stop(
                Why.REFUSED,
                Arrays.stream(Language.values())
                        .map(language -> words.apply(language).replace('\n', ' '))
                        .collect(Collectors.joining("\n")));
    }

    /// More of the reason, for a reader of a language; empty when there is no more to say.
    public String said(Language language) {
        String[] lines = detail.split("\n", -1);
        return lines.length == Language.values().length ? lines[language.ordinal()] : lines[0];
    }

    /// Somebody elsewhere could not be reached.
    ///
    /// @param words who, without anything secret
    public static Stop unreachable(String words) {
        return new Stop(Why.UNREACHABLE, words);
    }

    /// A fault, by its name only: its words may hold what nobody should read.
    public static Stop fault(RuntimeException fault) {
        return new Stop(Why.FAULT, fault.getClass().getSimpleName());
    }
}
