package org.matricula.law.desk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/// A made-up country with one regulation and decisions that use every kind of fact.
final class SamplePack implements Pack {
    static final DecisionDesk DESK = new DecisionDesk(List.of(new SamplePack()));

    @Override
    public String country() {
        return "VN";
    }

    @Override
    public List<Corpus> corpora() {
        return List.of(Corpora.of(SamplePack.class, "TEST"));
    }

    @Override
    public List<Decision<?, ?>> decisions() {
        return List.of(new Library(), new Everything(), new NextYear(), new Broken());
    }

    @Override
    public List<WorkingCalendar> calendars() {
        return List.of();
    }

    abstract static class Sample<F extends Record, A extends Record> implements Decision<F, A> {
        @Override
        public Sentence title() {
            return new Sentence("A sample", "Một ví dụ");
        }

        @Override
        public Regulation regulation() {
            return Corpora.of(SamplePack.class, "TEST").regulation();
        }
    }

    /// May a reader take a book home?
    static final class Library extends Sample<Library.Asked, Library.Told> {
        enum Reader {
            PUPIL,
            TEACHER
        }

        record Asked(
                @Facts.Says("Who asks") Reader reader,
                LocalDate bornOn,
                LocalDate askedOn,
                @Facts.Min(0) @Facts.Max(9) int books)
                implements Facts.Checked {
            @Override
            public List<Facts.Problem> impossible() {
                return askedOn.isBefore(bornOn)
                        ? List.of(
                                new Facts.Problem("/askedOn", new Sentence("asked before born", "hỏi trước khi sinh")))
                        : List.of();
            }
        }

        record Told(boolean allowed, @Nullable String via, Optional<LocalDate> until) {}

        @Override
        public String id() {
            return "vn.sample.library";
        }

        @Override
        public Class<Asked> factsType() {
            return Asked.class;
        }

        @Override
        public Class<Told> answerType() {
            return Told.class;
        }

        @Override
        public Optional<LocalDate> relevantDate(Asked facts) {
            return Optional.of(facts.askedOn());
        }

        @Override
        public Ruling<Told> decide(Asked facts, Edition edition) {
            boolean allowed = facts.reader() == Reader.TEACHER || facts.books() < 3;
            return new Ruling<>(
                    new Told(
                            allowed, null, allowed ? Optional.of(facts.askedOn().plusMonths(1)) : Optional.empty()),
                    List.of(Finding.of(
                            "TEST:1.a/1",
                            allowed,
                            Sentence.of("%d books are few enough", "%d cuốn là đủ ít", facts.books()),
                            Sentence.of("%d books are too many", "%d cuốn là quá nhiều", facts.books()))));
        }
    }

    /// Takes every kind of fact and gives it back.
    static final class Everything extends Sample<Everything.All, Everything.All> {
        enum Colour {
            RED,
            DARK_GREEN
        }

        record Part(String name, @Facts.Min(1) int count, Optional<Colour> colour) {}

        record All(
                @Facts.NotEmpty String name,
                int whole,
                @Facts.Min(-5) long wide,
                @Facts.Max(100) BigDecimal decimal,
                boolean flag,
                Colour colour,
                LocalDate day,
                LocalTime time,
                LocalDateTime moment,
                @Facts.NotEmpty List<Part> parts,
                List<Colour> colours,
                Map<String, String> named,
                Optional<Boolean> maybe,
                Optional<@Nullable Integer> number,
                @Facts.AsText Optional<Map<String, String>> loose) {}

        @Override
        public String id() {
            return "vn.sample.everything";
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
        public Ruling<All> decide(All facts, Edition edition) {
            return new Ruling<>(facts, List.of());
        }
    }

    /// Asks a calendar for the year after.
    static final class NextYear extends Sample<NextYear.From, NextYear.From> {
        record From(LocalDate from, int days) {}

        @Override
        public String id() {
            return "vn.sample.next-year";
        }

        @Override
        public Class<From> factsType() {
            return From.class;
        }

        @Override
        public Class<From> answerType() {
            return From.class;
        }

        @Override
        public Ruling<From> decide(From facts, Edition edition) {
            throw new WorkingCalendar.YearNotLoaded("VN", facts.from().getYear() + 1);
        }
    }

    /// Cites a clause that is not in the corpus: a fault of ours.
    static final class Broken extends Sample<Broken.Nothing, Broken.Nothing> {
        record Nothing() {}

        @Override
        public String id() {
            return "vn.sample.broken";
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
            return new Ruling<>(facts, List.of(Finding.met("TEST:9", new Sentence("by nothing", "không có"))));
        }
    }
}
