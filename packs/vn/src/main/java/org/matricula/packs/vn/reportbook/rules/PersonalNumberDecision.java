package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.util.List;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// `vn.report-book.personal-number`: whether a number can be the key of a book, and what does not fit the person.
final class PersonalNumberDecision
        extends CatalogueDecision<PersonalNumberDecision.Person, PersonalNumberDecision.Answer> {
    PersonalNumberDecision() {
        super(
                "vn.report-book.personal-number",
                new Sentence("Personal identification number of a pupil", "Số định danh cá nhân của học sinh"),
                VNRB::regulation,
                Person.class,
                Answer.class);
    }

    /// @param number any text
    /// @param sex as in the civil-status record
    /// @param bornOn date of birth
    public record Person(
            @Facts.Says("The number as written, any text") String number,
            PersonalNumber.Sex sex,
            @Facts.Says("Date of birth") LocalDate bornOn) {}

    /// @param acceptable whether it is exactly twelve digits
    /// @param warnings parts that do not fit the person; a person confirms them, nothing is refused
    public record Answer(boolean acceptable, List<PersonalNumber.Warning> warnings) {}

    @Override
    public Ruling<Answer> decide(Person facts, Edition edition) {
        return new Ruling<>(
                new Answer(
                        PersonalNumber.acceptable(facts.number()),
                        PersonalNumber.warnings(facts.number(), facts.sex(), facts.bornOn())),
                List.of(
                        PersonalNumber.hasTwelveDigits(facts.number()),
                        PersonalNumber.fitsThePersonalData(facts.number(), facts.sex(), facts.bornOn())));
    }
}
