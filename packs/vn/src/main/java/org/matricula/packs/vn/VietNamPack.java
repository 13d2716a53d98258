package org.matricula.packs.vn;

import java.util.ArrayList;
import java.util.List;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Pack;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.time.Calendars;
import org.matricula.packs.vn.bridging.BridgingDecisions;
import org.matricula.packs.vn.reportbook.rules.ReportBookDecisions;

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
        List<Decision<?, ?>> all = new ArrayList<>();
        all.addAll(BridgingDecisions.all(calendars().getFirst()));
        all.addAll(ReportBookDecisions.all());
        return all;
    }

    @Override
    public List<WorkingCalendar> calendars() {
        return List.of(Calendars.of(VietNamPack.class, "VN"));
    }
}
