package org.matricula.registry.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.matricula.registry.directory.ClassRegister;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.directory.flows.ReadJournalFlow;
import org.matricula.registry.directory.flows.ReadJournalFlow.Question;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal.Kind;
import org.matricula.registry.flow.Journal.Line;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Option;
import org.matricula.registry.page.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// "Who looked": the journal of a school, a class or a pupil, as a page and as a table to take away.
@Controller
final class JournalPages {
    private static final int PAGE = 50;
    private static final int TABLE = 10_000;

    private final Pages pages;
    private final Posts posts;
    private final Pupils pupils;
    private final Optional<ClassRegister> classes;
    private final ReadJournalFlow read;
    private final JournalWords words;
    private final Refused refused;
    private final Texts texts = Texts.load("directory");

    JournalPages(
            Pages pages,
            Posts posts,
            Pupils pupils,
            ObjectProvider<ClassRegister> classes,
            ReadJournalFlow read,
            JournalWords words,
            Refused refused) {
        this.pages = pages;
        this.posts = posts;
        this.pupils = pupils;
        this.classes = Optional.ofNullable(classes.getIfUnique());
        this.read = read;
        this.words = words;
        this.refused = refused;
    }

    /// How the reader asked.
    ///
    /// @param before the number of the line before which to begin; empty for the newest
    private record Asked(String at, String kind, String before, String format) {
        Set<Kind> kinds() {
            return List.of(Kind.values()).stream()
                    .filter(each -> each.name().equals(kind))
                    .findFirst()
                    .<Set<Kind>>map(EnumSet::of)
                    .orElseGet(() -> EnumSet.allOf(Kind.class));
        }

        boolean table() {
            return format.equals("csv");
        }

        Question about(Optional<UUID> classId, Optional<UUID> pupil) {
            long from = before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
            return new Question(classId, pupil, kinds(), from, table() ? TABLE : PAGE + 1);
        }
    }

    @GetMapping("/journal")
    ResponseEntity<byte[]> school(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String format) {
        Asked asked = new Asked(at, kind, before, format);
        return posts.of(actor, at)
                .map(Post::institution)
                .map(school -> show(
                        request, actor, school, asked, asked.about(Optional.empty(), Optional.empty()), school.name()))
                .orElseGet(() -> nobody(request));
    }

    @GetMapping("/journal/class/{id}")
    ResponseEntity<byte[]> ofClass(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String format) {
        Asked asked = new Asked(at, kind, before, format);
        Page page = pages.page(request, texts);
        return posts.of(actor, at)
                .map(Post::institution)
                .map(school -> {
                    String name = classes.flatMap(register -> register.find(school.id(), id, page.language()))
                            .map(ClassRegister.SchoolClass::name)
                            .orElse(id.toString().substring(0, 8));
                    return show(
                            request,
                            actor,
                            school,
                            asked,
                            asked.about(Optional.of(id), Optional.empty()),
                            page.say("journal.of.class", name));
                })
                .orElseGet(() -> nobody(request));
    }

    @GetMapping("/journal/pupil/{id}")
    ResponseEntity<byte[]> ofPupil(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String format) {
        UUID home = pupils.institutionOf(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Asked asked = new Asked(home.toString(), kind, before, format);
        Optional<Post> post = posts.of(actor).stream()
                .filter(held -> held.institution().id().equals(home))
                .findFirst();
        if (post.isEmpty()) {
            return nobody(request);
        }
        // A homeroom teacher reads of the own pupils, through the class; whoever reads the whole school needs no class.
        Optional<UUID> through = post.get().over(Role.PRINCIPAL, Role.INSPECTOR)
                ? Optional.empty()
                : classes.stream()
                        .flatMap(register -> register.classesOf(id).stream())
                        .filter(classId -> post.get().forClass(classId, Role.HOMEROOM_TEACHER))
                        .findFirst();
        String name = Optional.ofNullable(pupils.get(List.of(id)).get(id))
                .map(pupil -> pupil.fullName())
                .orElse("");
        Page page = pages.page(request, texts);
        return show(
                request,
                actor,
                post.get().institution(),
                asked,
                asked.about(through, Optional.of(id)),
                page.say("journal.of.pupil", name));
    }

    private ResponseEntity<byte[]> nobody(HttpServletRequest request) {
        return refused.page(request, List.of(new NotYours("read-journal")), "/account");
    }

    private ResponseEntity<byte[]> show(
            HttpServletRequest request, Actor actor, Institution school, Asked asked, Question question, String of) {
        return switch (read.run(actor, school, question)) {
            case Outcome.Refused<List<Line>>(List<Refusal> reasons) -> refused.page(request, reasons, "/account");
            case Outcome.Done<List<Line>>(List<Line> lines) ->
                asked.table() ? table(request, school, lines) : page(request, school, asked, lines, of);
        };
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, Institution school, Asked asked, List<Line> lines, String of) {
        Page page = pages.page(request, texts);
        List<Line> shown = lines.subList(0, Math.min(PAGE, lines.size()));
        List<Option> kinds = new ArrayList<>(List.of(new Option("", page.say("journal.kind.all"))));
        for (Kind kind : Kind.values()) {
            kinds.add(new Option(kind.name(), words.kind(kind, page.language())));
        }
        String address = request.getRequestURI();
        String query =
                address + "?at=" + school.id() + "&kind=" + (asked.kinds().size() == 1 ? asked.kind() : "");
        Map<String, Object> values = new HashMap<>();
        values.put("of", of);
        values.put("address", address);
        values.put("at", school.id().toString());
        values.put("kinds", kinds);
        values.put("kind", asked.kind());
        values.put(
                "lines",
                shown.stream()
                        .map(line -> words.line(line, school, page.language()))
                        .toList());
        values.put(
                "older",
                lines.size() > PAGE ? query + "&before=" + shown.getLast().id() : "");
        values.put("newest", asked.before().isEmpty() ? "" : query);
        values.put("csv", query + "&format=csv");
        return pages.show(HttpStatus.OK, "directory/journal.jte", page, values);
    }

    private ResponseEntity<byte[]> table(HttpServletRequest request, Institution school, List<Line> lines) {
        Page page = pages.page(request, texts);
        StringWriter out = new StringWriter();
        out.write('\ufeff'); // without it spreadsheets take UTF-8 for something else
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(
                    page.say("journal.time"),
                    page.say("journal.kind"),
                    page.say("journal.what"),
                    page.say("journal.who"),
                    page.say("journal.details"));
            for (Line line : lines) {
                csv.printRecord(
                        line.at().atZone(school.zone()).toOffsetDateTime(),
                        words.kind(line.kind(), page.language()),
                        plain(words.act(line, page.language())),
                        plain(words.who(line, page.language())),
                        plain(words.details(line, school, page.language())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// A text that no spreadsheet takes for a formula: names are typed by people.
    private static String plain(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
