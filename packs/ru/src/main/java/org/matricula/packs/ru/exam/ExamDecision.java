package org.matricula.packs.ru.exam;

import org.matricula.law.CatalogueDecision;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUE;

/// A decision on a remote examination.
///
/// @param <F> the facts
/// @param <A> the answer
abstract class ExamDecision<F extends Record, A extends Record> extends CatalogueDecision<F, A> {
    ExamDecision(String id, Sentence title, Class<F> factsType, Class<A> answerType) {
        super(id, title, RUE::regulation, factsType, answerType);
    }
}
