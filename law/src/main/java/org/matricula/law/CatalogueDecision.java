package org.matricula.law;

import java.util.function.Supplier;

/// A decision that says at one place what it is: its id, its title, its regulation, its facts and its answer. The rest
/// of the class is then nothing but the rule.
///
/// @param <F> the facts
/// @param <A> the answer
public abstract class CatalogueDecision<F extends Record, A extends Record> implements Decision<F, A> {
    private final String id;
    private final Sentence title;
    private final Supplier<Regulation> regulation;
    private final Class<F> factsType;
    private final Class<A> answerType;

    /// @param id the id of the contract
    /// @param title what is decided
    /// @param regulation the regulation asked; taken when the first question comes, so that a list of decisions
    ///     reads
    /// no corpus
    /// @param factsType the record class of the facts
    /// @param answerType the record class of the answer
    protected CatalogueDecision(
            String id, Sentence title, Supplier<Regulation> regulation, Class<F> factsType, Class<A> answerType) {
        this.id = id;
        this.title = title;
        this.regulation = regulation;
        this.factsType = factsType;
        this.answerType = answerType;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Sentence title() {
        return title;
    }

    @Override
    public final Regulation regulation() {
        return regulation.get();
    }

    @Override
    public final Class<F> factsType() {
        return factsType;
    }

    @Override
    public final Class<A> answerType() {
        return answerType;
    }
}
