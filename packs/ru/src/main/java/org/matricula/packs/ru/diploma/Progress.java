package org.matricula.packs.ru.diploma;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.packs.ru.RUD;
import org.matricula.packs.ru.facts.Order;

/// The days on which a request came forward.
///
/// @param filedOn the form was filled and sent
/// @param checkedOn the check ended well
/// @param producedOn the duplicate was printed and signed
/// @param returnedOn the request was sent back for rework, the first time
/// @param registeredOn the body registered it
/// @param issuedOn the duplicate was handed out or sent
/// @param paidOn the fee was paid
/// @param resentOn the request came back from rework
/// @param recheckStartedOn the second check began
/// @param correctedOn corrected data passed the automatic check
/// @param preparationStartedOn work on the duplicate began after the correction
/// @param on the day for which it is asked whether the term is over
/// @param week the working week of the office; five days when absent
record Progress(
        @Facts.Says("day the form was filled") LocalDate filedOn,
        @Facts.Says("day the check ended well") Optional<LocalDate> checkedOn,
        @Facts.Says("day of printing and signing") Optional<LocalDate> producedOn,

        @Facts.Says("day the request was sent back for rework")
        Optional<LocalDate> returnedOn,

        @Facts.Says("day of registration") Optional<LocalDate> registeredOn,
        @Facts.Says("day of handing out") Optional<LocalDate> issuedOn,
        @Facts.Says("day of payment") Optional<LocalDate> paidOn,
        @Facts.Says("day the request came back from rework") Optional<LocalDate> resentOn,
        @Facts.Says("day the second check began") Optional<LocalDate> recheckStartedOn,

        @Facts.Says("day the corrected data passed the automatic check")
        Optional<LocalDate> correctedOn,

        @Facts.Says("day work on the duplicate began after a correction")
        Optional<LocalDate> preparationStartedOn,

        @Facts.Says("day for which it is asked whether the term is over")
        Optional<LocalDate> on,

        @Facts.Says("working week of the office: FIVE (default) or SIX")
        Optional<Week> week)
        implements Facts.Checked {
    @Override
    public List<Problem> impossible() {
        Optional<LocalDate> filed = Optional.of(filedOn);
        return new Order()
                .notBefore("filedOn", filed, "checkedOn", checkedOn)
                .notBefore("filedOn", filed, "producedOn", checkedOn.isPresent() ? Optional.empty() : producedOn)
                .notBefore("checkedOn", checkedOn, "producedOn", producedOn)
                .notBefore("filedOn", filed, "returnedOn", returnedOn)
                .notBefore("filedOn", filed, "registeredOn", registeredOn)
                .notBefore("filedOn", filed, "issuedOn", producedOn.isPresent() ? Optional.empty() : issuedOn)
                .notBefore("producedOn", producedOn, "issuedOn", issuedOn)
                .onlyAfter("returnedOn", returnedOn, "resentOn", resentOn)
                .onlyAfter("resentOn", resentOn, "recheckStartedOn", recheckStartedOn)
                .onlyAfter("correctedOn", correctedOn, "preparationStartedOn", preparationStartedOn)
                .problems();
    }

    /// The days that a clause gives.
    int days(String clause) {
        return RUD.number(clause, filedOn);
    }

    boolean returned() {
        return returnedOn.isPresent();
    }

    /// The check begins anew when a request comes back from rework.
    LocalDate checkFrom() {
        return resentOn.orElse(filedOn);
    }
}
