package org.matricula.app.ops;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matricula.app.ops.CheckRegister.Checked;
import org.matricula.app.ops.CheckRegister.Standing;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Row;
import org.matricula.registry.page.Texts;
import org.matricula.registry.page.Tone;
import org.matricula.registry.records.RecordsFsck.Fault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// `/check`: whether everything that the register keeps tells one story.
@Controller
final class CheckPages {
    /// After so many seconds the page asks anew while a check runs.
    private static final int AGAIN = 3;

    private final Pages pages;
    private final Posts posts;
    private final Office office;
    private final Refused refused;
    private final CheckRegister check;
    private final Texts texts = Texts.load("check");

    CheckPages(Pages pages, Posts posts, Office office, Refused refused, CheckRegister check) {
        this.pages = pages;
        this.posts = posts;
        this.office = office;
        this.refused = refused;
        this.check = check;
    }

    /// Where a person may check. The whole register is looked at, but of others' records nobody is told.
    private List<Institution> schools(Actor actor) {
        return posts.of(actor).stream()
                .map(Post::institution)
                .filter(school -> office.may(CheckRegister.class, actor, school.place()))
                .toList();
    }

    @GetMapping("/check")
    ResponseEntity<byte[]> look(HttpServletRequest request, Actor actor) {
        List<Institution> schools = schools(actor);
        return schools.isEmpty()
                ? refused.page(request, List.of(new NotYours("check-register")), "/account")
                : shown(request, schools);
    }

    @PostMapping("/check")
    ResponseEntity<byte[]> begin(HttpServletRequest request, Actor actor) {
        List<Institution> schools = schools(actor);
        if (schools.isEmpty()) {
            return refused.page(request, List.of(new NotYours("check-register")), "/account");
        }
        return switch (check.run(actor, schools.getFirst())) {
            case Outcome.Refused<Standing>(var why) -> refused.page(request, why, "/check");
            case Outcome.Done<Standing> _ ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, "/check")
                        .build();
        };
    }

    private ResponseEntity<byte[]> shown(HttpServletRequest request, List<Institution> schools) {
        Page page = pages.page(request, texts).at("/check");
        Institution school = schools.getFirst();
        Standing standing =
                check.standing().of(schools.stream().map(Institution::id).collect(Collectors.toSet()));
        Map<String, Object> values = new HashMap<>();
        values.put(
                "running",
                standing.since()
                        .map(since -> page.say("running", time(page, since, school.zone())))
                        .orElse(""));
        values.put("again", standing.since().isPresent() ? AGAIN : 0);
        values.put("rows", standing.last().map(last -> rows(page, last, school)).orElse(List.of()));
        values.put("faults", standing.last().map(last -> faults(page, last)).orElse(List.of()));
        values.put("tone", standing.last().map(CheckPages::tone).orElse(Tone.CALM));
        values.put(
                "conclusion",
                standing.last().map(last -> page.say(conclusion(last))).orElse(page.say("never")));
        return pages.show(HttpStatus.OK, "office/check.jte", page, values);
    }

    private static String conclusion(Checked last) {
        return last.report()
                .map(report -> report.faulty() ? "faulty" : report.sound() ? "sound" : "unsure")
                .orElse("fell");
    }

    private static Tone tone(Checked last) {
        return last.report()
                .map(report -> report.faulty() ? Tone.BAD : report.sound() ? Tone.GOOD : Tone.WARN)
                .orElse(Tone.WARN);
    }

    private static List<Row> rows(Page page, Checked last, Institution school) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(page.say("at"), time(page, last.at(), school.zone())));
        last.report().ifPresent(report -> {
            rows.add(new Row(
                    page.say("log"),
                    page.say("log.value", report.log().leaves(), report.log().checkpoints())));
            rows.add(
                    new Row(page.say("records"), String.valueOf(report.records().records())));
            rows.add(new Row(page.say("files"), String.valueOf(report.records().files())));
        });
        return rows;
    }

    /// What was found. What the log finds of itself is said in English, by its own module.
    private static List<String> faults(Page page, Checked last) {
        return last.report().stream()
                .flatMap(report -> {
                    List<String> said = new ArrayList<>();
                    report.log().faults().forEach(fault -> said.add(page.say("fault.log", fault)));
                    Stream.of(report.records().faults(), report.records().unchecked())
                            .flatMap(List::stream)
                            .forEach(fault -> said.add(said(page, fault)));
                    return said.stream();
                })
                .toList();
    }

    /// A fault in the reader's language.
    static String said(Page page, Fault fault) {
        return page.say(
                "fault." + fault.name(),
                fault.record(),
                fault.leaf().map(String::valueOf).orElse(""));
    }

    private static String time(Page page, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(page.language().locale())
                .format(at.atZone(zone));
    }
}
