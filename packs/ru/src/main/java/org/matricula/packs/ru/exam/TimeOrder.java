package org.matricula.packs.ru.exam;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Sentence;

/// Collects days and moments that stand in an order that cannot be; each is reported at the later-named fact.
final class TimeOrder {
    private final List<Problem> problems = new ArrayList<>();

    /// The second day, where known, must not lie before the first.
    TimeOrder notBefore(String first, LocalDate firstOn, String second, Optional<LocalDate> secondOn) {
        secondOn.filter(day -> day.isBefore(firstOn)).ifPresent(day -> add(first, firstOn, second, day));
        return this;
    }

    /// The second day must lie after the first.
    TimeOrder after(String first, LocalDate firstOn, String second, LocalDate secondOn) {
        if (!secondOn.isAfter(firstOn)) {
            problems.add(new Problem(
                    "/" + second,
                    Sentence.of(
                            "%1$s %2$tF does not lie after %3$s %4$tF",
                            "%1$s %2$td.%2$tm.%2$tY не позже, чем %3$s %4$td.%4$tm.%4$tY",
                            second,
                            secondOn,
                            first,
                            firstOn)));
        }
        return this;
    }

    /// The second moment, where both are known, must not lie before the first.
    TimeOrder notBefore(
            String first, Optional<LocalDateTime> firstAt, String second, Optional<LocalDateTime> secondAt) {
        firstAt.ifPresent(
                a -> secondAt.filter(moment -> moment.isBefore(a)).ifPresent(b -> addMoment(first, a, second, b)));
        return this;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void add(String first, LocalDate firstOn, String second, LocalDate secondOn) {
        problems.add(new Problem(
                "/" + second,
                Sentence.of(
                        "%1$s %2$tF lies before %3$s %4$tF",
                        "%1$s %2$td.%2$tm.%2$tY раньше, чем %3$s %4$td.%4$tm.%4$tY",
                        second,
                        secondOn,
                        first,
                        firstOn)));
    }

    private void addMoment(String first, LocalDateTime firstAt, String second, LocalDateTime secondAt) {
        problems.add(new Problem(
                "/" + second,
                Sentence.of(
                        "%1$s %2$tF %2$tT lies before %3$s %4$tF %4$tT",
                        "%1$s %2$td.%2$tm.%2$tY %2$tT раньше, чем %3$s %4$td.%4$tm.%4$tY %4$tT",
                        second,
                        secondAt,
                        first,
                        firstAt)));
    }
}
