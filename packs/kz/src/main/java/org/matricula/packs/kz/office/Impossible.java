package org.matricula.packs.kz.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Sentence;

/// Collects facts that cannot be, each at the later-named field.
public final class Impossible {
    private final List<Problem> problems = new ArrayList<>();

    /// The later event must not lie before the earlier one.
    ///
    /// @param path the later-named field
    public Impossible ifBefore(String path, Optional<LocalDate> later, LocalDate earlier, Sentence what) {
        later.filter(day -> day.isBefore(earlier))
                .ifPresent(day -> problems.add(new Problem(
                        path,
                        new Sentence(
                                "%s: %s is before %s".formatted(what.en(), day, earlier),
                                "%s: %s күні %s күнінен бұрын".formatted(what.local(), day, earlier)))));
        return this;
    }

    /// Notes a problem when it holds.
    public Impossible when(boolean holds, String path, Sentence problem) {
        if (holds) {
            problems.add(new Problem(path, problem));
        }
        return this;
    }

    /// Every problem noted, in the order of the fields.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
