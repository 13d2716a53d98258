package org.matricula.packs.ru.diploma;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Sentence;

/// Collects dates that stand in an order that cannot be; each is reported at the later-named fact.
final class DateOrder {
    private final List<Problem> problems = new ArrayList<>();

    /// The second day must not lie before the first.
    DateOrder notBefore(String first, LocalDate firstOn, String second, LocalDate secondOn) {
        if (secondOn.isBefore(firstOn)) {
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
        return this;
    }

    /// The same, when both days are known.
    DateOrder notBefore(String first, Optional<LocalDate> firstOn, String second, Optional<LocalDate> secondOn) {
        firstOn.ifPresent(a -> secondOn.ifPresent(b -> notBefore(first, a, second, b)));
        return this;
    }

    /// The second day is known only if the first is.
    DateOrder onlyAfter(String first, Optional<LocalDate> firstOn, String second, Optional<LocalDate> secondOn) {
        if (secondOn.isPresent() && firstOn.isEmpty()) {
            problems.add(new Problem(
                    "/" + second,
                    Sentence.of("%s is given but not %s", "указано %s, но не указано %s", second, first)));
        }
        return notBefore(first, firstOn, second, secondOn);
    }

    /// The second day, where known, must not lie after the first.
    DateOrder notAfter(String first, LocalDate firstOn, String second, Optional<LocalDate> secondOn) {
        secondOn.filter(day -> day.isAfter(firstOn))
                .ifPresent(day -> problems.add(new Problem(
                        "/" + second,
                        Sentence.of(
                                "%1$s %2$tF lies after %3$s %4$tF",
                                "%1$s %2$td.%2$tm.%2$tY позже, чем %3$s %4$td.%4$tm.%4$tY",
                                second,
                                day,
                                first,
                                firstOn))));
        return this;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
