package org.matricula.packs.ru.identifiers;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUD;

/// Whether a text is a SNILS that can have been given out.
final class SnilsDecision extends CatalogueDecision<SnilsDecision.Asked, SnilsDecision.Answer> {
    SnilsDecision() {
        super(
                "ru.snils",
                new Sentence("Is this a true SNILS?", "Верен ли этот СНИЛС?"),
                RUD::regulation,
                Asked.class,
                Answer.class);
    }

    /// @param number any text; a malformed one is simply not valid
    record Asked(
            @Facts.Says("the number as written, for example 112-233-445 95")
            String number) {}

    /// What is only remarked.
    enum Warning {
        /// A digit stands three times running.
        REPEATED_DIGIT
    }

    /// @param expectedControl the control digits that belong to the number; null where none are checked
    record Answer(boolean valid, @Nullable String expectedControl, List<Warning> warnings) {}

    @Override
    public Ruling<Answer> decide(Asked asked, Edition edition) {
        Optional<Snils> snils = Snils.read(asked.number());
        boolean valid = snils.filter(Snils::isValid).isPresent();
        return new Ruling<>(
                new Answer(
                        valid,
                        snils.filter(Snils::isChecked).map(Snils::expected).orElse(null),
                        snils.filter(Snils::repeatsADigit).isPresent() ? List.of(Warning.REPEATED_DIGIT) : List.of()),
                List.of(numberIsTrue(RUD.ACCT_5, asked, snils, valid), numberIsTrue(RUD.DOCS_2, asked, snils, valid)));
    }

    @Clause({RUD.ACCT_5, RUD.DOCS_2})
    private static Finding numberIsTrue(String clause, Asked asked, Optional<Snils> read, boolean valid) {
        if (read.isEmpty()) {
            return Finding.notMet(
                    clause,
                    Sentence.of(
                            "'%s' is not eleven digits as in 000-000-000 00",
                            "«%s» — не одиннадцать цифр вида 000-000-000 00", asked.number()));
        }
        Snils snils = read.orElseThrow();
        if (!snils.isChecked()) {
            return Finding.met(
                    clause,
                    Sentence.of(
                            "'%s' is not above 001-001-998, so it has no control digits to check",
                            "«%s» не больше 001-001-998, поэтому контрольных цифр у него не проверяют",
                            asked.number()));
        }
        return Finding.of(
                clause,
                valid,
                Sentence.of(
                        "the sum of '%s' is %d, which gives the control digits %s",
                        "сумма для «%s» — %d, контрольные цифры %s", asked.number(), snils.sum(), snils.expected()),
                Sentence.of(
                        "the sum of '%s' is %d, which gives the control digits %s and not %s",
                        "сумма для «%s» — %d, контрольные цифры %s, а не %s",
                        asked.number(),
                        snils.sum(),
                        snils.expected(),
                        snils.control()));
    }
}
