package org.matricula.registry.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Problem;
import org.matricula.registry.page.Texts;
import org.matricula.registry.signing.Ending;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.matricula.registry.signing.flows.CertificateFile;
import org.matricula.registry.signing.flows.DeclareCertificate;
import org.matricula.registry.signing.flows.DeclareCertificate.Source;
import org.matricula.registry.signing.flows.LookAtCertificates;
import org.matricula.registry.signing.flows.LookAtCertificates.Certificates;
import org.matricula.registry.signing.flows.RevokeCertificate;
import org.matricula.registry.signing.flows.WithdrawCertificate;
import org.matricula.verifier.signature.CertificateFacts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The pages of certificates for programs. `at` names the institution; without it, the first where the caller acts.
@RestController
@RequestMapping("/api/v1/certificates")
final class CertificateApi {
    private static final int LARGEST = 2 * CertificateFile.MOST_BYTES;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pages pages;
    private final Posts posts;
    private final Refused refused;
    private final LookAtCertificates look;
    private final DeclareCertificate declare;
    private final WithdrawCertificate withdraw;
    private final RevokeCertificate revoke;
    private final InstantSource clock;
    private final Texts texts = Texts.load("directory");

    CertificateApi(
            Pages pages,
            Posts posts,
            Refused refused,
            LookAtCertificates look,
            DeclareCertificate declare,
            WithdrawCertificate withdraw,
            RevokeCertificate revoke,
            InstantSource clock) {
        this.pages = pages;
        this.posts = posts;
        this.refused = refused;
        this.look = look;
        this.declare = declare;
        this.withdraw = withdraw;
        this.revoke = revoke;
        this.clock = clock;
    }

    /// Every certificate of the institution, its seals' and its people's.
    @GetMapping
    ResponseEntity<byte[]> list(HttpServletRequest request, Actor actor, @RequestParam(defaultValue = "") String at) {
        return posts.of(actor, at)
                .map(Post::institution)
                .map(institution -> switch (look.run(actor, institution)) {
                    case Outcome.Done<Certificates>(var all) -> json(HttpStatus.OK, told(all));
                    case Outcome.Refused<Certificates>(var reasons) -> refused.problem(request, reasons);
                })
                .orElseGet(() -> refused.problem(request, List.of(new NotYours("look-at-certificates"))));
    }

    /// Declares the certificate in the body, as PEM.
    @PostMapping
    ResponseEntity<byte[]> declare(HttpServletRequest request, Actor actor, @RequestParam(defaultValue = "") String at)
            throws IOException {
        return with(
                request,
                actor,
                at,
                "declare-certificate",
                HttpStatus.CREATED,
                (institution, body) -> declare.run(
                        actor,
                        institution,
                        new Source.Brought(text(body, "certificate").getBytes(StandardCharsets.US_ASCII))));
    }

    @PostMapping("/{id}/withdraw")
    ResponseEntity<byte[]> withdraw(
            HttpServletRequest request, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String at)
            throws IOException {
        return with(
                request,
                actor,
                at,
                "withdraw-certificate",
                HttpStatus.OK,
                (institution, body) ->
                        withdraw.run(actor, institution, id, day(text(body, "from")), text(body, "ground")));
    }

    @PostMapping("/{id}/revoke")
    ResponseEntity<byte[]> revoke(
            HttpServletRequest request, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String at)
            throws IOException {
        return with(
                request,
                actor,
                at,
                "revoke-certificate",
                HttpStatus.OK,
                (institution, body) -> revoke.run(actor, institution, id, text(body, "ground")));
    }

    private ResponseEntity<byte[]> with(
            HttpServletRequest request,
            Actor actor,
            String at,
            String act,
            HttpStatus good,
            BiFunction<Institution, JsonNode, Outcome<SealCertificate>> work)
            throws IOException {
        Optional<Institution> institution = posts.of(actor, at).map(Post::institution);
        if (institution.isEmpty()) {
            return refused.problem(request, List.of(new NotYours(act)));
        }
        byte[] bytes = request.getInputStream().readNBytes(LARGEST);
        JsonNode body;
        try {
            body = bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(bytes);
        } catch (JacksonException _) {
            return unreadable(request);
        }
        if (!body.isObject()) {
            return unreadable(request);
        }
        return switch (work.apply(institution.get(), body)) {
            case Outcome.Done<SealCertificate>(var seal) ->
                json(
                        good,
                        told(seal, new Moment(clock.instant(), institution.get().zone())));
            case Outcome.Refused<SealCertificate>(var reasons) -> refused.problem(request, reasons);
        };
    }

    private ResponseEntity<byte[]> unreadable(HttpServletRequest request) {
        Language language = pages.language(request);
        return Problem.of(HttpStatus.BAD_REQUEST, "not-readable", language, texts.get(language, "api.body"))
                .answer(language);
    }

    private static String text(JsonNode body, String member) {
        JsonNode value = body.path(member);
        return value.isString() ? value.stringValue() : "";
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty(); // the act asks for the day
        }
    }

    private static ObjectNode told(Certificates all) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode seals = body.putArray("seals");
        all.seals().forEach(seal -> seals.add(told(seal, all.at())));
        ArrayNode people = body.putArray("people");
        all.people()
                .forEach(held -> ends(
                        people.addObject()
                                .put("name", held.account().name())
                                .put("login", held.account().login()),
                        held.key().notBefore(),
                        held.key().notAfter(),
                        all.at()));
        return body;
    }

    private static ObjectNode told(SealCertificate seal, Moment now) {
        CertificateFacts facts = CertificateFacts.of(seal.certificate());
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", seal.id().toString())
                .put("name", facts.name())
                .put("number", facts.serial())
                .put("issuer", seal.certificate().getIssuerX500Principal().getName())
                .put("sha256", seal.sha256())
                .put("declaredAt", seal.at().toString())
                .put("declared", seal.declared(now));
        seal.withdrawn().ifPresent(end -> node.put("withdrawnFrom", end.from().toString()));
        seal.revoked().ifPresent(end -> node.put("revokedAt", end.at().toString()));
        return ends(
                node,
                seal.certificate().getNotBefore().toInstant(),
                seal.certificate().getNotAfter().toInstant(),
                now);
    }

    private static ObjectNode ends(ObjectNode node, Instant from, Instant to, Moment now) {
        return node.put("notBefore", from.atOffset(ZoneOffset.UTC).toString())
                .put("notAfter", to.atOffset(ZoneOffset.UTC).toString())
                .put("daysLeft", Ending.days(to, now))
                .put("warning", Ending.of(to, now).name());
    }

    private static ResponseEntity<byte[]> json(HttpStatus status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(JSON.writeValueAsBytes(body));
    }
}
