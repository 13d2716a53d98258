package org.matricula.registry.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Option;
import org.matricula.registry.page.Texts;
import org.matricula.registry.signing.InstitutionKeys;
import org.matricula.registry.signing.SealCertificates;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.matricula.registry.signing.flows.DeclareCertificate;
import org.matricula.registry.signing.flows.DeclareCertificate.Examined;
import org.matricula.registry.signing.flows.DeclareCertificate.Source;
import org.matricula.registry.signing.flows.RevokeCertificate;
import org.matricula.registry.signing.flows.WithdrawCertificate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// Declaring a seal certificate, withdrawing it, revoking it: the pages of the administrator below `/certificates`.
@Controller
final class CertificateActPages {
    private static final String HERE = CertificatePages.HERE;

    private final Pages pages;
    private final Texts texts = Texts.load("certificates");
    private final Posts posts;
    private final InstitutionKeys keys;
    private final SealCertificates register;
    private final DeclareCertificate declare;
    private final WithdrawCertificate withdraw;
    private final RevokeCertificate revoke;

    CertificateActPages(
            Pages pages,
            Posts posts,
            InstitutionKeys keys,
            SealCertificates register,
            DeclareCertificate declare,
            WithdrawCertificate withdraw,
            RevokeCertificate revoke) {
        this.pages = pages;
        this.posts = posts;
        this.keys = keys;
        this.register = register;
        this.declare = declare;
        this.withdraw = withdraw;
        this.revoke = revoke;
    }

    /// What can be declared: a file, a key that the node holds, or a new key of the demo authority.
    @GetMapping(HERE + "/declare")
    ResponseEntity<byte[]> choose(HttpServletRequest request, Actor actor, @RequestParam(defaultValue = "") String at) {
        return choose(HttpStatus.OK, request, actor, institution(actor, at, declare::may), List.of());
    }

    private ResponseEntity<byte[]> choose(
            HttpStatus status, HttpServletRequest request, Actor actor, Institution at, List<Fault> faults) {
        Page page = pages.page(request, texts).at(HERE + "/declare?at=" + at.id());
        Map<String, Object> values = new HashMap<>();
        values.put("institution", at.name());
        values.put("at", at.id().toString());
        values.put("strong", actor.strong());
        values.put("faults", faults);
        values.put("demo", keys.demo());
        values.put(
                "held",
                declare.offered(at).stream().map(each -> option(page, at, each)).toList());
        return pages.show(status, "signing/declare.jte", page, values);
    }

    private static Option option(Page page, Institution at, X509Certificate certificate) {
        return new Option(
                SealCertificates.sha256(certificate),
                page.say("held.option", CertificateWords.issuer(certificate)),
                CertificateWords.valid(
                        page,
                        certificate.getNotBefore().toInstant(),
                        CertificateWords.notAfter(certificate),
                        at.zone()));
    }

    /// Shows what would be declared, before anything happens.
    @PostMapping(HERE + "/declare")
    ResponseEntity<byte[]> check(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String held,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        Institution institution = institution(actor, at, declare::may);
        Page page = pages.page(request, texts).at(HERE + "/declare?at=" + institution.id());
        if (held.isEmpty() && file.filter(f -> !f.isEmpty()).isEmpty()) {
            return choose(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    request,
                    actor,
                    institution,
                    List.of(new Fault("file", page.say("file.missing"))));
        }
        Source source = held.isEmpty() ? new Source.Brought(file.orElseThrow().getBytes()) : new Source.Held(held);
        return switch (declare.examine(institution, source)) {
            case Examined.Bad(var why) ->
                choose(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        actor,
                        institution,
                        CertificateWords.faults(page, List.of(why)));
            case Examined.Good(var certificate) ->
                pages.show(
                        HttpStatus.OK,
                        "signing/declarecheck.jte",
                        page,
                        Map.of(
                                "rows",
                                CertificateWords.rows(page, certificate, institution.zone()),
                                "at",
                                institution.id().toString(),
                                "held",
                                held,
                                "file",
                                held.isEmpty() ? encoded(source, certificate) : ""));
        };
    }

    /// The file as it came, so that the certificates above it come along once more.
    private static String encoded(Source source, X509Certificate certificate) {
        try {
            byte[] bytes = source instanceof Source.Brought(byte[] brought) ? brought : certificate.getEncoded();
            return Base64.getEncoder().encodeToString(bytes);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /// Declares.
    ///
    /// @param source `file`, `held` or `made`
    /// @param file the file as Base64, for `file`
    @PostMapping(HERE + "/declare/{source:file|held|made}")
    ResponseEntity<byte[]> declare(
            HttpServletRequest request,
            Actor actor,
            @PathVariable String source,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String held,
            @RequestParam(defaultValue = "") String file) {
        Institution institution = institution(actor, at, declare::may);
        Source from = switch (source) {
            case "made" -> new Source.Made();
            case "held" -> new Source.Held(held);
            default -> new Source.Brought(decoded(file));
        };
        return switch (declare.run(actor, institution, from)) {
            case Outcome.Done<SealCertificate> _ -> done(institution, "declared");
            case Outcome.Refused<SealCertificate>(var reasons) ->
                choose(
                        KeyWords.status(reasons),
                        request,
                        actor,
                        institution,
                        CertificateWords.faults(pages.page(request, texts), reasons));
        };
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return new byte[0]; // which is no certificate, as the act will say
        }
    }

    @GetMapping(HERE + "/{certificate}/{end:withdraw|revoke}")
    ResponseEntity<byte[]> ask(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID certificate,
            @PathVariable String end,
            @RequestParam(defaultValue = "") String at) {
        Institution institution = institution(actor, at, end.equals("revoke") ? revoke::may : withdraw::may);
        return ask(HttpStatus.OK, request, institution, certificate, end, "", "", List.of());
    }

    @PostMapping(HERE + "/{certificate}/withdraw")
    ResponseEntity<byte[]> withdraw(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID certificate,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String ground) {
        Institution institution = institution(actor, at, withdraw::may);
        return switch (withdraw.run(actor, institution, certificate, day(from), ground)) {
            case Outcome.Done<SealCertificate> _ -> done(institution, "withdrawn");
            case Outcome.Refused<SealCertificate>(var reasons) ->
                wrong(request, institution, certificate, "withdraw", from, ground, reasons);
        };
    }

    @PostMapping(HERE + "/{certificate}/revoke")
    ResponseEntity<byte[]> revoke(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID certificate,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String ground) {
        Institution institution = institution(actor, at, revoke::may);
        return switch (revoke.run(actor, institution, certificate, ground)) {
            case Outcome.Done<SealCertificate> _ -> done(institution, "revoked");
            case Outcome.Refused<SealCertificate>(var reasons) ->
                wrong(request, institution, certificate, "revoke", "", ground, reasons);
        };
    }

    private ResponseEntity<byte[]> wrong(
            HttpServletRequest request,
            Institution at,
            UUID certificate,
            String end,
            String from,
            String ground,
            List<Refusal> reasons) {
        List<Fault> faults = CertificateWords.faults(pages.page(request, texts), reasons);
        return ask(KeyWords.status(reasons), request, at, certificate, end, from, ground, faults);
    }

    private ResponseEntity<byte[]> ask(
            HttpStatus status,
            HttpServletRequest request,
            Institution at,
            UUID certificate,
            String end,
            String from,
            String ground,
            List<Fault> faults) {
        SealCertificate found = register.find(certificate)
                .filter(each -> each.institution().equals(at.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String address = HERE + "/" + certificate + "/" + end + "?at=" + at.id();
        Page page = pages.page(request, texts).at(address);
        Map<String, Object> values = new HashMap<>();
        values.put("end", end);
        values.put("rows", CertificateWords.rows(page, found.certificate(), at.zone()));
        values.put("demo", keys.demo());
        values.put("from", from);
        values.put("ground", ground);
        values.put("action", address);
        values.put("back", HERE + "?at=" + at.id());
        values.put("faults", faults);
        return pages.show(status, "signing/certificateend.jte", page, values);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty(); // the act asks for the day
        }
    }

    private static ResponseEntity<byte[]> done(Institution at, String what) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, HERE + "?at=" + at.id() + "&done=" + what)
                .build();
    }

    private Institution institution(Actor actor, String at, BiFunction<Actor, Institution, Boolean> may) {
        return posts.of(actor, at)
                .map(Post::institution)
                .filter(institution -> may.apply(actor, institution))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
