package org.matricula.packs.vn.bridging;

import org.matricula.law.Decision;
import org.matricula.law.Regulation;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VN55;

/// What all decisions on bridging share: the regulation, and where their names are kept.
abstract class BridgingDecision<F extends Record, A extends Record> implements Decision<F, A> {
    private final String id;
    private final Sentence title;
    private final Class<F> factsType;
    private final Class<A> answerType;

    BridgingDecision(String name, Sentence title, Class<F> factsType, Class<A> answerType) {
        this.id = "vn.bridging." + name;
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
        return VN55.regulation();
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
