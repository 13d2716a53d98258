package org.matricula.packs.vn;

import java.util.List;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Pack;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.time.Calendars;

/// The pack of Viet Nam.
public final class VietNamPack implements Pack {
    @Override
    public String country() {
        return "VN";
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
        return List.of(Calendars.of(VietNamPack.class, "VN"));
    }
}
