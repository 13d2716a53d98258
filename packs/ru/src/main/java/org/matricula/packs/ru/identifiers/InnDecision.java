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

/// Whether a text is a tax number, and whose: the guide asks for the number of the institution in the form (ten digits)
/// and for the applicant's own in the package (twelve digits).
final class InnDecision extends CatalogueDecision<InnDecision.Asked, InnDecision.Answer> {
    InnDecision() {
        super(
                "ru.inn",
                new Sentence("Is this a true INN, and whose?", "Верен ли этот ИНН и чей он?"),
                RUD::regulation,
                Asked.class,
                Answer.class);
    }

    /// @param number any text; a malformed one is simply not valid
    record Asked(
            @Facts.Says("the number as written: 10 digits of an organisation or 12 of a person")
            String number) {}

    /// @param kind whose number it is; null unless valid
    record Answer(boolean valid, Inn.@Nullable Kind kind) {}

    @Override
    public Ruling<Answer> decide(Asked asked, Edition edition) {
        Optional<Inn> inn = Inn.read(asked.number());
        Optional<Inn> valid = inn.filter(Inn::isValid);
        return new Ruling<>(
                new Answer(valid.isPresent(), valid.map(Inn::kind).orElse(null)),
                List.of(
                        institutionNumberIsTrue(RUD.PASS_5, asked, inn),
                        personNumberIsTrue(RUD.STUDY_6, asked, inn),
                        personNumberIsTrue(RUD.FIND_4, asked, inn),
                        institutionNumberIsTrue(RUD.FORM_4, asked, inn)));
    }

    @Clause({RUD.PASS_5, RUD.FORM_4})
    private static Finding institutionNumberIsTrue(String clause, Asked asked, Optional<Inn> inn) {
        return numberIsTrue(clause, asked, inn, Inn.Kind.ORGANISATION);
    }

    @Clause({RUD.STUDY_6, RUD.FIND_4})
    private static Finding personNumberIsTrue(String clause, Asked asked, Optional<Inn> inn) {
        return numberIsTrue(clause, asked, inn, Inn.Kind.PERSON);
    }

    private static Finding numberIsTrue(String clause, Asked asked, Optional<Inn> read, Inn.Kind wanted) {
        if (read.isEmpty()) {
            return Finding.notMet(
                    clause,
                    Sentence.of(
                            "'%s' is neither ten nor twelve digits",
                            "«%s» — не десять и не двенадцать цифр", asked.number()));
        }
        Inn inn = read.orElseThrow();
        if (inn.kind() != wanted) {
            return Finding.doesNotApply(
                    clause,
                    Sentence.of(
                            "'%s' has %d digits; the clause asks for the other kind of number",
                            "в «%s» цифр: %d; пункт спрашивает номер другого вида",
                            asked.number(),
                            inn.digits().length()));
        }
        return Finding.of(
                clause,
                inn.isValid(),
                Sentence.of(
                        "the control digits of '%s' are %s, as they must be",
                        "контрольные цифры «%s» — %s, как и должно быть", asked.number(), inn.control()),
                Sentence.of(
                        "the control digits of '%s' are %s and must be %s",
                        "контрольные цифры «%s» — %s, а должны быть %s",
                        asked.number(),
                        inn.control(),
                        inn.expected()));
    }
}
