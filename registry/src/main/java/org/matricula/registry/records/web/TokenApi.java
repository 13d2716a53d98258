package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Problem;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.flows.LookAtSigning;
import org.matricula.registry.records.flows.TokenSigning;
import org.matricula.registry.records.flows.TokenSigning.Asked;
import org.matricula.registry.records.flows.TokenSigning.Given;
import org.matricula.registry.records.store.PreparedStore.Open;
import org.matricula.registry.signing.CertifiedKey;
import org.matricula.registry.signing.KeyProblem;
import org.matricula.verifier.record.Limits;
import org.matricula.verifier.signature.Stamper.StampingFailed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Signing with a key on the person's own computer, in two steps: digests out, values in.
///
/// `POST /api/v1/classes/{id}/signatures/prepared` with `kind`, `subject` and `certificates` says what is
/// to be signed; `POST /api/v1/signatures/{id}` takes `values`, all or some, as often as they come;
/// `DELETE` gives it up.
@RestController
@RequestMapping("/api/v1")
final class TokenApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// What a signature of the format may carry.
    private static final int MOST_CERTIFICATES = Limits.CERTIFICATES;

    private final SignDesk desk;
    private final Refused refused;
    private final LookAtSigning signing;
    private final TokenSigning tokens;

    TokenApi(SignDesk desk, Refused refused, LookAtSigning signing, TokenSigning tokens) {
        this.desk = desk;
        this.refused = refused;
        this.signing = signing;
        this.tokens = tokens;
    }

    @PostMapping("/classes/{id}/signatures/prepared")
    ResponseEntity<byte[]> prepare(
            HttpServletRequest request,
            Actor actor,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body) {
        Page page = desk.page(request);
        Optional<ClassRoom> found = uuid(id).flatMap(desk::find);
        if (found.isEmpty()) {
            return problem(page, HttpStatus.NOT_FOUND, "no-such-class");
        }
        ClassRoom room = found.get();
        JsonNode asked = read(body);
        Optional<Work.Kind> kind = kind(asked.path("kind").asString(""));
        Optional<Heading> subject = kind.filter(Work.Kind.SIGN_SUBJECT::equals)
                .flatMap(_ -> signing.subject(room, asked.path("subject").asString("")));
        if (kind.isEmpty() || (kind.get() == Work.Kind.SIGN_SUBJECT && subject.isEmpty())) {
            return problem(page, HttpStatus.UNPROCESSABLE_CONTENT, "no-such-signature");
        }
        Optional<CertifiedKey> key = key(asked.path("certificates"));
        if (key.isEmpty()) {
            return problem(page, HttpStatus.UNPROCESSABLE_CONTENT, "bad-certificates");
        }
        return switch (tokens.prepare(actor, room, kind.get(), subject.map(Heading::code), key.get())) {
            case Outcome.Refused<Asked>(var reasons) -> refused.problem(request, reasons);
            case Outcome.Done<Asked>(Asked prepared) -> {
                ObjectNode answer = JsonNodeFactory.instance.objectNode();
                answer.put("id", prepared.id().toString());
                answer.put("class", room.id().toString());
                answer.put("kind", asked.path("kind").asString(""));
                subject.ifPresent(heading -> answer.put("subject", heading.code()));
                answer.put("records", prepared.digests().size());
                answer.put(
                        "words",
                        words(
                                page,
                                room,
                                kind.get(),
                                subject,
                                prepared.digests().size()));
                answer.put("algorithm", key.get().algorithm().name());
                answer.put("hash", "SHA-256");
                ArrayNode digests = answer.putArray("digests");
                prepared.digests().forEach(digest -> digests.add(base64(digest)));
                answer.put("until", prepared.until().toString());
                yield ResponseEntity.status(HttpStatus.CREATED)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(HttpHeaders.LOCATION, "/api/v1/signatures/" + prepared.id())
                        .body(JSON.writeValueAsBytes(answer));
            }
        };
    }

    @PostMapping("/signatures/{id}")
    ResponseEntity<byte[]> give(
            HttpServletRequest request,
            Actor actor,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body) {
        Page page = desk.page(request);
        Optional<Open> open = uuid(id).flatMap(known -> tokens.open(actor, known));
        if (open.isEmpty()) {
            return problem(page, HttpStatus.NOT_FOUND, "nothing-prepared");
        }
        Map<ByteBuffer, byte[]> values = values(read(body).path("values"));
        Set<ByteBuffer> known = new HashSet<>();
        open.get().digests().values().forEach(digest -> known.add(ByteBuffer.wrap(digest)));
        if (values.isEmpty() || !known.containsAll(values.keySet())) {
            return problem(page, HttpStatus.UNPROCESSABLE_CONTENT, "bad-values");
        }
        try {
            return switch (tokens.give(actor, open.get(), values)) {
                case Outcome.Refused<Given>(var reasons) -> refused.problem(request, reasons);
                case Outcome.Done<Given>(Given given) -> {
                    ObjectNode answer = JsonNodeFactory.instance.objectNode();
                    answer.put("signed", given.signed());
                    answer.put("leftOut", given.leftOut());
                    yield ResponseEntity.ok()
                            .contentType(MediaType.APPLICATION_JSON)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .body(JSON.writeValueAsBytes(answer));
                }
            };
        } catch (StampingFailed _) {
            return problem(page, HttpStatus.SERVICE_UNAVAILABLE, "stamps-unreachable");
        }
    }

    @DeleteMapping("/signatures/{id}")
    ResponseEntity<byte[]> giveUp(HttpServletRequest request, Actor actor, @PathVariable String id) {
        Optional<Open> open = uuid(id).flatMap(known -> tokens.open(actor, known));
        if (open.isEmpty()) {
            return problem(desk.page(request), HttpStatus.NOT_FOUND, "nothing-prepared");
        }
        tokens.giveUp(open.get());
        return ResponseEntity.noContent().build();
    }

    private String words(Page page, ClassRoom room, Work.Kind kind, Optional<Heading> subject, int records) {
        SignWords words = desk.words(page, room);
        return page.say(
                "token.what." + kind,
                records,
                room.name(),
                subject.map(heading -> words.say(heading.label())).orElse(""));
    }

    private static Optional<Work.Kind> kind(String name) {
        return switch (name) {
            case "subject" -> Optional.of(Work.Kind.SIGN_SUBJECT);
            case "consolidation" -> Optional.of(Work.Kind.SIGN_CONSOLIDATION);
            case "approval" -> Optional.of(Work.Kind.APPROVE);
            default -> Optional.empty();
        };
    }

    /// The certificates that came, the signer's first; empty when they are none to sign with.
    private static Optional<CertifiedKey> key(JsonNode certificates) {
        if (!certificates.isArray() || certificates.isEmpty() || certificates.size() > MOST_CERTIFICATES) {
            return Optional.empty();
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<Certificate> read = new ArrayList<>();
            for (JsonNode each : certificates) {
                byte[] der = Base64.getDecoder().decode(each.asString(""));
                if (der.length > Limits.CERTIFICATE_BYTES) {
                    return Optional.empty();
                }
                read.add(factory.generateCertificate(new ByteArrayInputStream(der)));
            }
            return Optional.of(CertifiedKey.of(read, "the token"));
        } catch (IllegalArgumentException | CertificateException | KeyProblem _) {
            return Optional.empty(); // no certificate, or one that the format does not take
        }
    }

    /// Values by their digests; empty when there is something else among them.
    private static Map<ByteBuffer, byte[]> values(JsonNode values) {
        Map<ByteBuffer, byte[]> read = new HashMap<>();
        try {
            for (JsonNode each : values) {
                byte[] digest = Base64.getDecoder().decode(each.path("digest").asString(""));
                byte[] value = Base64.getDecoder().decode(each.path("value").asString(""));
                read.put(ByteBuffer.wrap(digest), value);
            }
            return read;
        } catch (IllegalArgumentException _) {
            return Map.of(); // not Base64
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // an address that names nothing
        }
    }

    private static JsonNode read(byte @Nullable [] body) {
        try {
            return body == null ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException _) {
            return JSON.createObjectNode(); // what is missing is then told by name
        }
    }

    private static ResponseEntity<byte[]> problem(Page page, HttpStatus status, String name) {
        return Problem.titled(status, name, page.say("api." + name + ".title"), page.say("api." + name))
                .answer(page.language());
    }
}
