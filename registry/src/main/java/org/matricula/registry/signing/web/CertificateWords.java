package org.matricula.registry.signing.web;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.matricula.registry.directory.RefusalWords;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Row;
import org.matricula.registry.page.Tone;
import org.matricula.registry.signing.Ending;
import org.matricula.registry.signing.SealCertificates;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.matricula.registry.signing.flows.CertificateRefusals;
import org.matricula.registry.signing.flows.KeyRefusals;
import org.matricula.verifier.signature.CertificateFacts;

/// How the pages of certificates say what they say.
final class CertificateWords {
    private CertificateWords() {}

    /// How a seal's certificate stands: `revoked`, `withdrawn`, `ahead`, or the name of its [Ending] in lower case.
    static String state(SealCertificate seal, Moment now) {
        if (seal.revoked().isPresent()) {
            return "revoked";
        }
        if (seal.withdrawn().isPresent() && !seal.declared(now)) {
            return "withdrawn";
        }
        return now.at().isBefore(seal.certificate().getNotBefore().toInstant())
                ? "ahead"
                : state(Ending.of(notAfter(seal.certificate()), now));
    }

    static String state(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT);
    }

    static Tone tone(String state) {
        return switch (state) {
            case "later" -> Tone.GOOD;
            case "two_months", "month" -> Tone.WARN;
            case "week", "expired", "revoked" -> Tone.BAD;
            default -> Tone.CALM;
        };
    }

    /// How many days are left, or for how many it has been over.
    static String ends(Page page, Instant notAfter, Moment now) {
        long days = Ending.days(notAfter, now);
        if (now.at().isAfter(notAfter)) {
            return page.say("ends.over", -days);
        }
        return days == 0 ? page.say("ends.today") : page.say("ends.in", days);
    }

    static String valid(Page page, Instant from, Instant to, ZoneId zone) {
        return page.say("valid.days", KeyWords.day(page, from, zone), KeyWords.day(page, to, zone));
    }

    /// The rows by which somebody recognises a certificate.
    static List<Row> rows(Page page, X509Certificate certificate, ZoneId zone) {
        CertificateFacts facts = CertificateFacts.of(certificate);
        return List.of(
                new Row(page.say("name"), facts.name() + " (" + facts.organisationId() + ")"),
                new Row(page.say("number"), facts.serial()),
                new Row(page.say("issuer"), issuer(certificate)),
                new Row(
                        page.say("valid"),
                        valid(page, certificate.getNotBefore().toInstant(), notAfter(certificate), zone)),
                new Row(page.say("sha256"), SealCertificates.sha256(certificate)));
    }

    /// The common name of who issued it; the whole name where it has none.
    static String issuer(X509Certificate certificate) {
        String name = certificate.getIssuerX500Principal().getName();
        try {
            return new LdapName(name)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .findFirst()
                            .orElse(name);
        } catch (InvalidNameException _) {
            return name; // shown as it stands in the certificate
        }
    }

    static String day(Page page, LocalDate day, ZoneId zone) {
        return KeyWords.day(page, day.atStartOfDay(zone).toInstant(), zone);
    }

    static Instant notAfter(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    /// What is wrong, each at its field.
    static List<Fault> faults(Page page, List<Refusal> reasons) {
        return reasons.stream()
                .map(reason -> new Fault(field(reason), RefusalWords.of(reason, page.language())))
                .toList();
    }

    private static String field(Refusal reason) {
        return switch (reason) {
            case CertificateRefusals.WithdrawalInThePast _ -> "from";
            case KeyRefusals.GroundMissing _ -> "ground";
            case CertificateRefusals.CertificateUnknown _, CertificateRefusals.CertificateEndedAlready _ -> "";
            case CertificateRefusals _ -> "file";
            default -> "";
        };
    }
}
