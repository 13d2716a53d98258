package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// The time in which the principal has books open for entry, in the time of Viet Nam.
///
/// @param from the first minute
/// @param to the last minute, to its end
public record EntryWindow(LocalDateTime from, LocalDateTime to) {
    public EntryWindow {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the window ends at %s, before it starts at %s".formatted(to, from));
        }
    }

    /// Whether something may be entered at the moment.
    @Clause(VNRB.II_6_6_C_1)
    public boolean isOpenAt(LocalDateTime moment) {
        return !moment.isBefore(from)
                && moment.isBefore(to.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1));
    }

    /// The same with the reason.
    @Clause(VNRB.II_6_6_C_1)
    public Finding openAt(LocalDateTime moment) {
        return Finding.of(
                VNRB.II_6_6_C_1,
                isOpenAt(moment),
                Say.that(
                        "%s lies in the window from %s to %s",
                        "%s nằm trong thời gian mở từ %s đến %s", Say.moment(moment), Say.moment(from), Say.moment(to)),
                Say.that(
                        "%s lies outside the window from %s to %s",
                        "%s nằm ngoài thời gian mở từ %s đến %s",
                        Say.moment(moment),
                        Say.moment(from),
                        Say.moment(to)));
    }

    /// The finding for a window of which only the state is known.
    @Clause(VNRB.II_6_6_C_1)
    static Finding open(boolean open) {
        return Finding.of(
                VNRB.II_6_6_C_1,
                open,
                new Sentence("the principal has the book open", "hiệu trưởng đang mở học bạ"),
                new Sentence(
                        "the book is locked; the principal decides when it opens",
                        "học bạ đang khóa; hiệu trưởng quyết định lúc mở"));
    }
}
