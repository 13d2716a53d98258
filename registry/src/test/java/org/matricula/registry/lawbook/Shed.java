package org.matricula.registry.lawbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Clause;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Pack;
import org.matricula.law.Regulation;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.corpus.Corpora;
import org.matricula.law.time.Calendars;
import org.matricula.law.time.CountedTerm;
import org.matricula.law.time.CountsTerms;
import org.matricula.law.time.DeadlineStrip;
import org.matricula.law.time.LegalClock;
import org.matricula.law.time.Term;
import org.matricula.law.time.WorkingDays;

/// A made-up country whose only law is about borrowing boats; its questions use every kind of fact.
final class Shed implements Pack {
    private static final WorkingCalendar CALENDAR = Calendars.parse("calendar/VN.yaml", """
            country: VN
            language: vi
            sources: {week: "Decree on the week", may: "Decree <on> May"}
            words:
              workday: {en: "an ordinary working day", vi: "ngày làm việc thường"}
              saturday: {en: "Saturday", vi: "thứ Bảy"}
              sunday: {en: "Sunday", vi: "Chủ nhật"}
            weeks: {FIVE: week, SIX: week}
            years:
              "2024":
                - {date: 2024-05-01, working: false, reason: {en: "May Day", vi: "Quốc tế Lao động"}, source: may}
                - {date: 2024-05-04, working: true, week: FIVE, reason: {en: "for 2 May", vi: "bù ngày 02/05"}, source: may}
            """);

    @Override
    public String country() {
        return "VN";
    }

    @Override
    public List<Corpus> corpora() {
        return List.of(Corpora.of(Shed.class, "SHED"));
    }

    @Override
    public List<Decision<?, ?>> decisions() {
        return List.of(new Loan(), new Everything(), new Back(), new Broken());
    }

    @Override
    public List<WorkingCalendar> calendars() {
        return List.of(CALENDAR);
    }

    abstract static class Asked<F extends Record, A extends Record> implements Decision<F, A> {
        @Override
        public Regulation regulation() {
            return Corpora.of(Shed.class, "SHED").regulation();
        }
    }

    /// May this person take a boat?
    static final class Loan extends Asked<Loan.Wish, Loan.Answer> {
        enum Weather {
            FAIR,
            BAD
        }

        record Wish(
                @Facts.Says("Name of the person") @Facts.NotEmpty
                String name,

                LocalDate bornOn,
                LocalDate askedOn,
                boolean swims,
                Optional<Weather> weather,
                @Facts.Min(1) @Facts.Max(8) int seats)
                implements Facts.Checked {
            @Override
            public List<Facts.Problem> impossible() {
                return askedOn.isBefore(bornOn)
                        ? List.of(
                                new Facts.Problem("/askedOn", new Sentence("asked before born", "hỏi trước khi sinh")))
                        : List.of();
            }
        }

        record Answer(boolean allowed, @Nullable String unmet) {}

        @Override
        public String id() {
            return "shed.loan";
        }

        @Override
        public Sentence title() {
            return new Sentence("May a boat be taken?", "Có được mượn thuyền không?");
        }

        @Override
        public Class<Wish> factsType() {
            return Wish.class;
        }

        @Override
        public Class<Answer> answerType() {
            return Answer.class;
        }

        @Override
        public Optional<LocalDate> relevantDate(Wish facts) {
            return Optional.of(facts.askedOn());
        }

        @Override
        public Ruling<Answer> decide(Wish facts, Edition edition) {
            return new Ruling<>(
                    new Answer(facts.swims(), facts.swims() ? null : "SHED:1.a/1"),
                    List.of(swims(facts), Weathers.examine(facts)));
        }

        @Clause("SHED:1.a/1")
        private static Finding swims(Wish facts) {
            return Finding.of(
                    "SHED:1.a/1",
                    facts.swims(),
                    Sentence.of("%s can swim", "%s biết bơi", facts.name()),
                    Sentence.of("%s cannot swim", "%s không biết bơi", facts.name()));
        }
    }

    /// Stands apart, so that the trace from a decision to a clause has to follow a call.
    static final class Weathers {
        private Weathers() {}

        @Clause("SHED:1.b")
        static Finding examine(Loan.Wish facts) {
            return facts.weather().filter(w -> w == Loan.Weather.BAD).isPresent()
                    ? Finding.needsPerson(
                            "SHED:1.b", new Sentence("is the weather too bad?", "thời tiết có quá xấu không?"))
                    : Finding.doesNotApply("SHED:1.b", new Sentence("the weather is fair", "thời tiết tốt"));
        }
    }

    /// Gives back what it was told, in every kind of fact.
    static final class Everything extends Asked<Everything.All, Everything.All> {
        enum Colour {
            RED,
            ORANGE,
            YELLOW,
            GREEN,
            BLUE,
            INDIGO,
            VIOLET
        }

        record Part(String label, Optional<LocalTime> at, List<String> notes) {}

        record Keeper(String name, boolean present) {}

        record All(
                String text,
                int whole,
                BigDecimal decimal,
                boolean flag,
                Optional<Boolean> maybe,
                Colour colour,
                LocalDate day,
                LocalTime time,
                LocalDateTime moment,
                List<Colour> colours,
                List<Integer> numbers,
                List<Part> parts,
                Optional<Keeper> keeper,
                Map<String, String> pairs) {}

        @Override
        public String id() {
            return "shed.everything";
        }

        @Override
        public Sentence title() {
            return new Sentence("Every kind of fact", "Mọi loại dữ kiện");
        }

        @Override
        public Class<All> factsType() {
            return All.class;
        }

        @Override
        public Class<All> answerType() {
            return All.class;
        }

        @Override
        public int largestFacts() {
            return 4 << 20;
        }

        @Override
        public Ruling<All> decide(All facts, Edition edition) {
            return new Ruling<>(facts, List.of());
        }
    }

    /// By when a boat comes back.
    static final class Back extends Asked<Back.Taken, Back.Due> implements CountsTerms<Back.Taken> {
        record Taken(LocalDate takenOn) {}

        record Due(LocalDate due, List<WorkingDays.Skipped> skipped) {}

        @Override
        public String id() {
            return "shed.back";
        }

        @Override
        public Sentence title() {
            return new Sentence("By when does a boat come back?", "Phải trả thuyền chậm nhất ngày nào?");
        }

        @Override
        public Class<Taken> factsType() {
            return Taken.class;
        }

        @Override
        public Class<Due> answerType() {
            return Due.class;
        }

        @Override
        public List<CountedTerm> terms(Taken facts) {
            return List.of(new LegalClock(CALENDAR)
                    .count("due", new Term.OfWorkingDays(3, WorkingCalendar.Week.FIVE), facts.takenOn()));
        }

        @Override
        public Ruling<Due> decide(Taken facts, Edition edition) {
            DeadlineStrip strip = terms(facts).getFirst().strip();
            LocalDate due = strip.due().orElseThrow();
            List<Finding> findings = new ArrayList<>();
            findings.add(Finding.met("SHED:2", Sentence.of("back by %s", "trả trước hết ngày %s", due)));
            return new Ruling<>(new Due(due, strip.skipped()), findings);
        }
    }

    /// Fails, as no decision should.
    static final class Broken extends Asked<Broken.Nothing, Broken.Nothing> {
        record Nothing(String text) {}

        @Override
        public String id() {
            return "shed.broken";
        }

        @Override
        public Sentence title() {
            return new Sentence("A fault of ours", "Lỗi của chúng tôi");
        }

        @Override
        public Class<Nothing> factsType() {
            return Nothing.class;
        }

        @Override
        public Class<Nothing> answerType() {
            return Nothing.class;
        }

        @Override
        public Ruling<Nothing> decide(Nothing facts, Edition edition) {
            throw new IllegalStateException("the secret of the shed");
        }
    }
}
