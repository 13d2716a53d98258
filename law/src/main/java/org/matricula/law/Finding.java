package org.matricula.law;

/// What the examination of one clause found, with the facts and figures it used.
///
/// @param clause the clause id, as in the corpus
/// @param result what was found
/// @param because one sentence with the facts and figures used
public record Finding(String clause, Result result, Sentence because) {
    /// The four things an examination can find.
    public enum Result {
        /// The clause applies and its demand is met.
        MET,
        /// The clause applies and its demand is not met.
        NOT_MET,
        /// The clause leaves the matter to a person; the sentence puts the question.
        NEEDS_PERSON,
        /// The clause does not concern these facts.
        DOES_NOT_APPLY
    }

    public static Finding met(String clause, Sentence because) {
        return new Finding(clause, Result.MET, because);
    }

    public static Finding notMet(String clause, Sentence because) {
        return new Finding(clause, Result.NOT_MET, because);
    }

    public static Finding needsPerson(String clause, Sentence because) {
        return new Finding(clause, Result.NEEDS_PERSON, because);
    }

    public static Finding doesNotApply(String clause, Sentence because) {
        return new Finding(clause, Result.DOES_NOT_APPLY, because);
    }

    /// MET when `holds`, otherwise NOT_MET; the two sentences say why.
    public static Finding of(String clause, boolean holds, Sentence whenMet, Sentence whenNot) {
        return holds ? met(clause, whenMet) : notMet(clause, whenNot);
    }

    public boolean isMet() {
        return result == Result.MET;
    }

    public boolean isNotMet() {
        return result == Result.NOT_MET;
    }
}
