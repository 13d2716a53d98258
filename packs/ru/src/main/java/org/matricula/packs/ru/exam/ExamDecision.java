package org.matricula.packs.ru.exam;

import org.matricula.law.Decision;
import org.matricula.law.Regulation;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUE;

/// What every decision on a remote examination has in common: its regulation, and that it says what it is at one
/// place.
///
/// @param <F> the facts
/// @param <A> the answer
abstract class ExamDecision<F extends Record, A extends Record> implements Decision<F, A> {
    private final String id;
    private final Sentence title;
    private final Class<F> factsType;
    private final Class<A> answerType;

    ExamDecision(String id, Sentence title, Class<F> factsType, Class<A> answerType) {
        this.id = id;
        this.title = title;
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
        return RUE.regulation();
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
