package org.matricula.packs.ru.diploma;

/// Whether the institution that gave the diploma still works.
enum InstitutionStatus {
    ACTIVE,
    LIQUIDATED
}
