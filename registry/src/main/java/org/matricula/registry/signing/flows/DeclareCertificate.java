package org.matricula.registry.signing.flows;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.InstitutionKeys;
import org.matricula.registry.signing.InstitutionSeals;
import org.matricula.registry.signing.SealCertificates;
import org.matricula.registry.signing.SealCertificates.How;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.matricula.registry.signing.TrustAnchors;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.signature.Signer;
import org.springframework.stereotype.Component;

/// The administrator declares a certificate with which the institution seals from now on, beside those declared before.
@Component
@Act(value = "declare-certificate", by = Role.ADMINISTRATOR, strong = true)
@Refuses({
    CertificateRefusals.NotACertificate.class,
    CertificateRefusals.CertificateOfAnother.class,
    CertificateRefusals.CertificateSelfSigned.class,
    CertificateRefusals.CertificateNotTrusted.class,
    CertificateRefusals.CertificateExpired.class,
    CertificateRefusals.CertificateKeyTooShort.class,
    CertificateRefusals.CertificateNotForSealing.class,
    CertificateRefusals.CertificateDeclaredAlready.class,
    CertificateRefusals.CertificateNotHeld.class,
    KeyRefusals.RealKeysOnly.class
})
public final class DeclareCertificate {
    private final Office office;
    private final InstitutionKeys keys;
    private final InstitutionSeals seals;
    private final SealCertificates register;
    private final TrustAnchors anchors;

    DeclareCertificate(
            Office office,
            InstitutionKeys keys,
            InstitutionSeals seals,
            SealCertificates register,
            TrustAnchors anchors) {
        this.office = office;
        this.keys = keys;
        this.seals = seals;
        this.register = register;
        this.anchors = anchors;
    }

    /// Where the certificate comes from.
    public sealed interface Source {
        /// A file that the administrator brought.
        record Brought(byte[] file) implements Source {}

        /// That of a key which the node holds.
        ///
        /// @param sha256 of the certificate, in hexadecimal
        record Held(String sha256) implements Source {}

        /// A new key of the demo authority.
        record Made() implements Source {}
    }

    /// What a declaration would declare, or what is against it.
    public sealed interface Examined {
        /// It can be declared.
        record Good(X509Certificate certificate) implements Examined {}

        /// It cannot.
        record Bad(Refusal why) implements Examined {}
    }

    /// Carries the declaration out.
    public Outcome<SealCertificate> run(Actor actor, Institution institution, Source source) {
        return office.act(DeclareCertificate.class, actor, institution.place(), (now, notes) -> {
            register.hold(institution.id());
            if (source instanceof Source.Made && !keys.demo()) {
                return Outcome.refused(new KeyRefusals.RealKeysOnly());
            }
            Source examined = source instanceof Source.Made
                    ? new Source.Held(SealCertificates.sha256(
                            keys.makeSeal(issuer(institution), now.at()).certificate()))
                    : source;
            return switch (examine(institution, examined, now)) {
                case Examined.Bad(var why) -> Outcome.refused(why);
                case Examined.Good(var certificate) -> {
                    How how = switch (source) {
                        case Source.Brought _ -> How.BROUGHT;
                        case Source.Held _ -> How.HELD;
                        case Source.Made _ -> How.MADE;
                    };
                    var id = register.declare(institution.id(), certificate, how, actor, now);
                    notes.detail("certificate", SealCertificates.sha256(certificate));
                    yield new Outcome.Done<>(register.find(id).orElseThrow());
                }
            };
        });
    }

    /// What declaring would declare, for a page that shows it before anything happens. Writes nothing.
    public Examined examine(Institution institution, Source source) {
        return examine(institution, source, office.now(institution.place()));
    }

    private Examined examine(Institution institution, Source source, Moment now) {
        Optional<CertificateFile> file = switch (source) {
            case Source.Brought(byte[] bytes) ->
                CertificateFile.read(bytes).map(brought -> withKnown(brought, institution, now));
            case Source.Held(String sha256) -> heldAs(institution, sha256, now);
            case Source.Made() -> Optional.empty();
        };
        if (file.isEmpty()) {
            return new Examined.Bad(
                    source instanceof Source.Brought
                            ? new CertificateRefusals.NotACertificate()
                            : new CertificateRefusals.CertificateNotHeld());
        }
        X509Certificate certificate = file.get().certificate();
        Optional<CertificateRefusals> refusal =
                file.get().refusal(institution, anchors.list().get(), now);
        if (refusal.isPresent()) {
            return new Examined.Bad(refusal.get());
        }
        return inUse(institution, certificate, now)
                ? new Examined.Bad(new CertificateRefusals.CertificateDeclaredAlready())
                : new Examined.Good(certificate);
    }

    private boolean inUse(Institution institution, X509Certificate certificate, Moment now) {
        return register.of(institution.id()).stream()
                .filter(each -> each.certificate().equals(certificate))
                .anyMatch(each -> each.declared(now) || each.revoked().isPresent());
    }

    /// The certificates of keys that the node holds and that could be declared now, the newest first.
    public List<X509Certificate> offered(Institution institution) {
        Moment now = office.now(institution.place());
        return held(institution, now.at()).reversed().stream()
                .map(Signer::certificate)
                .filter(certificate -> !inUse(institution, certificate, now))
                .toList();
    }

    /// Whether a person may at an institution; for a page that shows the button.
    public boolean may(Actor actor, Institution institution) {
        return office.may(DeclareCertificate.class, actor, institution.place());
    }

    private Optional<CertificateFile> heldAs(Institution institution, String sha256, Moment now) {
        return held(institution, now.at()).stream()
                .filter(signer -> SealCertificates.sha256(signer.certificate()).equals(sha256))
                .findFirst()
                .map(signer -> new CertificateFile(signer.certificate(), signer.chain()));
    }

    /// What the node's own keys bring along about authorities helps a file that brings nothing.
    private CertificateFile withKnown(CertificateFile brought, Institution institution, Moment now) {
        List<X509Certificate> others = new java.util.ArrayList<>(brought.others());
        held(institution, now.at()).forEach(signer -> others.addAll(signer.chain()));
        return new CertificateFile(brought.certificate(), others);
    }

    private List<Signer> held(Institution institution, Instant at) {
        return seals.held(issuer(institution), at);
    }

    private static Issuer issuer(Institution institution) {
        return new Issuer(institution.code(), institution.name());
    }
}
