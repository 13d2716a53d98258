package org.matricula.packs.ru;

import java.util.List;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Pack;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.time.Calendars;

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
        return List.of();
    }

    @Override
    public List<WorkingCalendar> calendars() {
        return List.of(Calendars.of(RussiaPack.class, "RU"));
    }
}
