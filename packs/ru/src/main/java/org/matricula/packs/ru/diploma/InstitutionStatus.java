package org.matricula.packs.ru.diploma;

import org.matricula.law.Sentence;

/// Whether the institution that gave the diploma still works.
enum InstitutionStatus {
    ACTIVE("is active", "действует"),
    LIQUIDATED("is liquidated", "ликвидировано");

    private final Sentence label;

    InstitutionStatus(String en, String ru) {
        label = new Sentence(en, ru);
    }

    /// What is said of the institution.
    Sentence label() {
        return label;
    }
}
