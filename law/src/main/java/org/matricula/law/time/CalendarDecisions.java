package org.matricula.law.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Pack;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Day;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.WorkingCalendar.YearNotLoaded;
import org.matricula.law.corpus.Corpora;

/// The decisions about days that every country has: what a day is, where a count of working
/// days ends, and how any term runs day by day.
public final class CalendarDecisions {
    static final String DAY_RULE = "CAL:1";
    static final String COUNT_RULE = "CAL:2";
    static final String START_RULE = "CAL:3";

    private final Map<String, WorkingCalendar> calendars;

    private CalendarDecisions(Map<String, WorkingCalendar> calendars) {
        this.calendars = calendars;
    }

    /// The decisions over the calendars of the packs.
    public static List<Decision<?, ?>> over(List<? extends Pack> packs) {
        CalendarDecisions all = new CalendarDecisions(packs.stream()
                .flatMap(pack -> pack.calendars().stream())
                .collect(Collectors.toUnmodifiableMap(WorkingCalendar::country, Function.identity())));
        return List.of(all.new WhatDay(), all.new Count(), new DrawTerm(all::calendar));
    }

    /// The conventions of counting, as a corpus of their own.
    public static Corpus corpus() {
        return Corpora.of(CalendarDecisions.class, "CAL");
    }

    /// The countries that have a calendar, each with the words that explain a count in its language.
    enum Country {
        VN("%s là ngày bắt đầu tính nên không được tính", "ngày làm việc thứ %d là %s; số ngày nghỉ được bỏ qua: %d"),
        KZ(
                "%s — санау басталатын күн, ол есепке кірмейді",
                "%d-жұмыс күні — %s; өткізіп жіберілген демалыс күндері: %d"),
        RU("%s — день начала отсчёта — не считается", "рабочий день № %d — %s; пропущено нерабочих дней: %d");

        private final String start;
        private final String end;

        Country(String start, String end) {
            this.start = start;
            this.end = end;
        }

        /// A sentence in English and in the language of the country.
        Sentence says(String en, String vi, String kk, String ru, Object... arguments) {
            return Sentence.of(
                    en,
                    switch (this) {
                        case VN -> vi;
                        case KZ -> kk;
                        case RU -> ru;
                    },
                    arguments);
        }
    }

    private WorkingCalendar calendar(Country country, int year) {
        WorkingCalendar calendar = calendars.get(country.name());
        if (calendar == null) {
            throw new YearNotLoaded(country.name(), year);
        }
        return calendar;
    }

    /// The facts of `calendar.day`.
    record DayAsked(
            @Facts.Says("Whose calendar") Country country,
            @Facts.Says("Five working days a week, or six") Week week,
            @Facts.Says("The day asked about") LocalDate date) {}

    /// The answer of `calendar.day`.
    record DayTold(boolean working, Sentence reason, String source) {}

    private final class WhatDay extends CatalogueDecision<DayAsked, DayTold> {
        WhatDay() {
            super(
                    "calendar.day",
                    new Sentence(
                            "Is this a working day, and by which instrument?", "Рабочий ли это день и по какому акту?"),
                    () -> corpus().regulation(),
                    DayAsked.class,
                    DayTold.class);
        }

        @Override
        public Ruling<DayTold> decide(DayAsked facts, Edition edition) {
            Day day = calendar(facts.country(), facts.date().getYear()).on(facts.date(), facts.week());
            Sentence because = new Sentence(
                    "%s: %s".formatted(day.date(), day.reason().en()),
                    "%s: %s".formatted(day.date(), day.reason().local()));
            return new Ruling<>(
                    new DayTold(day.working(), day.reason(), day.source()),
                    List.of(Finding.of(DAY_RULE, day.working(), because, because)));
        }
    }

    /// The facts of `calendar.working-days`.
    record CountAsked(
            @Facts.Says("Whose calendar") Country country,
            @Facts.Says("Five working days a week, or six") Week week,

            @Facts.Says("The day from which is counted; it is not counted itself")
            LocalDate from,

            @Facts.Says("How many working days") @Facts.Min(0)
            int days) {}

    /// The answer of `calendar.working-days`.
    record CountTold(LocalDate date, List<WorkingDays.Skipped> skipped) {}

    private final class Count extends CatalogueDecision<CountAsked, CountTold> implements CountsTerms<CountAsked> {
        Count() {
            super(
                    "calendar.working-days",
                    new Sentence(
                            "Which day is so many working days later?",
                            "Какой день наступит через столько рабочих дней?"),
                    () -> corpus().regulation(),
                    CountAsked.class,
                    CountTold.class);
        }

        @Override
        public List<CountedTerm> terms(CountAsked facts) {
            return List.of(term(facts));
        }

        private CountedTerm term(CountAsked facts) {
            return new LegalClock(calendar(facts.country(), facts.from().getYear()))
                    .count("date", new Term.OfWorkingDays(facts.days(), facts.week()), facts.from());
        }

        @Override
        public Ruling<CountTold> decide(CountAsked facts, Edition edition) {
            DeadlineStrip strip = term(facts).strip();
            LocalDate end = strip.due().orElseThrow();
            int skipped = strip.skipped().size();
            return new Ruling<>(
                    new CountTold(end, strip.skipped()),
                    List.of(
                            Finding.met(
                                    START_RULE,
                                    Sentence.of(
                                            "%s, from which is counted, is not counted itself",
                                            facts.country().start, facts.from())),
                            Finding.met(
                                    COUNT_RULE,
                                    Sentence.of(
                                            "working day %d is %s; %d days off were passed over",
                                            facts.country().end, facts.days(), end, skipped))));
        }
    }
}
