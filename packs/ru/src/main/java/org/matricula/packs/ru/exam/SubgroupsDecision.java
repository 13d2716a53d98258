package org.matricula.packs.ru.exam;

import static org.matricula.law.Finding.doesNotApply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUE;

/// Whether a study group is split so that it can be examined: each start inside the slot of the schedule, each
/// student in exactly one part. Not splitting is allowed.
final class SubgroupsDecision extends ExamDecision<SubgroupsDecision.Plan, SubgroupsDecision.Answer> {
    SubgroupsDecision() {
        super(
                "ru.exam.subgroups",
                new Sentence("May the study group be split like this?", "Можно ли так разбить учебную группу?"),
                Plan.class,
                Answer.class);
    }

    /// What is wrong with a plan.
    enum Kind {
        BEFORE_SLOT("before the slot", "до отрезка"),
        AFTER_SLOT("after the slot", "после отрезка"),
        STUDENT_TWICE("placed twice", "распределён дважды"),
        STUDENT_WITHOUT_SUBGROUP("in no part", "ни в одной части"),
        STUDENT_NOT_ON_LIST("not of the group", "не из группы");

        private final Sentence label;

        Kind(String en, String ru) {
            label = new Sentence(en, ru);
        }
    }

    /// @param start the first minute that the schedule gives
    /// @param end the minute with which it is over
    record Slot(
            @Facts.Says("first minute of the slot, 09:00 or 2025-01-15T09:00")
            String start,

            @Facts.Says("minute with which the slot is over")
            String end)
            implements Facts.Checked {
        @Override
        public List<Facts.Problem> impossible() {
            List<Facts.Problem> problems = new ArrayList<>();
            Optional<ClockTime> first = ClockTime.read(start);
            Optional<ClockTime> last = ClockTime.read(end);
            if (first.isEmpty()) {
                problems.add(ClockTime.unread("/start", start));
            }
            if (last.isEmpty()) {
                problems.add(ClockTime.unread("/end", end));
            }
            first.ifPresent(a -> last.ifPresent(b -> {
                if (a.dated() != b.dated()) {
                    problems.add(ClockTime.halfDated("/end", "start"));
                } else if (!a.isBefore(b)) {
                    problems.add(new Facts.Problem(
                            "/end",
                            Sentence.of(
                                    "end %s does not lie after start %s",
                                    "end %s не позже, чем start %s", end, start)));
                }
            }));
            return problems;
        }
    }

    /// @param start when the part begins
    /// @param students the ids of its students
    record Subgroup(
            @Facts.Says("when the part begins, written as in the slot")
            String start,

            @Facts.AsText @Facts.Says("ids of its students") List<String> students)
            implements Facts.Checked {
        public Subgroup {
            students = List.copyOf(students);
        }

        @Override
        public List<Facts.Problem> impossible() {
            return ClockTime.read(start).isPresent() ? List.of() : List.of(ClockTime.unread("/start", start));
        }

        private ClockTime begins() {
            return ClockTime.read(start).orElseThrow();
        }
    }

    /// @param slot the time that the schedule gives the group
    /// @param students the ids of the group
    /// @param subgroups its parts; none when it is not split
    record Plan(
            @Facts.Says("the time that the schedule gives the group")
            Slot slot,

            @Facts.AsText @Facts.Says("ids of the students of the group")
            List<String> students,

            @Facts.Says("the parts; none when the group is not split")
            List<Subgroup> subgroups)
            implements Facts.Checked {
        public Plan {
            students = List.copyOf(students);
            subgroups = List.copyOf(subgroups);
        }

        @Override
        public List<Facts.Problem> impossible() {
            List<Facts.Problem> problems = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < students.size(); i++) {
                if (!seen.add(students.get(i))) {
                    problems.add(new Facts.Problem(
                            "/students/" + i,
                            Sentence.of("'%s' is listed twice", "«%s» указан дважды", students.get(i))));
                }
            }
            ClockTime.read(slot.start()).ifPresent(first -> {
                for (int i = 0; i < subgroups.size(); i++) {
                    String path = "/subgroups/%d/start".formatted(i);
                    ClockTime.read(subgroups.get(i).start())
                            .filter(start -> start.dated() != first.dated())
                            .ifPresent(_ -> problems.add(ClockTime.halfDated(path, "slot")));
                }
            });
            return problems;
        }

        private ClockTime opens() {
            return ClockTime.read(slot.start()).orElseThrow();
        }

        private ClockTime closes() {
            return ClockTime.read(slot.end()).orElseThrow();
        }
    }

    /// @param kind what is wrong
    /// @param clause the clause against it
    /// @param subgroup the part, counted from 1; null when it is about the list
    /// @param student the student; null when it is about a start
    record Problem(
            Kind kind,
            String clause,
            @Nullable Integer subgroup,
            @Nullable String student) {}

    /// @param acceptable whether the plan may stand
    /// @param problems everything against it
    record Answer(boolean acceptable, List<Problem> problems) {}

    @Override
    public Optional<LocalDate> relevantDate(Plan plan) {
        return Optional.of(plan.opens())
                .filter(ClockTime::dated)
                .map(start -> start.at().toLocalDate());
    }

    @Override
    public Ruling<Answer> decide(Plan plan, Edition edition) {
        List<Problem> starts = starts(plan);
        List<Problem> places = places(plan);
        return new Ruling<>(
                new Answer(
                        starts.isEmpty() && places.isEmpty(),
                        Stream.of(starts, places).flatMap(List::stream).toList()),
                List.of(
                        groupMayBeSplitInsideItsTime(plan, starts),
                        everyStudentIsInOnePart(plan, places),
                        everyPartStartsInsideTheSlot(plan, starts)));
    }

    /// The first minute of the slot is in, its end is out: nothing could begin then and be inside.
    private static List<Problem> starts(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < plan.subgroups().size(); i++) {
            ClockTime start = plan.subgroups().get(i).begins();
            if (start.isBefore(plan.opens())) {
                problems.add(new Problem(Kind.BEFORE_SLOT, RUE.ART_3_PREP_6_TIME, i + 1, null));
            } else if (!start.isBefore(plan.closes())) {
                problems.add(new Problem(Kind.AFTER_SLOT, RUE.ART_3_PREP_6_TIME, i + 1, null));
            }
        }
        return problems;
    }

    private static List<Problem> places(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        if (plan.subgroups().isEmpty()) {
            return problems;
        }
        Set<String> group = new HashSet<>(plan.students());
        Map<String, Integer> placed = new HashMap<>();
        for (int i = 0; i < plan.subgroups().size(); i++) {
            for (String student : plan.subgroups().get(i).students()) {
                if (!group.contains(student)) {
                    problems.add(new Problem(Kind.STUDENT_NOT_ON_LIST, RUE.ART_3_PREP_6_SPLIT, i + 1, student));
                } else if (placed.putIfAbsent(student, i + 1) != null) {
                    problems.add(new Problem(Kind.STUDENT_TWICE, RUE.ART_3_PREP_6_SPLIT, i + 1, student));
                }
            }
        }
        plan.students().stream()
                .filter(student -> !placed.containsKey(student))
                .map(student -> new Problem(Kind.STUDENT_WITHOUT_SUBGROUP, RUE.ART_3_PREP_6_SPLIT, null, student))
                .forEach(problems::add);
        return problems;
    }

    @Clause(RUE.ART_2_5)
    private static Finding groupMayBeSplitInsideItsTime(Plan plan, List<Problem> starts) {
        return plan.subgroups().isEmpty() ? notSplit(RUE.ART_2_5) : insideTheSlot(RUE.ART_2_5, plan, starts);
    }

    @Clause(RUE.ART_3_PREP_6_TIME)
    private static Finding everyPartStartsInsideTheSlot(Plan plan, List<Problem> starts) {
        return plan.subgroups().isEmpty()
                ? notSplit(RUE.ART_3_PREP_6_TIME)
                : insideTheSlot(RUE.ART_3_PREP_6_TIME, plan, starts);
    }

    private static Finding insideTheSlot(String clause, Plan plan, List<Problem> starts) {
        String outside = String.join(
                ", ",
                starts.stream()
                        .map(Problem::subgroup)
                        .map(number -> plan.subgroups().get(number - 1).begins().told())
                        .toList());
        return Finding.of(
                clause,
                starts.isEmpty(),
                Sentence.of(
                        "all %d starts lie from %s until before %s",
                        "все начала (%d) не раньше %s и раньше %s",
                        plan.subgroups().size(),
                        plan.opens().told(),
                        plan.closes().told()),
                Sentence.of(
                        "outside %2$s to %3$s: %1$s",
                        "вне отрезка %2$s–%3$s: %1$s",
                        outside,
                        plan.opens().told(),
                        plan.closes().told()));
    }

    @Clause(RUE.ART_3_PREP_6_SPLIT)
    private static Finding everyStudentIsInOnePart(Plan plan, List<Problem> places) {
        if (plan.subgroups().isEmpty()) {
            return notSplit(RUE.ART_3_PREP_6_SPLIT);
        }
        return Finding.of(
                RUE.ART_3_PREP_6_SPLIT,
                places.isEmpty(),
                Sentence.of(
                        "%d students, each in exactly one of %d parts",
                        "студентов %d, каждый ровно в одной из частей (%d)",
                        plan.students().size(),
                        plan.subgroups().size()),
                new Sentence(
                        "not in exactly one part: " + told(places, Sentence::en),
                        "не ровно в одной части: " + told(places, Sentence::local)));
    }

    private static String told(List<Problem> places, Function<Sentence, String> language) {
        return String.join(
                ", ",
                places.stream()
                        .map(p -> "%s (%s)".formatted(p.student(), language.apply(p.kind().label)))
                        .toList());
    }

    private static Finding notSplit(String clause) {
        return doesNotApply(
                clause, new Sentence("the group is not split, which is allowed", "группа не разбита, это допустимо"));
    }
}
