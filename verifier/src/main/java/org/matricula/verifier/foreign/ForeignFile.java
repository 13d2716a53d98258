package org.matricula.verifier.foreign;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/// Reads the signatures of a foreign XML or PDF file with EU DSS, offline.
final class ForeignFile {
    private static final int MOST_SIGNATURES = 20;

    private ForeignFile() {}

    static List<ForeignSignature> signatures(byte[] bytes) {
        DSSDocument document = new InMemoryDocument(bytes);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(document);
        CommonCertificateVerifier certificates = new CommonCertificateVerifier(true);
        // No certificate, list or answer is ever fetched for a stranger's file.
        certificates.setAIASource(null);
        validator.setCertificateVerifier(certificates);
        validator.setTokenExtractionStrategy(TokenExtractionStrategy.NONE);
        validator.setEnableEtsiValidationReport(false);
        if (validator instanceof PDFDocumentValidator pdf) {
            // Whether revisions look alike is not asked; finding out means drawing a stranger's pages.
            PdfBoxDefaultObjectFactory objects = new PdfBoxDefaultObjectFactory();
            DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
            differences.setMaximalPagesAmountForVisualComparison(0);
            objects.setPdfDifferencesFinder(differences);
            pdf.setPdfObjFactory(objects);
        }
        if (validator.getSignatures().isEmpty()) {
            return List.of();
        }
        Reports reports = validator.validateDocument();
        List<ForeignSignature> signatures = new ArrayList<>();
        for (SignatureWrapper each : reports.getDiagnosticData().getSignatures()) {
            if (signatures.size() < MOST_SIGNATURES) {
                CertificateWrapper signer = each.getSigningCertificate();
                Date claimed = each.getClaimedSigningTime();
                String name = signer == null || signer.getCommonName() == null ? "" : signer.getCommonName();
                boolean intact = each.isSignatureIntact() && each.isSignatureValid();
                String at = claimed == null ? "" : claimed.toInstant().toString();
                signatures.add(new ForeignSignature(name, at, intact));
            }
        }
        return signatures;
    }
}
