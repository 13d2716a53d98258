package org.matricula.verifier;

import java.util.Arrays;
import java.util.List;

/// One check of a verdict with its outcome.
///
/// @param details what was found, for people; empty when there is nothing to add
public record Check(CheckId id, Result result, List<Detail> details) {
    public Check {
        details = List.copyOf(details);
    }

    /// How a check came out.
    public enum Result {
        /// Made, and good.
        PASSED,
        /// Made, and not good.
        FAILED,
        /// Not made, because something before it failed or something could not be reached. Not a pass.
        NOT_REACHED,
        /// There is nothing to check; the detail says why.
        NOT_APPLICABLE
    }

    /// A sentence to be said in the reader's language.
    ///
    /// @param key its name in the word lists
    /// @param arguments what it is about, in the order of the sentence's blanks
    public record Detail(String key, List<String> arguments) {
        public Detail {
            arguments = List.copyOf(arguments);
        }

        /// A detail.
        public static Detail of(String key, Object... arguments) {
            return new Detail(key, Arrays.stream(arguments).map(String::valueOf).toList());
        }
    }
}
