package org.matricula.packs.ru.identifiers;

import java.util.List;
import org.matricula.law.Decision;

/// The decisions on Russian numbers, in the order of the catalogue.
public final class IdentifierDecisions {
    private IdentifierDecisions() {}

    /// All of them.
    public static List<Decision<?, ?>> all() {
        return List.of(new SnilsDecision(), new InnDecision());
    }
}
