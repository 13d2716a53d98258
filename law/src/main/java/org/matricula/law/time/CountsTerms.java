package org.matricula.law.time;

import java.util.List;

/// A decision that counts terms, and can show each of them.
///
/// It counts every term once, as a [CountedTerm], and takes the last day of its answer from there; the strip on a page
/// or in an answer is drawn from the same value, so that picture and decision cannot differ.
///
/// @param <F> the facts
public interface CountsTerms<F extends Record> {
    /// The terms that have begun on these facts, in the order of the answer; only those that end in a field of it.
    List<CountedTerm> terms(F facts);
}
