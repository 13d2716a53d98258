package org.matricula.law.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.DeadlineStrip.Kind;
import org.matricula.law.time.Term.LastDay;

/// Draws any term over any calendar, with the days on which it stood still.
///
/// No rule of the five regulations lets a term of its own stand still: a returned Russian request gets a longer total
/// instead, and a Vietnamese dossier starts its clock when it is complete. Here an office can draw the pauses that its
/// own acts set.
final class DrawTerm extends CatalogueDecision<DrawTerm.Asked, DrawTerm.Told> implements CountsTerms<DrawTerm.Asked> {
    private static final String COUNT_RULE = "CAL:2";
    private static final String START_RULE = "CAL:3";
    private static final String PAUSE_RULE = "CAL:5";
    private static final String MONTH_RULE = "CAL:6";

    private final BiFunction<CalendarDecisions.Country, Integer, WorkingCalendar> calendars;

    /// @param calendars gives the calendar of a country, which is asked about a year
    DrawTerm(BiFunction<CalendarDecisions.Country, Integer, WorkingCalendar> calendars) {
        super(
                "calendar.term",
                new Sentence("When does a term end, day by day?", "Когда истекает срок — день за днём?"),
                () -> CalendarDecisions.corpus().regulation(),
                Asked.class,
                Told.class);
        this.calendars = calendars;
    }

    /// What a term counts in.
    enum Unit {
        CALENDAR_DAYS,
        WORKING_DAYS,
        MONTHS
    }

    /// A time in which it stood still.
    record Stop(
            @Facts.Says("First day on which it stood still") LocalDate from,

            @Facts.Says("Last such day; absent while it still stands")
            Optional<LocalDate> through,

            @Facts.Says("Why it stood still") Optional<String> ground) {}

    /// The facts of `calendar.term`.
    record Asked(
            @Facts.Says("Whose calendar") CalendarDecisions.Country country,

            @Facts.Says("The day from which is counted; it is not counted itself")
            LocalDate from,

            @Facts.Says("How long it is") @Facts.Min(0) @Facts.Max(3660)
            int length,

            @Facts.Says("What it is counted in") Unit unit,

            @Facts.Says("Five working days a week, or six; FIVE when not told")
            Optional<Week> week,

            @Facts.Says("What happens to a last day that is a day off, where every day counts; STAYS when not told")
            Optional<LastDay> lastDay,

            @Facts.Says("When it stood still") Optional<List<Stop>> pauses)
            implements Facts.Checked {
        @Override
        public List<Facts.Problem> impossible() {
            List<Facts.Problem> problems = new ArrayList<>();
            List<Stop> stops = pauses.orElse(List.of());
            for (int i = 0; i < stops.size(); i++) {
                Stop stop = stops.get(i);
                if (stop.through().filter(day -> day.isBefore(stop.from())).isPresent()) {
                    problems.add(new Facts.Problem(
                            "/pauses/" + i + "/through",
                            country.says(
                                    "it cannot end on %s, before it began on %s",
                                    "không thể kết thúc ngày %s, trước khi bắt đầu ngày %s",
                                    "%s күні аяқтала алмайды: %s күні басталған",
                                    "не может закончиться %s, раньше начала %s",
                                    stop.through().get(),
                                    stop.from())));
                }
            }
            return problems;
        }

        private Term term() {
            Week counted = week.orElse(Week.FIVE);
            LastDay last = lastDay.orElse(LastDay.STAYS);
            return switch (unit) {
                case CALENDAR_DAYS -> new Term.CalendarDays(length, last, counted);
                case WORKING_DAYS -> new Term.OfWorkingDays(length, counted);
                case MONTHS -> new Term.Months(length, last, counted);
            };
        }

        private List<Pause> stops() {
            return pauses.orElse(List.of()).stream()
                    .map(stop -> new Pause(stop.from(), stop.through().orElse(null), ground(stop), PAUSE_RULE))
                    .toList();
        }

        private Sentence ground(Stop stop) {
            return stop.ground()
                    .filter(text -> !text.isBlank())
                    .map(text -> new Sentence(text, text))
                    .orElseGet(() -> country.says(
                            "the term stands still", "thời hạn tạm dừng", "мерзім тоқтап тұр", "срок приостановлен"));
        }
    }

    /// The answer.
    ///
    /// @param due the last day; null while an open pause keeps it unknown
    /// @param counted how many days count
    /// @param paused on how many days it stood still before its end; of an open pause only the first day
    /// @param skipped the days off that were passed over
    record Told(@Nullable LocalDate due, int counted, long paused, List<WorkingDays.Skipped> skipped) {}

    @Override
    public List<CountedTerm> terms(Asked facts) {
        return List.of(term(facts));
    }

    private CountedTerm term(Asked facts) {
        WorkingCalendar calendar = calendars.apply(facts.country(), facts.from().getYear());
        return new CountedTerm("due", new LegalClock(calendar), facts.term(), facts.from(), facts.stops());
    }

    @Override
    public Ruling<Told> decide(Asked facts, Edition edition) {
        DeadlineStrip strip = term(facts).strip();
        long paused =
                strip.days().stream().filter(cell -> cell.kind() == Kind.PAUSED).count();
        Told told = new Told(strip.due().orElse(null), strip.counted(), paused, strip.skipped());
        return new Ruling<>(told, List.of(startIsNotCounted(facts), ends(facts, told), standsStill(facts, told)));
    }

    private static Finding startIsNotCounted(Asked facts) {
        return Finding.met(
                START_RULE,
                facts.country()
                        .says(
                                "%s, from which is counted, is not counted itself",
                                "%s là ngày bắt đầu tính nên không được tính",
                                "%s — санау басталатын күн, ол есепке кірмейді",
                                "%s — день начала отсчёта — не считается",
                                facts.from()));
    }

    private static Finding ends(Asked facts, Told told) {
        String clause = facts.unit() == Unit.MONTHS ? MONTH_RULE : COUNT_RULE;
        if (told.due() == null) {
            return Finding.needsPerson(
                    clause,
                    facts.country()
                            .says(
                                    "%d days are counted so far; when does the term go on?",
                                    "đến nay đã tính %d ngày; khi nào thời hạn chạy tiếp?",
                                    "әзірге %d күн есептелді; мерзім қашан жалғасады?",
                                    "пока отсчитано дней: %d; когда срок продолжится?",
                                    told.counted()));
        }
        return Finding.met(
                clause,
                facts.country()
                        .says(
                                "the last day is %s; days passed over: %d",
                                "ngày cuối cùng là %s; số ngày được bỏ qua: %d",
                                "соңғы күн — %s; өткізіп жіберілген күндер: %d",
                                "последний день — %s; пропущено дней: %d",
                                told.due(),
                                told.skipped().size()));
    }

    private static Finding standsStill(Asked facts, Told told) {
        return told.paused() == 0
                ? Finding.doesNotApply(
                        PAUSE_RULE,
                        facts.country()
                                .says(
                                        "the term never stood still",
                                        "thời hạn không tạm dừng lần nào",
                                        "мерзім тоқтаған жоқ",
                                        "срок не приостанавливался"))
                : Finding.met(
                        PAUSE_RULE,
                        facts.country()
                                .says(
                                        "days on which the term stood still: %d%s",
                                        "số ngày thời hạn tạm dừng: %d%s",
                                        "мерзім тоқтаған күндер: %d%s",
                                        "дней приостановки: %d%s",
                                        told.paused(),
                                        told.due() == null ? " …" : ""));
    }
}
