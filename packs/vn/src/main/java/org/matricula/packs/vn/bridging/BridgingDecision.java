package org.matricula.packs.vn.bridging;

import org.matricula.law.CatalogueDecision;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VN55;

/// A decision on bridging.
abstract class BridgingDecision<F extends Record, A extends Record> extends CatalogueDecision<F, A> {
    BridgingDecision(String name, Sentence title, Class<F> factsType, Class<A> answerType) {
        super("vn.bridging." + name, title, VN55::regulation, factsType, answerType);
    }
}
