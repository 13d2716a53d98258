package org.matricula.verifier.record;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.matricula.verifier.signature.Signer;

/// What a signature says of its signer, and everything about it that is the same in each of the signer's signatures.
///
/// Make one for each key and keep it: the certificates are encoded and digested once. Safe to share between threads.
public final class SignerIdentity {
    private final X509Certificate certificate;
    private final List<X509Certificate> chain;
    private final Signer.Algorithm algorithm;
    private final byte[] certificateDigest;
    private final byte[] keyInfo;

    private SignerIdentity(X509Certificate certificate, List<X509Certificate> chain, Signer.Algorithm algorithm) {
        this.certificate = certificate;
        this.chain = List.copyOf(chain);
        this.algorithm = algorithm;
        if (chain.size() + 1 > Limits.CERTIFICATES) {
            throw new UnwritableRecord("a signature carries at most " + Limits.CERTIFICATES + " certificates");
        }
        this.certificateDigest = WrittenData.base64(new Sha256().of(encoded(certificate)));
        Bytes out = new Bytes(4_096).add(Xml.VALUE_END).add(Xml.KEY_INFO);
        certificate(out, certificate);
        chain.forEach(above -> certificate(out, above));
        this.keyInfo = out.add(Xml.KEY_INFO_END).toArray();
    }

    /// The identity behind a signer port.
    public static SignerIdentity of(Signer signer) {
        return new SignerIdentity(signer.certificate(), signer.chain(), signer.algorithm());
    }

    /// The identity of a key that is elsewhere: its certificate and those above it, nearest first, without the root.
    public static SignerIdentity of(
            X509Certificate certificate, List<X509Certificate> chain, Signer.Algorithm algorithm) {
        return new SignerIdentity(certificate, chain, algorithm);
    }

    /// The certificate of the key.
    public X509Certificate certificate() {
        return certificate;
    }

    /// The certificates above it, nearest first, without the root.
    public List<X509Certificate> chain() {
        return chain;
    }

    /// The certificate of the key, then those above it.
    List<X509Certificate> whole() {
        List<X509Certificate> whole = new ArrayList<>(chain.size() + 1);
        whole.add(certificate);
        whole.addAll(chain);
        return whole;
    }

    /// How the key signs.
    public Signer.Algorithm algorithm() {
        return algorithm;
    }

    byte[] method() {
        return switch (algorithm) {
            case ECDSA_SHA256 -> Xml.ECDSA_SHA256;
            case RSA_SHA256 -> Xml.RSA_SHA256;
        };
    }

    /// SHA-256 of the certificate, as Base64 in ASCII.
    byte[] certificateDigest() {
        return certificateDigest;
    }

    /// From the end of the signature value to the target of the qualifying properties.
    byte[] keyInfo() {
        return keyInfo;
    }

    private static void certificate(Bytes out, X509Certificate certificate) {
        byte[] der = encoded(certificate);
        if (der.length > Limits.CERTIFICATE_BYTES) {
            throw new UnwritableRecord("a certificate is longer than " + Limits.CERTIFICATE_BYTES + " bytes");
        }
        out.add(Xml.CERTIFICATE).add(Base64.getEncoder().encode(der)).add(Xml.CERTIFICATE_END);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new UnwritableRecord("the signer's certificate cannot be encoded: " + e.getMessage());
        }
    }
}
