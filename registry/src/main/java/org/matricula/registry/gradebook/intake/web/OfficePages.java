package org.matricula.registry.gradebook.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.intake.IntakeForms;
import org.matricula.registry.gradebook.intake.OfficeBoard;
import org.matricula.registry.gradebook.intake.OfficeBoard.Numberless;
import org.matricula.registry.gradebook.intake.OfficeBoard.Standing;
import org.matricula.registry.gradebook.intake.SchoolYears;
import org.matricula.registry.gradebook.intake.Upload;
import org.matricula.registry.gradebook.intake.flows.LookAtNumberless;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.store.ClassStore.Window;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Column;
import org.matricula.registry.page.Parts.Link;
import org.matricula.registry.page.Parts.Task;
import org.matricula.registry.page.Tone;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office's start page.
///
/// Her day, thought first: twice a year, in a hurry, with a queue at the counter, the clerk has an export of the
/// ministry's database on her desk and comes here. She does not remember where anything was. She needs to see which
/// year this is, that the three things (pupils, assignments, entry window) come in this order and which of them is
/// next; to bring the file as it is, with its forty columns, and never to be told of one mistake at a time; to see
/// before anything happens what will happen, in numbers she can compare with her own list ("571 pupils, 16 classes");
/// and to be able to stop at any point without leaving half a school behind. In between, single things happen: a child
/// moves in, a teacher falls ill; the same file sent again must do no harm. And when parents call, she wants to know
/// who still has no personal number.
@Controller
final class OfficePages {
    private static final int FILES_SHOWN = 5;

    private final OfficeDesk desk;
    private final OfficeBoard board;
    private final Office office;
    private final Gradebook gradebook;
    private final IntakeStore store;
    private final IntakeForms forms;
    private final LookAtNumberless numberless;

    OfficePages(
            OfficeDesk desk,
            OfficeBoard board,
            Office office,
            Gradebook gradebook,
            IntakeStore store,
            IntakeForms forms,
            LookAtNumberless numberless) {
        this.desk = desk;
        this.board = board;
        this.office = office;
        this.gradebook = gradebook;
        this.store = store;
        this.forms = forms;
        this.numberless = numberless;
    }

    @GetMapping("/office")
    ResponseEntity<byte[]> start(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String year) {
        Page page = desk.page(request);
        Institution here = desk.school(actor, school);
        Moment now = office.now(here.place());
        List<String> years = years(here, now);
        String chosen = years.contains(year) ? year : years.getFirst();
        List<Standing> classes = board.classes(here.id(), chosen, now);
        Map<String, Object> values = new HashMap<>();
        values.put("school", here.name());
        values.put("year", chosen);
        values.put(
                "years",
                years.stream()
                        .map(each -> new Link("/office?year=" + each, each.replace("-", "–"), each.equals(chosen)))
                        .toList());
        values.put("tasks", tasks(page, chosen, classes, now));
        values.put("classes", lines(page, forms.sheet(here), classes, now));
        values.put("files", files(page, here));
        return desk.show(HttpStatus.OK, "start", page, values);
    }

    /// The years with classes, and the one that the calendar says, the newest first.
    private List<String> years(Institution school, Moment now) {
        List<String> years = new ArrayList<>(gradebook.schoolYears(school.id()));
        String current = SchoolYears.on(now.date());
        if (!years.contains(current)) {
            years.add(current);
        }
        years.sort((a, b) -> b.compareTo(a));
        // A clerk who opens the page means the year with work in it, not an empty new one.
        if (!gradebook.schoolYears(school.id()).isEmpty()
                && years.getFirst().equals(current)
                && gradebook.classes(school.id(), current).isEmpty()) {
            years.remove(current);
            years.add(current);
        }
        return years;
    }

    private static List<Task> tasks(Page page, String year, List<Standing> classes, Moment now) {
        int pupils = classes.stream().mapToInt(Standing::pupils).sum();
        int missing = classes.stream().mapToInt(Standing::missing).sum();
        int without = classes.stream().mapToInt(Standing::withoutNumber).sum();
        long open = classes.stream()
                .filter(each -> each.window().filter(w -> w.contains(now)).isPresent())
                .count();
        boolean none = classes.isEmpty();
        List<Task> tasks = new ArrayList<>();
        tasks.add(new Task(
                page.say("task.pupils"),
                "/office/intake/pupils?year=" + year,
                page.say("task.pupils.hint"),
                none ? Tone.WARN : Tone.GOOD,
                none ? page.say("task.pupils.none") : page.say("task.pupils.state", pupils, classes.size())));
        tasks.add(new Task(
                page.say("task.teaching"),
                none ? "" : "/office/intake/teaching?year=" + year,
                page.say("task.teaching.hint"),
                none ? Tone.CALM : missing > 0 ? Tone.WARN : Tone.GOOD,
                none
                        ? page.say("task.later")
                        : missing > 0 ? page.say("task.teaching.missing", missing) : page.say("task.teaching.all")));
        tasks.add(new Task(
                page.say("task.window"),
                none ? "" : "/office/windows?year=" + year,
                page.say("task.window.hint"),
                none ? Tone.CALM : open == classes.size() ? Tone.GOOD : open > 0 ? Tone.INFO : Tone.WARN,
                none ? page.say("task.later") : page.say("task.window.state", open, classes.size())));
        if (without > 0) {
            tasks.add(new Task(
                    page.say("task.numbers"),
                    "/office/numbers?year=" + year,
                    page.say("task.numbers.hint"),
                    Tone.WARN,
                    page.say("task.numbers.state", without)));
        }
        return tasks;
    }

    private static List<OfficeViews.ClassLine> lines(
            Page page, ClassSheetForm sheet, List<Standing> classes, Moment now) {
        Map<String, Heading> subjects = IntakeForms.subjects(sheet);
        return classes.stream()
                .map(each -> new OfficeViews.ClassLine(
                        each.room().name(),
                        each.pupils(),
                        each.withoutNumber(),
                        each.homeroom().orElse(""),
                        each.missing() == 0 ? Tone.GOOD : Tone.WARN,
                        each.missing() == 0 ? page.say("class.taught") : page.say("class.missing", each.missing()),
                        each.untaught().stream()
                                .map(code ->
                                        OfficeDesk.say(page, subjects.get(code).label()))
                                .collect(Collectors.joining(", ")),
                        tone(each.window(), now),
                        window(page, each.window(), now)))
                .toList();
    }

    static Tone tone(Optional<Window> window, Moment now) {
        if (window.isEmpty()) {
            return Tone.CALM;
        }
        return window.get().contains(now)
                ? Tone.GOOD
                : now.at().isBefore(window.get().opens().toInstant()) ? Tone.INFO : Tone.CALM;
    }

    static String window(Page page, Optional<Window> window, Moment now) {
        if (window.isEmpty()) {
            return page.say("window.none");
        }
        Window set = window.get();
        if (set.contains(now)) {
            return page.say("window.open", OfficeDesk.time(page, set.closes().toInstant(), now.zone()));
        }
        return now.at().isBefore(set.opens().toInstant())
                ? page.say("window.later", OfficeDesk.time(page, set.opens().toInstant(), now.zone()))
                : page.say("window.over", OfficeDesk.time(page, set.closes().toInstant(), now.zone()));
    }

    private List<OfficeViews.FileLine> files(Page page, Institution school) {
        return store.newest(school.id(), FILES_SHOWN).stream()
                .map(upload -> file(page, school, upload))
                .toList();
    }

    private static OfficeViews.FileLine file(Page page, Institution school, Upload upload) {
        return new OfficeViews.FileLine(
                "/office/intake/file/" + upload.id(),
                upload.fileName(),
                page.say("kind." + upload.kind().code()),
                OfficeDesk.time(page, upload.at(), school.zone()),
                upload.by(),
                switch (upload.state()) {
                    case WAITING -> Tone.WARN;
                    case APPLIED -> Tone.GOOD;
                    case DROPPED -> Tone.CALM;
                },
                page.say("file." + upload.state().name()));
    }

    @GetMapping("/office/numbers")
    ResponseEntity<byte[]> numbers(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String year) {
        Page page = desk.page(request);
        Institution here = desk.school(actor, school);
        String chosen = SchoolYears.valid(year)
                ? year
                : years(here, office.now(here.place())).getFirst();
        return switch (numberless.run(here.place(), chosen, actor)) {
            case Outcome.Refused<List<Numberless>>(var reasons) -> desk.refused(page, reasons, "/office");
            case Outcome.Done<List<Numberless>>(var found) ->
                desk.show(
                        HttpStatus.OK,
                        "numbers",
                        page,
                        Map.of(
                                "year",
                                chosen,
                                "columns",
                                List.of(
                                        new Column(page.say("column.class")),
                                        new Column(page.say("column.pupil")),
                                        new Column(page.say("column.born"))),
                                "rows",
                                found.stream()
                                        .map(each -> List.of(
                                                each.room().name(),
                                                each.pupil().fullName(),
                                                IntakeWordsOf.day(page, each.pupil())))
                                        .toList()));
        };
    }
}
