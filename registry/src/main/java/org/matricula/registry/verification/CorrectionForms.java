package org.matricula.registry.verification;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Texts;
import org.matricula.registry.verification.spi.Corrections;
import org.matricula.registry.verification.spi.Corrections.Evidence;
import org.matricula.registry.verification.spi.Corrections.Followed;
import org.matricula.registry.verification.spi.Corrections.Note;
import org.matricula.registry.verification.spi.Issued;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// "This is wrong", said at a value of the verdict page by somebody who has just shown that they hold the record: a
/// parent, a pupil, or a clerk elsewhere. What annoys them: an account to be made for one letter, and never to hear of
/// it again. So there is no account, and a receipt tells how far it is.
@Controller
final class CorrectionForms {
    static final int MOST_EVIDENCE = 4 * 1024 * 1024;
    private static final int MOST_TEXT = 2000;
    private static final int MOST_CONTACT = 200;

    private final Pages pages;
    private final Lookups lookups;
    private final Passes passes;
    private final Tries tries;
    private final Corrections corrections;
    private final Texts texts = Texts.load("verification");

    CorrectionForms(Pages pages, Lookups lookups, Passes passes, Tries tries, ObjectProvider<Corrections> corrections) {
        this.pages = pages;
        this.lookups = lookups;
        this.passes = passes;
        this.tries = tries;
        this.corrections = corrections.getIfAvailable(() -> Corrections.NONE);
    }

    /// What is typed in the form.
    record Typed(UUID once, String says, String contact) {}

    /// A value of a record.
    private record Named(Issued issued, Block block, Block.Field field) {}

    @GetMapping("/verify/correction/{pass}")
    ResponseEntity<byte[]> ask(
            HttpServletRequest request,
            @PathVariable String pass,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String field) {
        return named(pass, part, field)
                .map(named ->
                        form(request, pass, named, HttpStatus.OK, new Typed(UUID.randomUUID(), "", ""), List.of()))
                .orElseGet(() -> ended(request));
    }

    @PostMapping("/verify/correction/{pass}")
    ResponseEntity<byte[]> send(
            HttpServletRequest request,
            @PathVariable String pass,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String field,
            @RequestParam UUID once,
            @RequestParam(defaultValue = "") String says,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(name = "evidence", required = false) Optional<MultipartFile> evidence)
            throws IOException {
        byte[] bytes = evidence.isPresent() ? evidence.get().getBytes() : new byte[0];
        Typed typed = new Typed(once, says, contact);
        Page page = pages.page(request, texts);
        return switch (keep(pass, part, field, typed, bytes, request.getRemoteAddr())) {
            case Sending.Kept(String receipt) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/verify/receipt/" + receipt))
                        .build();
            case Sending.Ended() -> ended(request);
            case Sending.Unfit(var faults) ->
                form(
                        request,
                        pass,
                        named(pass, part, field).orElseThrow(),
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        typed,
                        faults.stream()
                                .map(fault -> new Fault(fault.field(), page.say(fault.key(), fault.most())))
                                .toList());
            case Sending.Wait(Duration remaining) ->
                form(
                        request,
                        pass,
                        named(pass, part, field).orElseThrow(),
                        HttpStatus.TOO_MANY_REQUESTS,
                        typed,
                        List.of(new Fault("says", page.say("wrong.wait", (LookupPages.seconds(remaining) + 59) / 60))));
        };
    }

    /// What came of a note that was sent.
    sealed interface Sending {
        /// It is kept.
        record Kept(String receipt) implements Sending {}

        /// The pass has ended, or there is no such value.
        record Ended() implements Sending {}

        /// Something in it cannot be taken; nothing was kept.
        record Unfit(List<Misfit> faults) implements Sending {}

        /// Too many notes came before.
        record Wait(Duration remaining) implements Sending {}
    }

    /// Why something cannot be taken.
    ///
    /// @param key of the words
    /// @param most how long it may be
    record Misfit(String field, String key, int most) {}

    /// Keeps a note for the school; pages and HTTP interface use this.
    Sending keep(String pass, String part, String field, Typed asTyped, byte[] bytes, String address) {
        Optional<Named> named = named(pass, part, field);
        if (named.isEmpty()) {
            return new Sending.Ended();
        }
        Typed typed = new Typed(asTyped.once(), written(asTyped.says()), written(asTyped.contact()));
        Optional<String> type = type(bytes);
        List<Misfit> faults = new ArrayList<>();
        if (typed.says().isEmpty() || typed.says().length() > MOST_TEXT) {
            faults.add(new Misfit("says", "wrong.says.fault", MOST_TEXT));
        }
        if (typed.contact().length() > MOST_CONTACT) {
            faults.add(new Misfit("contact", "wrong.contact.fault", MOST_CONTACT));
        }
        if (bytes.length > MOST_EVIDENCE || bytes.length > 0 && type.isEmpty()) {
            faults.add(new Misfit("evidence", "wrong.evidence.fault", MOST_EVIDENCE));
        }
        if (!faults.isEmpty()) {
            return new Sending.Unfit(faults);
        }
        Issued issued = named.get().issued();
        if (tries.note(address, issued.number()) instanceof Tries.Answer.Wait(Duration remaining)) {
            return new Sending.Wait(remaining);
        }
        Note note = new Note(
                typed.once(),
                part,
                field,
                named.get().block().label() + ": " + named.get().field().label(),
                named.get().field().value(),
                typed.says(),
                typed.contact(),
                type.map(it -> new Evidence("", it, bytes)));
        return corrections
                .keep(issued.lookupCode(), note)
                .<Sending>map(Sending.Kept::new)
                .orElseGet(Sending.Ended::new);
    }

    /// The note with a receipt; wrong receipts are limited as wrong codes are.
    Optional<Followed> followed(String receipt, String address) {
        return tries.look(address, () -> corrections.followed(Codes.plain(receipt)))
                        instanceof Tries.Looked.Found<Followed>(Followed followed)
                ? Optional.of(followed)
                : Optional.empty();
    }

    /// How far a note is, for whoever has its receipt.
    @GetMapping("/verify/receipt/{receipt}")
    ResponseEntity<byte[]> receipt(HttpServletRequest request, @PathVariable String receipt) {
        Page page = pages.page(request, texts);
        return followed(receipt, request.getRemoteAddr())
                .map(followed -> pages.show(
                        HttpStatus.OK,
                        "verification/receipt.jte",
                        page,
                        Map.of(
                                "followed",
                                followed,
                                "receipt",
                                Codes.grouped(receipt),
                                "address",
                                LookupPages.host(request) + "/verify/receipt/" + Codes.grouped(receipt),
                                "days",
                                VerdictView.days(page.language()))))
                .orElseGet(() -> ended(request));
    }

    /// Since when the school examines a record.
    Optional<java.time.OffsetDateTime> under(Issued issued) {
        return corrections.underCorrection(issued.lookupCode());
    }

    private Optional<Named> named(String pass, String part, String field) {
        Optional<Issued> issued = passes.read(pass).flatMap(lookups::passed);
        if (issued.isEmpty() || !(RecordReader.read(issued.get().xml()) instanceof Reading.Accepted(var file))) {
            return Optional.empty();
        }
        return file.content().blocks().stream()
                .filter(block -> block.id().equals(part))
                .flatMap(block -> block.fields().stream()
                        .filter(each -> each.name().equals(field))
                        .map(each -> new Named(issued.get(), block, each)))
                .findFirst();
    }

    private static String written(String text) {
        return text.replace("\0", "").strip();
    }

    /// What the first bytes say that a file is; empty for everything but what is taken.
    static Optional<String> type(byte[] bytes) {
        if (bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F') {
            return Optional.of("application/pdf");
        }
        return QrPhoto.isPicture(bytes) ? Optional.of(bytes[1] == 'P' ? "image/png" : "image/jpeg") : Optional.empty();
    }

    private ResponseEntity<byte[]> form(
            HttpServletRequest request, String pass, Named named, HttpStatus status, Typed typed, List<Fault> faults) {
        Map<String, Object> values = new HashMap<>();
        values.put("pass", pass);
        values.put("issued", named.issued());
        values.put("block", named.block());
        values.put("field", named.field());
        values.put("once", typed.once().toString());
        values.put("says", typed.says());
        values.put("contact", typed.contact());
        values.put("faults", faults);
        return pages.show(
                status,
                "verification/correction.jte",
                pages.page(request, texts).at("/verify/correction/" + pass),
                values);
    }

    private ResponseEntity<byte[]> ended(HttpServletRequest request) {
        return pages.show(
                HttpStatus.GONE,
                "verification/wrongended.jte",
                pages.page(request, texts).at("/"),
                Map.of());
    }
}
