package org.matricula.verifier.signature;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UniversalString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/// What a certificate says about its holder.
///
/// @param name the holder's name (common name), in Unicode NFC; empty when it has none
/// @param organisation the institution's name
/// @param organisationId the institution's code (organizationIdentifier, 2.5.4.97)
/// @param holderId the holder's own number (serialNumber, 2.5.4.5), for a teacher the staff number
/// @param serial the certificate's serial number in hexadecimal
/// @param kind what the key may sign
/// @param revocationSource whether it names a place where its revocation is to be looked up
public record CertificateFacts(
        String name,
        String organisation,
        String organisationId,
        String holderId,
        String serial,
        Kind kind,
        boolean revocationSource) {

    /// What a key may sign, by the QcType statement of its certificate (ETSI EN 319 412-5, section 4.2.3).
    public enum Kind {
        /// A person's signature: QcType `id-etsi-qct-esign`, 0.4.0.1862.1.6.1.
        PERSON,
        /// An institution's seal: QcType `id-etsi-qct-eseal`, 0.4.0.1862.1.6.2.
        SEAL,
        /// The certificate does not say, or says both.
        UNSTATED
    }

    private static final String QC_STATEMENTS = "1.3.6.1.5.5.7.1.3";
    private static final ASN1ObjectIdentifier QC_TYPE = new ASN1ObjectIdentifier("0.4.0.1862.1.6");
    private static final ASN1ObjectIdentifier ESIGN = new ASN1ObjectIdentifier("0.4.0.1862.1.6.1");
    private static final ASN1ObjectIdentifier ESEAL = new ASN1ObjectIdentifier("0.4.0.1862.1.6.2");
    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    private static final String FRESHEST_CRL = "2.5.29.46";
    private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";

    /// Reads the facts of a certificate.
    ///
    /// @throws IllegalArgumentException when an extension that we need is not what its standard says
    public static CertificateFacts of(X509Certificate certificate) {
        try {
            X500Name subject =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            return new CertificateFacts(
                    part(subject, BCStyle.CN),
                    part(subject, BCStyle.O),
                    part(subject, BCStyle.ORGANIZATION_IDENTIFIER),
                    part(subject, BCStyle.SERIALNUMBER),
                    certificate.getSerialNumber().toString(16),
                    kind(certificate),
                    namesRevocationSource(certificate));
        } catch (ClassCastException | IllegalStateException e) {
            // What BouncyCastle throws when one kind of ASN.1 stands where another is wanted.
            throw new IllegalArgumentException("the certificate has an extension of a wrong form", e);
        }
    }

    /// The one value of an attribute, character by character; empty when there is none, several, or no plain string.
    private static String part(X500Name subject, ASN1ObjectIdentifier type) {
        RDN[] found = subject.getRDNs(type);
        return found.length == 1
                        && !found[0].isMultiValued()
                        && found[0].getFirst().getValue() instanceof ASN1String value
                        && !(value instanceof ASN1BitString || value instanceof ASN1UniversalString)
                ? Normalizer.normalize(value.getString(), Normalizer.Form.NFC)
                : "";
    }

    private static Kind kind(X509Certificate certificate) {
        Set<ASN1ObjectIdentifier> types = new HashSet<>();
        byte[] extension = certificate.getExtensionValue(QC_STATEMENTS);
        if (extension != null) {
            for (ASN1Encodable each : ASN1Sequence.getInstance(content(extension))) {
                ASN1Sequence statement = ASN1Sequence.getInstance(each);
                if (statement.size() == 2 && QC_TYPE.equals(statement.getObjectAt(0))) {
                    for (ASN1Encodable type : ASN1Sequence.getInstance(statement.getObjectAt(1))) {
                        types.add(ASN1ObjectIdentifier.getInstance(type));
                    }
                }
            }
        }
        if (types.contains(ESIGN) == types.contains(ESEAL)) {
            return Kind.UNSTATED;
        }
        return types.contains(ESEAL) ? Kind.SEAL : Kind.PERSON;
    }

    private static boolean namesRevocationSource(X509Certificate certificate) {
        if (certificate.getExtensionValue(CRL_DISTRIBUTION_POINTS) != null
                || certificate.getExtensionValue(FRESHEST_CRL) != null) {
            return true;
        }
        byte[] access = certificate.getExtensionValue(AUTHORITY_INFORMATION_ACCESS);
        if (access == null) {
            return false;
        }
        for (AccessDescription each :
                AuthorityInformationAccess.getInstance(content(access)).getAccessDescriptions()) {
            if (AccessDescription.id_ad_ocsp.equals(each.getAccessMethod())) {
                return true;
            }
        }
        return false;
    }

    /// Where a certificate says that one may ask about its revocation.
    ///
    /// @param lists addresses of lists of revoked certificates
    /// @param responders addresses of OCSP responders
    record Sources(List<URI> lists, List<URI> responders) {}

    /// The web addresses among the sources that a certificate names.
    static Sources sources(X509Certificate certificate) {
        List<URI> lists = new ArrayList<>();
        List<URI> responders = new ArrayList<>();
        try {
            byte[] points = certificate.getExtensionValue(CRL_DISTRIBUTION_POINTS);
            if (points != null) {
                for (DistributionPoint each :
                        CRLDistPoint.getInstance(content(points)).getDistributionPoints()) {
                    DistributionPointName name = each.getDistributionPoint();
                    if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
                        for (GeneralName at :
                                GeneralNames.getInstance(name.getName()).getNames()) {
                            web(at).ifPresent(lists::add);
                        }
                    }
                }
            }
            byte[] access = certificate.getExtensionValue(AUTHORITY_INFORMATION_ACCESS);
            if (access != null) {
                for (AccessDescription each :
                        AuthorityInformationAccess.getInstance(content(access)).getAccessDescriptions()) {
                    if (AccessDescription.id_ad_ocsp.equals(each.getAccessMethod())) {
                        web(each.getAccessLocation()).ifPresent(responders::add);
                    }
                }
            }
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException _) {
            // What BouncyCastle throws at an extension of a wrong form: it names no place that could be asked.
            return new Sources(List.of(), List.of());
        }
        return new Sources(lists, responders);
    }

    private static Optional<URI> web(GeneralName name) {
        if (name.getTagNo() != GeneralName.uniformResourceIdentifier) {
            return Optional.empty();
        }
        try {
            URI address = new URI(ASN1IA5String.getInstance(name.getName()).getString());
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static byte[] content(byte[] extension) {
        return ASN1OctetString.getInstance(extension).getOctets();
    }
}
