package org.matricula.packs.kz;

import java.util.ArrayList;
import java.util.List;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Pack;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.time.Calendars;
import org.matricula.packs.kz.duplicates.Duplicates;
import org.matricula.packs.kz.grants.Grants;
import org.matricula.packs.kz.identity.IinCheck;

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
        WorkingCalendar calendar = Calendars.of(KazakhstanPack.class, "KZ");
        List<Decision<?, ?>> all = new ArrayList<>();
        all.addAll(Duplicates.decisions(calendar));
        all.addAll(Grants.decisions(calendar));
        all.add(new IinCheck());
        return List.copyOf(all);
    }

    @Override
    public List<WorkingCalendar> calendars() {
        return List.of(Calendars.of(KazakhstanPack.class, "KZ"));
    }
}
