package org.matricula.packs.kz;

import java.util.List;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Pack;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.time.Calendars;

/// The pack of Kazakhstan.
public final class KazakhstanPack implements Pack {
    @Override
    public String country() {
        return "KZ";
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
        return List.of(Calendars.of(KazakhstanPack.class, "KZ"));
    }
}
