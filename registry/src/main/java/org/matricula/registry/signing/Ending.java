package org.matricula.registry.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.matricula.registry.flow.Moment;

/// How soon a certificate ends: the steps at which people are warned. The most urgent first.
public enum Ending {
    /// It is over.
    EXPIRED,
    /// In 7 days or less.
    WEEK,
    /// In 30 days or less.
    MONTH,
    /// In 60 days or less.
    TWO_MONTHS,
    /// Later: nobody needs to be warned.
    LATER;

    /// How a certificate stands.
    ///
    /// @param notAfter the last moment of its validity
    public static Ending of(Instant notAfter, Moment now) {
        if (now.at().isAfter(notAfter)) {
            return EXPIRED;
        }
        long days = days(notAfter, now);
        return days <= 7 ? WEEK : days <= 30 ? MONTH : days <= 60 ? TWO_MONTHS : LATER;
    }

    /// The days from today to its last day, by the calendar of the institution: 0 on the last day, less when it is
    /// over.
    public static long days(Instant notAfter, Moment now) {
        return ChronoUnit.DAYS.between(now.date(), LocalDate.ofInstant(notAfter, now.zone()));
    }

    /// Whether people are warned.
    public boolean warns() {
        return this != LATER;
    }
}
