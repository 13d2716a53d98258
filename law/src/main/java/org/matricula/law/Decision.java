package org.matricula.law;

import java.time.LocalDate;
import java.util.Optional;

/// One question the law answers: a pure function from facts to a [Ruling].
///
/// Facts and answer are records; their component names are the field names of the contract. JSON reading, the schema
/// and the check for impossible facts are derived from the facts record (see [Facts]).
///
/// @param <F> the facts
/// @param <A> the answer
public interface Decision<F extends Record, A extends Record> {
    /// The id of the contract, for example `vn.report-book.year-result`.
    String id();

    /// What is decided, as a title.
    Sentence title();

    /// The regulation asked; its editions are chosen by [#relevantDate].
    Regulation regulation();

    /// The record class of the facts.
    Class<F> factsType();

    /// The record class of the answer.
    Class<A> answerType();

    /// The legally relevant date among the facts, which picks the edition; empty when the facts have none, and then the
    /// optional fact `asOf` or the latest edition applies.
    default Optional<LocalDate> relevantDate(F facts) {
        return Optional.empty();
    }

    /// The largest facts taken, in bytes of JSON. One mebibyte unless the question is about thousands of people.
    default int largestFacts() {
        return 1 << 20;
    }

    /// Decides under the given edition. Pure: no clock, no I/O, no shared state.
    Ruling<A> decide(F facts, Edition edition);
}
