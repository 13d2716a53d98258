package org.matricula.packs.ru;

import java.util.List;
import java.util.stream.Stream;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Pack;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.time.Calendars;
import org.matricula.packs.ru.diploma.DiplomaDecisions;
import org.matricula.packs.ru.exam.ExamDecisions;
import org.matricula.packs.ru.identifiers.IdentifierDecisions;

/// The pack of Russia.
public final class RussiaPack implements Pack {
    @Override
    public String country() {
        return "RU";
    }

    @Override
    public List<Corpus> corpora() {
        return Regulations.corpora();
    }

    @Override
    public List<Decision<?, ?>> decisions() {
        return Stream.of(DiplomaDecisions.all(calendar()), ExamDecisions.all(), IdentifierDecisions.all())
                .<Decision<?, ?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<WorkingCalendar> calendars() {
        return List.of(calendar());
    }

    private static WorkingCalendar calendar() {
        return Calendars.of(RussiaPack.class, "RU");
    }
}
