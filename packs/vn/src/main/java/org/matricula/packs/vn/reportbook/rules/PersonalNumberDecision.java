package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.util.List;
import org.matricula.law.Decision;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Regulation;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// `vn.report-book.personal-number`: whether a number can be the key of a book, and what does not fit the person.
final class PersonalNumberDecision implements Decision<PersonalNumberDecision.Person, PersonalNumberDecision.Answer> {
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
    public String id() {
        return "vn.report-book.personal-number";
    }

    @Override
    public Sentence title() {
        return new Sentence("Personal identification number of a pupil", "Số định danh cá nhân của học sinh");
    }

    @Override
    public Regulation regulation() {
        return VNRB.regulation();
    }

    @Override
    public Class<Person> factsType() {
        return Person.class;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

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
