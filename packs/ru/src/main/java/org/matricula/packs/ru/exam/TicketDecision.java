package org.matricula.packs.ru.exam;

import static org.matricula.law.Finding.doesNotApply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUE;

/// Which ticket a student gets by the way that the teacher chose. The same facts always give the same ticket.
final class TicketDecision extends ExamDecision<TicketDecision.Draw, TicketDecision.Answer> {
    /// A bank of tickets larger than this cannot be meant.
    private static final int LARGEST_BANK = 10_000;

    private static final int DIGITS = 10;

    TicketDecision() {
        super(
                "ru.exam.ticket",
                new Sentence("Which ticket does the student get?", "Какой билет достаётся студенту?"),
                Draw.class,
                Answer.class);
    }

    /// The ways of spreading tickets that can be computed.
    enum Strategy {
        LAST_DIGIT("the last digit of the record book", "последняя цифра зачётной книжки"),
        LIST_ORDER("the order of the list", "порядок в списке"),
        RANDOM("a draw by lot", "жребий");

        private final Sentence label;

        Strategy(String en, String ru) {
            label = new Sentence(en, ru);
        }
    }

    /// Who chose the way.
    enum Chooser {
        TEACHER,
        OTHER
    }

    /// What is only remarked.
    enum Warning {
        /// Students of the group may or do share a ticket.
        SHARED_TICKETS
    }

    /// @param strategy the way of spreading tickets
    /// @param recordBook the number of the record book, of which the last character counts
    /// @param position the place of the student in the list, from 1
    /// @param tickets how many tickets there are
    /// @param seed what makes a draw by lot repeatable; recorded before the examination
    /// @param chosenBy who chose the way; the teacher when absent
    /// @param chosenBeforehand the way fixed before the examination, if it is to be compared
    /// @param handed the ticket that the student was given, if it is to be compared
    record Draw(
            Strategy strategy,

            @Facts.AsText @Facts.Says("number of the record book; needed for LAST_DIGIT")
            Optional<String> recordBook,

            @Facts.Min(1) @Facts.Says("place of the student in the list, from 1; needed for LIST_ORDER")
            Optional<Integer> position,

            @Facts.Min(1) @Facts.Max(LARGEST_BANK) @Facts.Says("how many tickets there are")
            int tickets,

            @Facts.Says("number recorded beforehand that makes the draw repeatable; needed for RANDOM")
            Optional<Long> seed,

            @Facts.Says("who chose the way: TEACHER (default) or OTHER")
            Optional<Chooser> chosenBy,

            @Facts.Says("the way fixed before the examination")
            Optional<Strategy> chosenBeforehand,

            @Facts.Min(1) @Facts.Says("the ticket that the student was given")
            Optional<Integer> handed)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            List<Problem> problems = new ArrayList<>();
            switch (strategy) {
                case LAST_DIGIT -> recordBookEndsInDigit(problems);
                case LIST_ORDER -> needed(problems, "position", position);
                case RANDOM -> needed(problems, "seed", seed);
            }
            handed.filter(number -> number > tickets)
                    .ifPresent(number -> problems.add(new Problem(
                            "/handed",
                            Sentence.of("there is no ticket %d among %d", "нет билета %d среди %d", number, tickets))));
            return problems;
        }

        private void recordBookEndsInDigit(List<Problem> problems) {
            needed(problems, "recordBook", recordBook);
            recordBook
                    .filter(number -> !number.matches("(?s).*[0-9]"))
                    .ifPresent(number -> problems.add(new Problem(
                            "/recordBook",
                            Sentence.of(
                                    "'%s' does not end in a digit; choose another way of giving tickets",
                                    "«%s» не кончается цифрой; выберите другой способ раздачи", number))));
        }

        private void needed(List<Problem> problems, String name, Optional<?> value) {
            if (value.isEmpty()) {
                problems.add(new Problem("/" + name, Sentence.of("needed for %s", "нужно для способа %s", strategy)));
            }
        }

        private int lastDigit() {
            String number = recordBook.orElseThrow();
            return number.charAt(number.length() - 1) - '0';
        }

        private int ticket() {
            return switch (strategy) {
                case LAST_DIGIT -> (lastDigit() + DIGITS - 1) % DIGITS % tickets + 1;
                case LIST_ORDER -> (position.orElseThrow() - 1) % tickets + 1;
                case RANDOM -> shuffled()[(position.orElse(1) - 1) % tickets];
            };
        }

        /// The tickets in the order of the lot. `java.util.Random` is laid down step by step in its
        /// documentation, so that anyone can repeat the draw; the students take the tickets in the order of the
        /// list.
        private int[] shuffled() {
            Random lot = new Random(seed.orElseThrow());
            int[] order = new int[tickets];
            for (int i = 0; i < tickets; i++) {
                int j = lot.nextInt(i + 1);
                order[i] = order[j];
                order[j] = i + 1;
            }
            return order;
        }

        /// How many tickets the way needs so that nobody must share one.
        private int enough() {
            return strategy == Strategy.LAST_DIGIT ? DIGITS : position.orElse(1);
        }

        private Sentence from() {
            return switch (strategy) {
                case LAST_DIGIT -> Sentence.of("last digit %d", "последняя цифра %d", lastDigit());
                case LIST_ORDER -> Sentence.of("place %d in the list", "место %d в списке", position.orElseThrow());
                case RANDOM ->
                    Sentence.of(
                            "lot with seed %d, draw %d",
                            "жребий с начальным числом %d, розыгрыш %d", seed.orElseThrow(), position.orElse(1));
            };
        }
    }

    /// @param ticket the number of the ticket, from 1
    /// @param warnings what is remarked without a consequence
    record Answer(int ticket, List<Warning> warnings) {}

    @Override
    public Ruling<Answer> decide(Draw draw, Edition edition) {
        int ticket = draw.ticket();
        return new Ruling<>(
                new Answer(ticket, draw.tickets() < draw.enough() ? List.of(Warning.SHARED_TICKETS) : List.of()),
                List.of(
                        teacherChoosesTheWay(draw, ticket),
                        bankSuitsTheWay(draw),
                        ticketIsGivenAsChosen(draw, ticket)));
    }

    @Clause(RUE.ART_2_6)
    private static Finding teacherChoosesTheWay(Draw draw, int ticket) {
        return Finding.of(
                RUE.ART_2_6,
                draw.chosenBy().orElse(Chooser.TEACHER) == Chooser.TEACHER,
                Sentence.of(
                        "%1$s, %3$d tickets: ticket %2$d is due",
                        "%4$s, билетов %3$d: достаётся билет %2$d",
                        draw.from().en(),
                        ticket,
                        draw.tickets(),
                        draw.from().local()),
                Sentence.of(
                        "the way, %s, was chosen by somebody else than the teacher",
                        "способ (%2$s) выбрал не преподаватель",
                        draw.strategy().label.en(),
                        draw.strategy().label.local()));
    }

    @Clause(RUE.ART_3_PREP_3_BANK)
    private static Finding bankSuitsTheWay(Draw draw) {
        Sentence way = draw.strategy().label;
        return Finding.of(
                RUE.ART_3_PREP_3_BANK,
                draw.tickets() >= draw.enough(),
                Sentence.of(
                        "%d tickets; %s needs %d",
                        "билетов %1$d; способ (%4$s) требует %3$d",
                        draw.tickets(),
                        way.en(),
                        draw.enough(),
                        way.local()),
                Sentence.of(
                        "%d tickets; %s needs %d so that nobody shares one",
                        "билетов %1$d; способ (%4$s) требует %3$d, чтобы билеты не повторялись",
                        draw.tickets(),
                        way.en(),
                        draw.enough(),
                        way.local()));
    }

    @Clause(RUE.ART_3_ORAL_4_T)
    private static Finding ticketIsGivenAsChosen(Draw draw, int ticket) {
        if (draw.chosenBeforehand().isEmpty() && draw.handed().isEmpty()) {
            return doesNotApply(
                    RUE.ART_3_ORAL_4_T,
                    new Sentence(
                            "nothing is told of the way fixed before or of the ticket handed out",
                            "о способе, выбранном заранее, и о выданном билете ничего не сказано"));
        }
        Strategy fixed = draw.chosenBeforehand().orElse(draw.strategy());
        int handed = draw.handed().orElse(ticket);
        return Finding.of(
                RUE.ART_3_ORAL_4_T,
                fixed == draw.strategy() && handed == ticket,
                Sentence.of(
                        "ticket %1$d was due by %2$s, as fixed before",
                        "билет %1$d полагается: %3$s, как выбрано заранее",
                        ticket,
                        fixed.label.en(),
                        fixed.label.local()),
                Sentence.of(
                        "fixed before was %2$s, used was %4$s; ticket %1$d was due, %6$d was handed out",
                        "заранее: %3$s, на деле: %5$s; полагается билет %1$d, выдан %6$d",
                        ticket,
                        fixed.label.en(),
                        fixed.label.local(),
                        draw.strategy().label.en(),
                        draw.strategy().label.local(),
                        handed));
    }
}
