package org.matricula.registry.gradebook.intake.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.ListReading.Found;
import org.matricula.registry.gradebook.ListReading.Taken;
import org.matricula.registry.gradebook.Problem.Severity;
import org.matricula.registry.gradebook.intake.Checked;
import org.matricula.registry.gradebook.intake.IntakeForms;
import org.matricula.registry.gradebook.intake.Plan;
import org.matricula.registry.gradebook.intake.Upload;
import org.matricula.registry.gradebook.intake.flows.PrintCodes;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.matricula.registry.gradebook.intake.web.OfficeViews.ColumnLine;
import org.matricula.registry.gradebook.intake.web.OfficeViews.Figure;
import org.matricula.registry.gradebook.intake.web.OfficeViews.Question;
import org.matricula.registry.gradebook.intake.web.OfficeViews.Slip;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Option;
import org.matricula.registry.page.Parts.Row;
import org.matricula.registry.page.Tone;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// A file that was weighed, as a page shows it.
@Component
final class IntakeView {
    /// The answer "as it is known" in the table of columns.
    static final String AS_KNOWN = "=";

    private final Institutions institutions;
    private final Gradebook gradebook;
    private final Office office;
    private final IntakeForms forms;
    private final IntakeStore store;

    /// Where people find this register.
    private final String address;

    IntakeView(
            Institutions institutions,
            Gradebook gradebook,
            Office office,
            IntakeForms forms,
            IntakeStore store,
            @Value("${matricula.address:}") String address) {
        this.address = address.replaceAll("/+$", "");
        this.institutions = institutions;
        this.gradebook = gradebook;
        this.office = office;
        this.forms = forms;
        this.store = store;
    }

    Map<String, Object> of(Page page, Checked checked) {
        Upload upload = checked.upload();
        Moment now = office.now(gradebook.place(upload.institution()));
        Institution school = institutions.get(upload.institution(), now.date());
        ClassSheetForm sheet = forms.sheet(school);
        List<Column> columns = forms.list(upload.kind(), sheet).columns();
        boolean blocked = checked.blocked();
        Map<String, Object> values = new HashMap<>();
        values.put("file", file(page, school, upload));
        values.put("here", "/office/intake/file/" + upload.id());
        values.put("kind", upload.kind().code());
        values.put("year", upload.schoolYear());
        values.put("digest", checked.plan().digest());
        values.put("blocked", blocked);
        values.put("nothing", !blocked && checked.plan().changesNothing());
        values.put("lang", OfficeDesk.lang(page));
        values.put("errors", IntakeWordsOf.remarks(page, checked.remarks(), Severity.ERROR));
        values.put("warnings", IntakeWordsOf.remarks(page, checked.remarks(), Severity.WARNING));
        values.put("notes", IntakeWordsOf.remarks(page, checked.remarks(), Severity.NOTE));
        values.put("columns", columns(page, columns, checked.reading().headings()));
        values.put("meanings", meanings(page, columns));
        values.put(
                "unknown",
                checked.reading().headings().stream()
                        .anyMatch(found ->
                                found.taken() == Taken.UNKNOWN && found.sample().isPresent()));
        PlanView plan = switch (checked.plan()) {
            case Plan.Pupils pupils -> PlanView.of(page, columns, pupils);
            case Plan.Teaching teaching -> PlanView.of(page, sheet, teaching);
        };
        values.put(
                "figures",
                plan.figures().stream()
                        .filter(figure -> !blocked || !figure.anchor().equals("questions"))
                        .toList());
        values.put("sections", plan.sections());
        values.put("questions", blocked ? List.<Question>of() : plan.questions());
        values.put("rest", blocked ? 0 : plan.rest());
        values.put("today", now.date().toString());
        return values;
    }

    private static List<Row> file(Page page, Institution school, Upload upload) {
        return List.of(
                new Row(page.say("file.name"), upload.fileName()),
                new Row(
                        page.say("file.brought"),
                        OfficeDesk.time(page, upload.at(), school.zone()) + " · " + upload.by()),
                new Row(page.say("year"), upload.schoolYear().replace("-", "–")));
    }

    /// Every column with a value, and whether it is read.
    private static List<ColumnLine> columns(Page page, List<Column> columns, List<Found> headings) {
        List<ColumnLine> lines = new ArrayList<>();
        for (Found found : headings) {
            if (found.taken() == Taken.UNKNOWN && found.sample().isEmpty()) {
                continue;
            }
            String as = found.key()
                    .map(key -> IntakeWordsOf.title(page, columns, key))
                    .orElse("");
            lines.add(new ColumnLine(
                    found.plain(),
                    found.letter(),
                    found.words(),
                    found.sample().orElse(""),
                    switch (found.taken()) {
                        case KNOWN, BY_HAND -> Tone.GOOD;
                        case PASSED_OVER, NOT_HERE -> Tone.CALM;
                        case UNKNOWN -> Tone.WARN;
                    },
                    found.taken() == Taken.KNOWN || found.taken() == Taken.BY_HAND
                            ? page.say("columns.read", as)
                            : page.say("columns." + found.taken().name()),
                    switch (found.taken()) {
                        case BY_HAND -> found.key().orElse("");
                        case PASSED_OVER -> "";
                        case KNOWN, NOT_HERE, UNKNOWN -> AS_KNOWN;
                    }));
        }
        return lines;
    }

    private static List<Option> meanings(Page page, List<Column> columns) {
        List<Option> options = new ArrayList<>();
        options.add(new Option(AS_KNOWN, page.say("columns.asKnown")));
        options.add(new Option("", page.say("columns.pass")));
        columns.forEach(column -> options.add(new Option(column.key(), OfficeDesk.say(page, column.title()))));
        return options;
    }

    /// A file of which nothing waits any more.
    Map<String, Object> over(Page page, Upload upload, int codesWaiting) {
        Moment now = office.now(gradebook.place(upload.institution()));
        Institution school = institutions.get(upload.institution(), now.date());
        Map<String, Integer> counts = store.counts(upload.id());
        List<Figure> figures = new ArrayList<>();
        List<String> told = upload.kind() == org.matricula.registry.gradebook.intake.IntakeKind.PUPILS
                ? List.of("new", "joined", "moved", "changed", "left", "classes", "same")
                : List.of("mandates", "newTeachers", "ended", "same");
        if (upload.state() == Upload.State.APPLIED) {
            told.stream()
                    .filter(key -> counts.getOrDefault(key, 0) > 0)
                    .forEach(key -> figures.add(
                            new Figure(String.valueOf(counts.get(key)), page.say("done." + key, counts.get(key)), "")));
        }
        Map<String, Object> values = new HashMap<>();
        values.put("file", file(page, school, upload));
        values.put("here", "/office/intake/file/" + upload.id());
        values.put("kind", upload.kind().code());
        values.put("year", upload.schoolYear());
        values.put("applied", upload.state() == Upload.State.APPLIED);
        values.put("figures", figures);
        values.put("codes", codesWaiting);
        values.put("withoutNumber", counts.getOrDefault("withoutNumber", 0));
        return values;
    }

    Map<String, Object> codes(Page page, Upload upload, List<PrintCodes.Slip> slips) {
        Moment now = office.now(gradebook.place(upload.institution()));
        return Map.of(
                "school",
                institutions.get(upload.institution(), now.date()).name(),
                "here",
                "/office/intake/file/" + upload.id(),
                "where",
                address + "/welcome",
                "slips",
                slips.stream()
                        .map(slip -> new Slip(
                                slip.name(),
                                slip.login(),
                                slip.code().code(),
                                OfficeDesk.time(page, slip.code().until(), now.zone())))
                        .toList());
    }
}
