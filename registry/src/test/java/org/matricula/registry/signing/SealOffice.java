package org.matricula.registry.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.flows.DeclareCertificate;
import org.matricula.registry.signing.flows.LookAtCertificates;
import org.matricula.registry.signing.flows.RevokeCertificate;
import org.matricula.registry.signing.flows.WithdrawCertificate;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;
import org.matricula.verifier.record.RecordContent.Issuer;

/// A school with an administrator, the demo key of its seal, and an authority that issues whatever a test wants.
final class SealOffice implements AutoCloseable {
    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    static final String TODAY = "2026-05-20T02:00:00Z";

    final StandingClock clock = new StandingClock(TODAY);
    final DemoAuthority authority = DemoAuthority.create(Instant.parse("2015-01-01T00:00:00Z"));
    final InstitutionKeys keys;
    final Node node;
    Institution school;
    Actor administrator;
    private int count;

    SealOffice(Path folder) {
        this(InstitutionKeys.demo(folder, ""));
    }

    /// A school whose keys come from elsewhere.
    SealOffice(InstitutionKeys keys) {
        this.keys = keys;
        node = new Node(
                clock,
                context -> {
                    context.registerBean(InstitutionKeys.class, () -> keys);
                    context.registerBean(RemoteKeys.class, RemoteKeys::none);
                    context.registerBean(SigningLevels.class, () -> SigningLevels.USUAL);
                    context.registerBean(TrustAnchors.class, () -> new TrustAnchors(this::anchors));
                },
                Journal.class,
                Office.class,
                Institutions.class,
                Accounts.class,
                Mandates.class,
                PersonalKeys.class,
                SealCertificates.class,
                PublishedSeals.class,
                InstitutionSeals.class,
                DeclareCertificate.class,
                WithdrawCertificate.class,
                RevokeCertificate.class,
                LookAtCertificates.class);
        school = school();
        administrator = person(Role.ADMINISTRATOR);
    }

    private Institution school() {
        String code = "%08d".formatted(22001234 + count++);
        return get(Institutions.class)
                .add(code, "Trường Hoa Sen", LocalDate.of(2000, 1, 1), "VN", HANOI, Map.of(), now());
    }

    /// The same day as in the beginning, at a school that has declared nothing yet.
    void again() {
        clock.set(TODAY);
        school = school();
        administrator = person(Role.ADMINISTRATOR);
    }

    <T> T get(Class<T> bean) {
        return node.get(bean);
    }

    Moment now() {
        return new Moment(clock.instant(), HANOI);
    }

    Issuer issuer() {
        return new Issuer(school.code(), school.name());
    }

    Actor person(Role role) {
        Account account = get(Accounts.class).open(role.name() + UUID.randomUUID(), "Trần An", Actor.system(), now());
        get(Accounts.class).keep(account.id(), school.id(), now());
        get(Mandates.class)
                .give(
                        account.id(),
                        new Mandate(
                                role,
                                school.id(),
                                Optional.empty(),
                                Optional.empty(),
                                LocalDate.of(2000, 1, 1),
                                Optional.empty()),
                        Actor.system(),
                        now());
        return get(Accounts.class).actor(account, true);
    }

    private List<X509Certificate> anchors() {
        List<X509Certificate> anchors =
                new ArrayList<>(List.of(authority.chain().getLast()));
        anchors.addAll(keys.demoKeys(issuer(), clock.instant()).trust().anchors());
        return anchors;
    }

    /// The newest seal that the node holds.
    X509Certificate held() {
        return get(InstitutionSeals.class)
                .held(issuer(), clock.instant())
                .getLast()
                .certificate();
    }

    /// A certificate of the authority, with the one above it, as PEM.
    byte[] issued(KeyRole role, Issuer to, String since) {
        return pem(authority
                .issue(new KeyHolder(role, to.name(), ""), to, "", Instant.parse(since))
                .chain());
    }

    static byte[] pem(List<X509Certificate> certificates) {
        try {
            StringBuilder text = new StringBuilder();
            for (X509Certificate each : certificates) {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder().encodeToString(each.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            return text.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A certificate of the authority that the demo authority would never issue.
    ///
    /// @param bits of its RSA key
    /// @param usage what the key is for
    /// @param self whether it is signed with its own key
    byte[] odd(int bits, int usage, boolean self) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, school.code())
                .addRDN(BCStyle.CN, school.name())
                .build();
        X509Certificate above = authority.chain().getFirst();
        X500Name issuer = self
                ? subject
                : X500Name.getInstance(above.getSubjectX500Principal().getEncoded());
        Instant now = clock.instant();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.TEN,
                Date.from(now.minus(1, ChronoUnit.DAYS)),
                Date.from(now.plus(100, ChronoUnit.DAYS)),
                subject,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        X509Certificate made = new JcaX509CertificateConverter()
                .getCertificate(builder.build(
                        self
                                ? new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())
                                : new JcaContentSignerBuilder("SHA256withECDSA").build(authority.key())));
        return pem(List.of(made, above));
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
