package org.matricula.bench;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/// What EU DSS does with its defaults for one signer after another: the data to be signed out, the value in. The
/// signature itself is computed by the same provider and the same kind of reused object as ours.
final class DssSigning {
    private record Ready(KeyAtHand key, Signature engine) {}

    private final List<Ready> signers = new ArrayList<>();
    private final XAdESService xades = new XAdESService(new CommonCertificateVerifier());
    private final PAdESService pades = new PAdESService(new CommonCertificateVerifier());
    private final Date at;

    DssSigning(List<School.Hand> hands, Providers providers, Date at) {
        this.at = at;
        hands.forEach(hand -> signers.add(new Ready(hand.key(), hand.key().engine(providers, "SHA256withECDSA"))));
    }

    /// One XAdES baseline B signature of each signer on the document, enveloped, each over what stood there before.
    byte[] xades(byte[] xml) throws IOException, GeneralSecurityException {
        DSSDocument document = new InMemoryDocument(xml);
        for (Ready signer : signers) {
            XAdESSignatureParameters parameters = new XAdESSignatureParameters();
            parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
            parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
            parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
            parameters.setSigningCertificate(new CertificateToken(signer.key().certificate()));
            parameters.setCertificateChain(chain(signer.key()));
            parameters.bLevel().setSigningDate(at);
            ToBeSigned data = xades.getDataToSign(document, parameters);
            document = xades.signDocument(document, parameters, value(signer, data));
        }
        return bytes(document);
    }

    /// One PAdES baseline B signature of the last signer on a PDF.
    byte[] pades(byte[] pdf) throws IOException, GeneralSecurityException {
        Ready signer = signers.getLast();
        DSSDocument document = new InMemoryDocument(pdf);
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(signer.key().certificate()));
        parameters.setCertificateChain(chain(signer.key()));
        parameters.bLevel().setSigningDate(at);
        ToBeSigned data = pades.getDataToSign(document, parameters);
        return bytes(pades.signDocument(document, parameters, value(signer, data)));
    }

    private static List<CertificateToken> chain(KeyAtHand key) {
        List<CertificateToken> chain = new ArrayList<>();
        chain.add(new CertificateToken(key.certificate()));
        key.chain().forEach(above -> chain.add(new CertificateToken(above)));
        return chain;
    }

    private static SignatureValue value(Ready signer, ToBeSigned data) throws GeneralSecurityException {
        signer.engine().update(data.getBytes());
        return new SignatureValue(
                SignatureAlgorithm.ECDSA_SHA256, signer.engine().sign());
    }

    private static byte[] bytes(DSSDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.writeTo(out);
        return out.toByteArray();
    }
}
