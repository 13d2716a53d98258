package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VN55;

/// From when the record of what was recognised for a learner may be disposed of.
///
/// Three years from the day of the degree must have passed, so the first day is the day after. Without a degree the
/// clock does not start and this clause never allows disposal. The text speaks of years, up to the anniversary; as a
/// term in months it would read worse, so it is counted here.
final class Disposal extends BridgingDecision<Disposal.Given, Disposal.Answer> {
    Disposal() {
        super(
                "disposal",
                new Sentence(
                        "Whether a recognition result may be disposed of", "Kết quả công nhận đã được phép hủy chưa"),
                Given.class,
                Answer.class);
    }

    /// How "after three years" is read.
    enum AfterThreeYears {
        /// The third anniversary still belongs to the term. The default.
        DAY_AFTER_ANNIVERSARY,
        /// The third anniversary is the first day.
        ON_ANNIVERSARY
    }

    record Given(
            @Facts.Says("Day on which the degree was granted; absent when there is none")
            Optional<LocalDate> degreeGrantedOn,

            @Facts.Says("Day on which the record would be disposed of")
            LocalDate on,

            @Facts.Says("How 'after three years' is read; DAY_AFTER_ANNIVERSARY when not told")
            Optional<AfterThreeYears> afterThreeYears)
            implements Facts.Checked {
        @Override
        public List<Facts.Problem> impossible() {
            return degreeGrantedOn
                    .filter(on::isBefore)
                    .map(granted -> List.of(new Facts.Problem(
                            "/on",
                            say(
                                    "%s is before the degree was granted on %s",
                                    "ngày %s trước ngày cấp bằng %s", on, granted))))
                    .orElse(List.of());
        }

        AfterThreeYears reading() {
            return afterThreeYears.orElse(AfterThreeYears.DAY_AFTER_ANNIVERSARY);
        }

        Optional<LocalDate> disposableFrom() {
            int years = VN55.number(VN55.ART_21_2, on);
            return degreeGrantedOn.map(day -> day.plusYears(years)).map(anniversary -> switch (reading()) {
                case DAY_AFTER_ANNIVERSARY -> anniversary.plusDays(1);
                case ON_ANNIVERSARY -> anniversary;
            });
        }
    }

    /// @param from first day on which disposal is allowed; null when the clock has not started
    record Answer(boolean disposable, @Nullable LocalDate from) {}

    @Override
    public Optional<LocalDate> relevantDate(Given facts) {
        return Optional.of(facts.on());
    }

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        Finding kept = keptThreeYears(facts);
        return new Ruling<>(new Answer(kept.isMet(), facts.disposableFrom().orElse(null)), List.of(kept));
    }

    /// MET says that the record was kept as long as the clause asks, so that it need not be kept longer.
    @Clause(VN55.ART_21_2)
    private static Finding keptThreeYears(Given facts) {
        Optional<LocalDate> from = facts.disposableFrom();
        if (from.isEmpty()) {
            return Finding.notMet(
                    VN55.ART_21_2,
                    say(
                            "no degree was granted, so the three years have not begun",
                            "chưa cấp bằng nên thời hạn ba năm chưa bắt đầu"));
        }
        return Finding.of(
                VN55.ART_21_2,
                !facts.on().isBefore(from.get()),
                say(
                        "the degree is of %s; from %s, and so on %s, the record need not be kept (%s)",
                        "bằng cấp ngày %s; từ %s, nên vào %s, không còn phải giữ (%s)",
                        facts.degreeGrantedOn().orElseThrow(),
                        from.get(),
                        facts.on(),
                        reading(facts)),
                say(
                        "the degree is of %s; until %s the record is kept, so also on %s (%s)",
                        "bằng cấp ngày %s; trước %s vẫn phải giữ, nên vào %s cũng vậy (%s)",
                        facts.degreeGrantedOn().orElseThrow(),
                        from.get(),
                        facts.on(),
                        reading(facts)));
    }

    private static Sentence reading(Given facts) {
        return switch (facts.reading()) {
            case DAY_AFTER_ANNIVERSARY ->
                say(
                        "reading used: the third anniversary is still kept",
                        "cách hiểu đã dùng: đúng ngày tròn ba năm vẫn phải giữ");
            case ON_ANNIVERSARY ->
                say(
                        "reading used: the third anniversary is the first free day",
                        "cách hiểu đã dùng: đúng ngày tròn ba năm đã được hủy");
        };
    }
}
