package org.matricula.registry.gradebook.intake.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.matricula.registry.gradebook.intake.Plan;
import org.matricula.registry.gradebook.intake.Plan.Listed;
import org.matricula.registry.gradebook.intake.Plan.Place;
import org.matricula.registry.gradebook.intake.Plan.Teaches;
import org.matricula.registry.gradebook.intake.web.OfficeViews.Figure;
import org.matricula.registry.gradebook.intake.web.OfficeViews.Question;
import org.matricula.registry.gradebook.intake.web.OfficeViews.Section;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Option;

/// A plan in figures, tables and questions.
///
/// @param rest how many assignments come of homeroom teachers teaching what nobody else teaches
record PlanView(List<Figure> figures, List<Section> sections, List<Question> questions, int rest) {

    static PlanView of(Page page, List<Column> columns, Plan.Pupils plan) {
        List<Section> sections = new ArrayList<>();
        String pupil = page.say("column.pupil");
        String room = page.say("column.class");
        add(
                sections,
                "changed",
                page.say("plan.changed"),
                List.of(pupil, room, page.say("column.what"), page.say("column.was"), page.say("column.becomes")),
                plan.changed().stream()
                        .flatMap(each -> each.changes().stream()
                                .map(change -> List.of(
                                        each.fullName(),
                                        each.className(),
                                        IntakeWordsOf.title(page, columns, change.key()),
                                        change.was().isEmpty()
                                                ? "—"
                                                : IntakeWordsOf.value(columns, change.key(), change.was()),
                                        IntakeWordsOf.value(columns, change.key(), change.value()))))
                        .toList());
        add(
                sections,
                "moved",
                page.say("plan.moved"),
                List.of(pupil, page.say("column.from"), page.say("column.to")),
                plan.at(Place.MOVES).stream()
                        .map(each -> List.of(each.fullName(), each.from().orElse(""), each.className()))
                        .toList());
        add(
                sections,
                "classes",
                page.say("plan.classes"),
                List.of(room, page.say("column.grade"), page.say("column.pupils")),
                plan.classes().stream()
                        .map(each -> List.of(
                                each.name(),
                                String.valueOf(each.grade()),
                                String.valueOf(plan.listed().stream()
                                        .filter(listed -> listed.className().equals(each.name()))
                                        .count())))
                        .toList());
        add(sections, "new", page.say("plan.new"), persons(page), persons(columns, plan.at(Place.NEW)));
        add(sections, "joined", page.say("plan.joined"), persons(page), persons(columns, plan.at(Place.JOINS)));
        add(
                sections,
                "withoutNumber",
                page.say("plan.withoutNumber"),
                List.of(room, pupil, page.say("column.born")),
                plan.withoutNumber().stream()
                        .map(each -> List.of(
                                each.className(),
                                each.fullName(),
                                IntakeWordsOf.value(
                                        columns,
                                        ClassSheetForm.BORN_ON,
                                        each.values().getOrDefault(ClassSheetForm.BORN_ON, ""))))
                        .toList());
        List<Figure> figures = figures(
                page,
                plan.counts(),
                List.of("new", "joined", "moved", "changed", "classes", "unlisted", "withoutNumber", "same"));
        List<Question> questions = plan.unlisted().isEmpty()
                ? List.of()
                : List.of(new Question(
                        "left",
                        page.say("ask.left", plan.unlisted().size()),
                        page.say("ask.left.hint"),
                        plan.unlisted().stream()
                                .map(each ->
                                        new Option(each.pupil().toString(), each.fullName() + " · " + each.className()))
                                .toList()));
        return new PlanView(figures, sections, questions, 0);
    }

    private static List<String> persons(Page page) {
        return List.of(
                page.say("column.class"), page.say("column.pupil"), page.say("column.born"), page.say("column.number"));
    }

    private static List<List<String>> persons(List<Column> columns, List<Listed> listed) {
        return listed.stream()
                .map(each -> List.of(
                        each.className(),
                        each.fullName(),
                        IntakeWordsOf.value(
                                columns,
                                ClassSheetForm.BORN_ON,
                                each.values().getOrDefault(ClassSheetForm.BORN_ON, "")),
                        each.values().getOrDefault(ClassSheetForm.PERSONAL_NUMBER, "—")))
                .toList();
    }

    static PlanView of(Page page, ClassSheetForm sheet, Plan.Teaching plan) {
        Map<String, String> names = plan.teachers().stream()
                .collect(Collectors.toMap(Plan.Teacher::login, Plan.Teacher::name, (a, _) -> a, LinkedHashMap::new));
        List<Section> sections = new ArrayList<>();
        add(
                sections,
                "newTeachers",
                page.say("plan.newTeachers"),
                List.of(page.say("column.teacher"), page.say("column.login")),
                plan.newTeachers().stream()
                        .map(each -> List.of(each.name(), each.login()))
                        .toList());
        List<String> columns = List.of(
                page.say("column.class"),
                page.say("column.subject"),
                page.say("column.teacher"),
                page.say("column.before"));
        add(sections, "given", page.say("plan.given"), columns, teaches(page, sheet, names, plan.given(false)));
        add(sections, "rest", page.say("plan.rest"), columns, teaches(page, sheet, names, plan.given(true)));
        List<Figure> figures = figures(page, plan.counts(), List.of("given", "newTeachers", "rest", "unnamed", "same"));
        List<Question> questions = plan.unnamed().isEmpty()
                ? List.of()
                : List.of(new Question(
                        "ended",
                        page.say("ask.ended", plan.unnamed().size()),
                        page.say("ask.ended.hint"),
                        plan.unnamed().stream()
                                .map(each -> new Option(
                                        each.mandate().toString(),
                                        each.className() + " · "
                                                + IntakeWordsOf.subject(page, sheet, each.subject()) + " · "
                                                + each.name(),
                                        each.takenOver() ? page.say("ask.ended.taken") : ""))
                                .toList()));
        return new PlanView(figures, sections, questions, plan.given(true).size());
    }

    private static List<List<String>> teaches(
            Page page, ClassSheetForm sheet, Map<String, String> names, List<Teaches> given) {
        return given.stream()
                .map(each -> List.of(
                        each.className(),
                        IntakeWordsOf.subject(page, sheet, each.subject()),
                        names.getOrDefault(each.login(), each.login()),
                        each.before().isEmpty() ? "—" : each.before()))
                .toList();
    }

    private static List<Figure> figures(Page page, Map<String, Integer> counts, List<String> keys) {
        return keys.stream()
                .filter(key -> counts.getOrDefault(key, 0) > 0)
                .map(key -> new Figure(
                        String.valueOf(counts.get(key)),
                        page.say("figure." + key, counts.get(key)),
                        key.equals("same") ? "" : key.equals("unlisted") || key.equals("unnamed") ? "questions" : key))
                .toList();
    }

    private static void add(
            List<Section> sections, String id, String title, List<String> columns, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            sections.add(new Section(id, title, columns, rows));
        }
    }
}
