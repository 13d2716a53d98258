package org.matricula.registry.transparency.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Row;
import org.matricula.registry.page.Texts;
import org.matricula.registry.transparency.LogInDoubt;
import org.matricula.registry.transparency.PublicLog;
import org.matricula.registry.transparency.WitnessRole;
import org.matricula.registry.transparency.Witnesses;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.Unreadable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/log`: what the log is, its newest checkpoint, who cosigned it, and a place to compare an older checkpoint with it.
@Controller
final class LogPages {
    private static final int MOST_TYPED = SignedNote.MOST_BYTES;

    private final Pages pages;
    private final PublicLog log;
    private final Witnesses witnesses;
    private final WitnessRole role;
    private final Answers answers;
    private final Texts texts = Texts.load("log");

    LogPages(Pages pages, PublicLog log, Witnesses witnesses, WitnessRole role, Answers answers) {
        this.pages = pages;
        this.log = log;
        this.witnesses = witnesses;
        this.role = role;
        this.answers = answers;
    }

    @GetMapping("/log")
    ResponseEntity<byte[]> log(HttpServletRequest request) {
        return show(request, HttpStatus.OK, "", Optional.empty(), List.of());
    }

    /// Compares a checkpoint that the reader holds with the newest one.
    @PostMapping("/log")
    ResponseEntity<byte[]> compare(
            HttpServletRequest request, @RequestParam(name = "checkpoint", defaultValue = "") String typed) {
        Page page = pages.page(request, texts);
        // Browsers send line ends of their own; a note has only line feeds, and ends with one.
        String text = typed.replace("\r\n", "\n").strip() + "\n";
        try {
            SignedNote note = SignedNote.read(text.getBytes(StandardCharsets.UTF_8));
            Checkpoint held = Checkpoint.read(note.text());
            if (!held.origin().equals(log.key().name()) || !note.signedBy(log.key())) {
                return fault(request, page, typed, "compare.foreign");
            }
            return show(request, HttpStatus.OK, typed, Optional.of(Comparison.of(held, log.known())), List.of());
        } catch (Unreadable _) {
            return fault(request, page, typed, "compare.unreadable");
        }
    }

    private ResponseEntity<byte[]> fault(HttpServletRequest request, Page page, String typed, String key) {
        return show(
                request,
                HttpStatus.UNPROCESSABLE_CONTENT,
                typed,
                Optional.empty(),
                List.of(new Fault("checkpoint", page.say(key))));
    }

    private ResponseEntity<byte[]> show(
            HttpServletRequest request,
            HttpStatus status,
            String typed,
            Optional<Comparison> comparison,
            List<Fault> faults) {
        Page page = pages.page(request, texts);
        SignedNote note = log.checkpoint();
        Checkpoint newest = Checkpoint.read(note.text());
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(page.say("origin"), newest.origin()));
        rows.add(new Row(page.say("key"), log.key().toString()));
        rows.add(new Row(page.say("size"), Long.toString(newest.size())));
        rows.add(new Row(page.say("root"), newest.root().toString()));
        return pages.show(
                status,
                "transparency/log.jte",
                page,
                Map.of(
                        "rows",
                        rows,
                        "note",
                        new String(note.toBytes(), StandardCharsets.UTF_8),
                        "witnesses",
                        witnesses.progress(),
                        "role",
                        role,
                        "typed",
                        typed.length() > MOST_TYPED ? "" : typed,
                        "comparison",
                        comparison,
                        "faults",
                        faults));
    }

    @ExceptionHandler(LogInDoubt.class)
    ResponseEntity<byte[]> doubt(HttpServletRequest request) {
        return answers.doubt(request);
    }
}
