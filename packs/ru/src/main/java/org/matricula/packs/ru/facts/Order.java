package org.matricula.packs.ru.facts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Sentence;

/// Collects days and moments that stand in an order that cannot be; each is reported at the later-named fact.
public final class Order {
    private final List<Problem> problems = new ArrayList<>();

    /// The second day must not lie before the first.
    public Order notBefore(String first, LocalDate firstOn, String second, LocalDate secondOn) {
        if (secondOn.isBefore(firstOn)) {
            add(first, firstOn, second, secondOn, "lies before", "раньше");
        }
        return this;
    }

    /// The second day must not lie before the first, when both are known.
    public Order notBefore(String first, Optional<LocalDate> firstOn, String second, Optional<LocalDate> secondOn) {
        firstOn.ifPresent(a -> secondOn.ifPresent(b -> notBefore(first, a, second, b)));
        return this;
    }

    /// The second day must lie after the first.
    public Order after(String first, LocalDate firstOn, String second, LocalDate secondOn) {
        if (!secondOn.isAfter(firstOn)) {
            add(first, firstOn, second, secondOn, "does not lie after", "не позже");
        }
        return this;
    }

    /// The second day, where known, must not lie after the first.
    public Order notAfter(String first, LocalDate firstOn, String second, Optional<LocalDate> secondOn) {
        secondOn.filter(day -> day.isAfter(firstOn))
                .ifPresent(day -> add(first, firstOn, second, day, "lies after", "позже"));
        return this;
    }

    /// The second day can be known only if the first is, and must not lie before it.
    public Order onlyAfter(String first, Optional<LocalDate> firstOn, String second, Optional<LocalDate> secondOn) {
        if (secondOn.isPresent() && firstOn.isEmpty()) {
            problems.add(new Problem(
                    "/" + second,
                    Sentence.of("%s is given but not %s", "указано %s, но не указано %s", second, first)));
        }
        return notBefore(first, firstOn, second, secondOn);
    }

    /// The second moment, where both are known, must not lie before the first.
    public Order momentNotBefore(
            String first, Optional<LocalDateTime> firstAt, String second, Optional<LocalDateTime> secondAt) {
        firstAt.ifPresent(a -> secondAt.filter(b -> b.isBefore(a))
                .ifPresent(b -> problems.add(new Problem(
                        "/" + second,
                        Sentence.of(
                                "%1$s %2$tF %2$tT lies before %3$s %4$tF %4$tT",
                                "%1$s %2$td.%2$tm.%2$tY %2$tT раньше, чем %3$s %4$td.%4$tm.%4$tY %4$tT",
                                second,
                                b,
                                first,
                                a)))));
        return this;
    }

    /// Every problem found, in the order of the questions.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void add(String first, LocalDate firstOn, String second, LocalDate secondOn, String en, String ru) {
        problems.add(new Problem(
                "/" + second,
                Sentence.of(
                        "%1$s %2$tF " + en + " %3$s %4$tF",
                        "%1$s %2$td.%2$tm.%2$tY " + ru + ", чем %3$s %4$td.%4$tm.%4$tY",
                        second,
                        secondOn,
                        first,
                        firstOn)));
    }
}
