package org.matricula.registry.gradebook.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.intake.Checked;
import org.matricula.registry.gradebook.intake.IntakeKind;
import org.matricula.registry.gradebook.intake.SchoolYears;
import org.matricula.registry.gradebook.intake.Templates;
import org.matricula.registry.gradebook.intake.Upload;
import org.matricula.registry.gradebook.intake.flows.Answers;
import org.matricula.registry.gradebook.intake.flows.ApplyIntake;
import org.matricula.registry.gradebook.intake.flows.CheckIntake;
import org.matricula.registry.gradebook.intake.flows.DropIntake;
import org.matricula.registry.gradebook.intake.flows.ExplainColumns;
import org.matricula.registry.gradebook.intake.flows.LookAtIntake;
import org.matricula.registry.gradebook.intake.flows.PrintCodes;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Option;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// From a file to what the register knows, in three pages: bring it, look at what would change, done.
@Controller
final class IntakePages {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final String FILE = "/office/intake/file/{id}";

    private final OfficeDesk desk;
    private final Office office;
    private final IntakeView view;
    private final Templates templates;
    private final CheckIntake checking;
    private final LookAtIntake looking;
    private final ExplainColumns explaining;
    private final ApplyIntake applying;
    private final DropIntake dropping;
    private final PrintCodes codes;

    IntakePages(
            OfficeDesk desk,
            Office office,
            IntakeView view,
            Templates templates,
            CheckIntake checking,
            LookAtIntake looking,
            ExplainColumns explaining,
            ApplyIntake applying,
            DropIntake dropping,
            PrintCodes codes) {
        this.desk = desk;
        this.office = office;
        this.view = view;
        this.templates = templates;
        this.checking = checking;
        this.looking = looking;
        this.explaining = explaining;
        this.applying = applying;
        this.dropping = dropping;
        this.codes = codes;
    }

    @GetMapping("/office/intake/{kind:pupils|teaching}")
    ResponseEntity<byte[]> bring(
            HttpServletRequest request,
            Actor actor,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String year) {
        return bring(HttpStatus.OK, desk.page(request), desk.school(actor, school), kind(kind), year, List.of());
    }

    @PostMapping("/office/intake/{kind:pupils|teaching}")
    ResponseEntity<byte[]> check(
            HttpServletRequest request,
            Actor actor,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String year,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        Page page = desk.page(request).at("/office/intake/" + kind + "?year=" + year);
        Institution here = desk.school(actor, school);
        String name = file.map(MultipartFile::getOriginalFilename).orElse("");
        byte[] bytes = file.isPresent() ? file.get().getBytes() : new byte[0];
        return switch (checking.run(here.place(), kind(kind), year, name, bytes, actor)) {
            case Outcome.Done<Checked>(var checked) -> OfficeDesk.to(address(checked.upload()));
            case Outcome.Refused<Checked>(var reasons) ->
                bring(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        page,
                        here,
                        kind(kind),
                        year,
                        OfficeDesk.words(page, reasons).stream()
                                .map(words -> new Fault("file", words))
                                .toList());
        };
    }

    private ResponseEntity<byte[]> bring(
            HttpStatus status, Page page, Institution school, IntakeKind kind, String year, List<Fault> faults) {
        LocalDate today = office.now(school.place()).date();
        String chosen = SchoolYears.valid(year) ? year : SchoolYears.on(today);
        return desk.show(
                status,
                "bring",
                page,
                Map.of(
                        "kind",
                        kind.code(),
                        "year",
                        chosen,
                        "years",
                        SchoolYears.around(today).stream()
                                .map(each -> new Option(each, each.replace("-", "–")))
                                .toList(),
                        "faults",
                        faults));
    }

    @GetMapping(FILE)
    ResponseEntity<byte[]> look(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        Page page = desk.page(request);
        Upload upload = upload(id);
        return switch (looking.run(upload, actor)) {
            case Outcome.Refused<Optional<Checked>>(var reasons) -> desk.refused(page, reasons, "/office");
            case Outcome.Done<Optional<Checked>>(var checked) ->
                checked.map(each -> weighed(HttpStatus.OK, page, each, List.of()))
                        .orElseGet(() -> over(page, upload));
        };
    }

    private ResponseEntity<byte[]> weighed(HttpStatus status, Page page, Checked checked, List<String> refused) {
        Map<String, Object> values = new HashMap<>(view.of(page, checked));
        values.put("refused", refused);
        return desk.show(status, "weighed", page.at(address(checked.upload())), values);
    }

    private ResponseEntity<byte[]> over(Page page, Upload upload) {
        return desk.show(HttpStatus.OK, "over", page, view.over(page, upload, codes.waitingFor(upload)));
    }

    @PostMapping(FILE + "/columns")
    ResponseEntity<byte[]> explain(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed) {
        Page page = desk.page(request);
        Upload upload = upload(id);
        Map<String, String> meaning = new LinkedHashMap<>();
        List<String> headings = typed.getOrDefault("heading", List.of());
        List<String> means = typed.getOrDefault("means", List.of());
        for (int i = 0; i < Math.min(headings.size(), means.size()); i++) {
            if (!means.get(i).equals(IntakeView.AS_KNOWN)) {
                meaning.put(headings.get(i), means.get(i));
            }
        }
        return switch (explaining.run(upload, meaning, actor)) {
            case Outcome.Done<Checked> _ -> OfficeDesk.to(address(upload));
            case Outcome.Refused<Checked>(var reasons) -> desk.refused(page, reasons, address(upload));
        };
    }

    @PostMapping(FILE + "/apply")
    ResponseEntity<byte[]> apply(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String plan,
            @RequestParam MultiValueMap<String, String> typed) {
        Page page = desk.page(request);
        Upload upload = upload(id);
        Answers answers = new Answers(
                ids(typed.get("left")),
                day(typed.getFirst("lastDay")),
                ids(typed.get("ended")),
                typed.containsKey("rest"));
        return switch (applying.run(upload, plan, answers, actor)) {
            case Outcome.Done<ApplyIntake.Applied> _ -> OfficeDesk.to(address(upload));
            case Outcome.Refused<ApplyIntake.Applied>(var reasons) ->
                switch (looking.run(upload, actor)) {
                    case Outcome.Done<Optional<Checked>>(var checked)
                    when checked.isPresent() ->
                        weighed(HttpStatus.CONFLICT, page, checked.get(), OfficeDesk.words(page, reasons));
                    case Outcome.Done<Optional<Checked>> _, Outcome.Refused<Optional<Checked>> _ ->
                        desk.refused(page, reasons, "/office");
                };
        };
    }

    @PostMapping(FILE + "/drop")
    ResponseEntity<byte[]> drop(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return switch (dropping.run(upload(id), actor)) {
            case Outcome.Done<Upload> _ -> OfficeDesk.to("/office");
            case Outcome.Refused<Upload>(var reasons) -> desk.refused(desk.page(request), reasons, "/office");
        };
    }

    @PostMapping(FILE + "/codes")
    ResponseEntity<byte[]> codes(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        Page page = desk.page(request).at("/office/intake/file/" + id);
        Upload upload = upload(id);
        return switch (codes.run(upload, actor)) {
            case Outcome.Refused<List<PrintCodes.Slip>>(var reasons) -> desk.refused(page, reasons, "/office");
            case Outcome.Done<List<PrintCodes.Slip>>(var slips) ->
                desk.show(HttpStatus.OK, "codes", page, view.codes(page, upload, slips));
        };
    }

    @GetMapping("/office/template/{kind:pupils|teaching}.{format:xlsx|csv}")
    ResponseEntity<byte[]> template(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String year) {
        Institution here = desk.school(actor, school);
        Moment now = office.now(here.place());
        boolean spreadsheet = format.equals("xlsx");
        String chosen = SchoolYears.valid(year) ? year : SchoolYears.on(now.date());
        String name = (kind(kind) == IntakeKind.PUPILS ? "hoc-sinh-" : "phan-cong-") + chosen + "." + format;
        return ResponseEntity.ok()
                .contentType(spreadsheet ? XLSX : CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(templates.write(kind(kind), here, chosen, now.date(), spreadsheet));
    }

    private Upload upload(UUID id) {
        return looking.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static IntakeKind kind(String code) {
        return IntakeKind.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String address(Upload upload) {
        return "/office/intake/file/" + upload.id();
    }

    private static Set<UUID> ids(@org.jspecify.annotations.Nullable List<String> typed) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String each : typed == null ? List.<String>of() : typed) {
            try {
                ids.add(UUID.fromString(each));
            } catch (IllegalArgumentException e) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no id: " + each.length(), e);
            }
        }
        return ids;
    }

    private static Optional<LocalDate> day(@org.jspecify.annotations.Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no day", e);
        }
    }
}
