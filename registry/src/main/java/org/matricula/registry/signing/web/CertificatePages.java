package org.matricula.registry.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Option;
import org.matricula.registry.page.Texts;
import org.matricula.registry.signing.Ending;
import org.matricula.registry.signing.InstitutionSeals;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.matricula.registry.signing.flows.DeclareCertificate;
import org.matricula.registry.signing.flows.LookAtCertificates;
import org.matricula.registry.signing.flows.LookAtCertificates.Certificates;
import org.matricula.registry.signing.flows.LookAtCertificates.Held;
import org.matricula.registry.signing.flows.RevokeCertificate;
import org.matricula.registry.signing.flows.WithdrawCertificate;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.signature.CertificateFacts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/certificates`: every certificate of an institution, its seals' and its people's, the one that ends first on top.
@Controller
final class CertificatePages {
    static final String HERE = "/certificates";
    private static final Set<String> DONE = Set.of("declared", "withdrawn", "revoked");

    private final Pages pages;
    private final Texts texts = Texts.load("certificates");
    private final Posts posts;
    private final Refused refused;
    private final LookAtCertificates look;
    private final DeclareCertificate declare;
    private final WithdrawCertificate withdraw;
    private final RevokeCertificate revoke;
    private final InstitutionSeals seals;

    CertificatePages(
            Pages pages,
            Posts posts,
            Refused refused,
            LookAtCertificates look,
            DeclareCertificate declare,
            WithdrawCertificate withdraw,
            RevokeCertificate revoke,
            InstitutionSeals seals) {
        this.pages = pages;
        this.posts = posts;
        this.refused = refused;
        this.look = look;
        this.declare = declare;
        this.withdraw = withdraw;
        this.revoke = revoke;
        this.seals = seals;
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> list(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String done) {
        Optional<Institution> institution = posts.of(actor, at).map(Post::institution);
        if (institution.isEmpty()) {
            return refused.page(request, List.of(new NotYours("look-at-certificates")), "/account");
        }
        return switch (look.run(actor, institution.get())) {
            case Outcome.Refused<Certificates>(var reasons) -> refused.page(request, reasons, "/account");
            case Outcome.Done<Certificates>(var all) -> shown(request, actor, institution.get(), all, done);
        };
    }

    private ResponseEntity<byte[]> shown(
            HttpServletRequest request, Actor actor, Institution at, Certificates all, String done) {
        Page page = pages.page(request, texts).at(HERE + "?at=" + at.id());
        Optional<SealCertificate> now = sealing(at, all);
        Map<String, Object> values = new HashMap<>();
        values.put("institution", at.name());
        values.put("at", at.id().toString());
        values.put("schools", schools(actor));
        values.put("done", DONE.contains(done) ? done : "");
        values.put("mayDeclare", declare.may(actor, at));
        values.put("undeclared", now.isEmpty());
        values.put(
                "seals",
                all.seals().stream()
                        .sorted(Comparator.comparing((SealCertificate seal) -> !seal.declared(all.at()))
                                .thenComparing(seal -> CertificateWords.notAfter(seal.certificate())))
                        .map(seal -> line(page, actor, at, seal, all.at(), now.equals(Optional.of(seal))))
                        .toList());
        values.put(
                "people",
                all.people().stream()
                        .sorted(Comparator.comparing(held -> held.key().notAfter()))
                        .map(held -> line(page, held, all.at()))
                        .toList());
        return pages.show(HttpStatus.OK, "signing/certificates.jte", page, values);
    }

    /// The declaration by which the institution would seal at this moment.
    private Optional<SealCertificate> sealing(Institution at, Certificates all) {
        return seals.present(at.id(), new Issuer(at.code(), at.name()), all.at())
                .flatMap(certificate -> all.seals().stream()
                        .filter(each ->
                                each.declared(all.at()) && each.certificate().equals(certificate))
                        .findFirst());
    }

    private List<Option> schools(Actor actor) {
        List<Option> schools = posts.of(actor).stream()
                .map(Post::institution)
                .map(school -> new Option(school.id().toString(), school.name()))
                .toList();
        return schools.size() < 2 ? List.of() : schools;
    }

    private SealLine line(Page page, Actor actor, Institution at, SealCertificate seal, Moment now, boolean sealing) {
        CertificateFacts facts = CertificateFacts.of(seal.certificate());
        String state = CertificateWords.state(seal, now);
        String here = HERE + "/" + seal.id();
        String query = "?at=" + at.id();
        boolean ended = seal.revoked().isPresent();
        return new SealLine(
                facts.name(),
                facts.serial(),
                CertificateWords.issuer(seal.certificate()),
                seal.sha256(),
                sealing,
                CertificateWords.tone(state),
                page.say("state." + state),
                CertificateWords.valid(
                        page,
                        seal.certificate().getNotBefore().toInstant(),
                        CertificateWords.notAfter(seal.certificate()),
                        at.zone()),
                ended || state.equals("withdrawn")
                        ? ""
                        : CertificateWords.ends(page, CertificateWords.notAfter(seal.certificate()), now),
                told(page, at, seal),
                !ended && seal.withdrawn().isEmpty() && withdraw.may(actor, at) ? here + "/withdraw" + query : "",
                !ended && revoke.may(actor, at) ? here + "/revoke" + query : "");
    }

    private static String told(Page page, Institution at, SealCertificate seal) {
        List<String> told = new ArrayList<>();
        String day = KeyWords.day(page, seal.at(), at.zone());
        told.add(
                switch (seal.how()) {
                    case SEALED_BEFORE -> page.say("told.before");
                    case BROUGHT, HELD, MADE -> page.say("told.declared", day, seal.by());
                });
        seal.withdrawn()
                .ifPresent(end -> told.add(page.say(
                        "told.withdrawn", CertificateWords.day(page, end.from(), at.zone()), end.by(), end.ground())));
        seal.revoked()
                .ifPresent(end -> told.add(
                        page.say("told.revoked", KeyWords.day(page, end.at(), at.zone()), end.by(), end.ground())));
        return String.join("\n", told);
    }

    private static SignerLine line(Page page, Held held, Moment now) {
        boolean ahead = now.at().isBefore(held.key().notBefore());
        String state =
                ahead ? "ahead" : CertificateWords.state(Ending.of(held.key().notAfter(), now));
        return new SignerLine(
                held.account().name(),
                held.account().login(),
                CertificateWords.tone(state),
                page.say("state." + state),
                CertificateWords.valid(page, held.key().notBefore(), held.key().notAfter(), now.zone()),
                CertificateWords.ends(page, held.key().notAfter(), now));
    }
}
