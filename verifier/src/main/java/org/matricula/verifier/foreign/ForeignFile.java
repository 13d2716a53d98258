package org.matricula.verifier.foreign;

import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.signature.SignatureCryptographicVerification;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.style.BCStyle;

/// Reads the signatures of a foreign XML or PDF file with EU DSS, offline.
///
/// Of DSS's validation this is the first half: what each signature covers, by whom it says it is, and whether its
/// digests and its value fit. The other half asks whether the signer can be believed; we never say that of a foreign
/// file, so no path, policy or report is made.
final class ForeignFile {
    private static final int MOST_SIGNATURES = 20;

    static {
        DssEngines.settle();
    }

    private ForeignFile() {}

    static List<ForeignSignature> signatures(byte[] bytes) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(bytes));
        CommonCertificateVerifier certificates = new CommonCertificateVerifier(true);
        // No certificate, list or answer is ever fetched for a stranger's file.
        certificates.setAIASource(null);
        validator.setCertificateVerifier(certificates);
        validator.setTokenExtractionStrategy(TokenExtractionStrategy.NONE);
        if (validator instanceof PDFDocumentValidator pdf) {
            // Whether revisions look alike is not asked; finding out means drawing a stranger's pages.
            PdfBoxDefaultObjectFactory objects = new PdfBoxDefaultObjectFactory();
            DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
            differences.setMaximalPagesAmountForVisualComparison(0);
            objects.setPdfDifferencesFinder(differences);
            pdf.setPdfObjFactory(objects);
        }
        List<AdvancedSignature> all = new ArrayList<>();
        validator.getSignatures().forEach(each -> withCounterSignatures(each, all));
        return all.stream().limit(MOST_SIGNATURES).map(ForeignFile::told).toList();
    }

    private static void withCounterSignatures(AdvancedSignature signature, List<AdvancedSignature> all) {
        all.add(signature);
        signature.getCounterSignatures().forEach(each -> withCounterSignatures(each, all));
    }

    private static ForeignSignature told(AdvancedSignature signature) {
        SignatureCryptographicVerification arithmetic = signature.getSignatureCryptographicVerification();
        CertificateToken signer = signature.getSigningCertificateToken();
        String name =
                signer == null ? null : DSSASN1Utils.extractAttributeFromX500Principal(BCStyle.CN, signer.getSubject());
        Date claimed = signature.getSigningTime();
        return new ForeignSignature(
                name == null ? "" : name,
                claimed == null ? "" : claimed.toInstant().toString(),
                arithmetic.isSignatureIntact() && arithmetic.isSignatureValid());
    }
}
