package org.matricula.packs.kz.office;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.kz.KZD;
import org.matricula.packs.kz.KZG;

/// The standard applies on a day inside its edition; outside it there is no standard, and nothing is decided.
@Clause({KZD.ART_0_VALIDITY, KZG.ART_0_VALIDITY})
public final class Validity {
    private Validity() {}

    /// Says under which edition the day falls.
    ///
    /// @param clause the clause on the life of the standard
    /// @param day the legally relevant day
    public static Finding on(String clause, LocalDate day, Edition edition) {
        return Finding.of(
                clause,
                edition.inForceOn(day),
                Sentence.of(
                        "On %s the standard %s is in force (%s to %s)",
                        "%s күні %s стандарты күшінде (%s – %s)",
                        day,
                        edition.id(),
                        told(edition.from()),
                        told(edition.to())),
                Sentence.of(
                        "On %s the standard %s is not in force (%s to %s)",
                        "%s күні %s стандарты күшінде емес (%s – %s)",
                        day,
                        edition.id(),
                        told(edition.from()),
                        told(edition.to())));
    }

    private static String told(@Nullable LocalDate day) {
        return day == null ? "…" : day.toString();
    }
}
