package org.matricula.verifier.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.matricula.verifier.testing.PublishedVectors;
import org.matricula.verifier.testing.PublishedVectors.Published;
import org.matricula.verifier.testing.Spoiler;

/// What we tell of foreign files is what DSS finds with its whole validation and the Java runtime's XPath, for every
/// example and for spoiled ones.
@Tag("foreign")
class SameVerdictsTest {
    private static final int SPOILED = 30;

    @Test
    void our_reading_with_saxon_tells_what_stock_dss_finds() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(new File(part).toURI().toURL());
        }
        Map<String, byte[]> files = files();
        try (URLClassLoader apart =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            @SuppressWarnings("unchecked")
            Function<byte[], String> stock = (Function<byte[], String>) apart.loadClass(Stock.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            int told = 0;
            List<String> stockGivesUp = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                String said = said(file.getValue());
                String theirs = stock.apply(file.getValue());
                if (theirs.endsWith("Exception") && said.contains("intact=false")) {
                    stockGivesUp.add(file.getKey());
                } else {
                    assertThat(named(said)).as(file.getKey()).isEqualTo(named(theirs));
                }
                told += said.contains("intact=true") ? 1 : 0;
            }
            // Its reports have no name for these signatures' algorithms; we tell that they do not hold.
            assertThat(stockGivesUp)
                    .containsExactly("record/bad/hmac-cut-to-nothing.xml", "record/bad/no-algorithm.xml");
            assertThat(told).isGreaterThan(50);
        }
    }

    /// Who made a signature that does not hold is nothing but a claim; DSS names nobody for some of them.
    private static String named(String signatures) {
        return signatures.replaceAll("by=[^=]*, at=([^=]*), intact=false", "by=?, at=$1, intact=false");
    }

    private static Map<String, byte[]> files() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Published vector : PublishedVectors.all()) {
            if (vector.file().endsWith(".xml") || vector.file().endsWith(".pdf")) {
                files.put(vector.file(), vector.bytes());
            }
        }
        List<byte[]> originals = List.copyOf(files.values());
        Random random = new Random(20261123);
        for (int i = 0; i < SPOILED; i++) {
            byte[] original = originals.get(random.nextInt(originals.size()));
            files.put("spoiled " + i, Spoiler.once(original, originals, random));
        }
        return files;
    }

    private static String said(byte[] file) {
        try {
            return ForeignFile.signatures(file).toString();
        } catch (RuntimeException e) {
            return e.getClass().getName();
        }
    }

    /// DSS as its users have it, with its whole validation. Loaded apart, where it finds its XPath engine before we can
    /// name one.
    public static final class Stock implements Function<byte[], String> {
        public Stock() {
            String engine = DomUtils.createXPathExpression("//*").getClass().getName();
            assertThat(engine).doesNotStartWith("net.sf.saxon.");
        }

        @Override
        public String apply(byte[] file) {
            Thread here = Thread.currentThread();
            ClassLoader outside = here.getContextClassLoader();
            here.setContextClassLoader(Stock.class.getClassLoader()); // where DSS looks for its own parts
            try {
                return told(file);
            } finally {
                here.setContextClassLoader(outside);
            }
        }

        private static String told(byte[] file) {
            try {
                SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(file));
                CommonCertificateVerifier certificates = new CommonCertificateVerifier(true);
                certificates.setAIASource(null);
                validator.setCertificateVerifier(certificates);
                if (validator.getSignatures().isEmpty()) {
                    return "[]";
                }
                return validator.validateDocument().getDiagnosticData().getSignatures().stream()
                        .map(Stock::told)
                        .toList()
                        .toString();
            } catch (RuntimeException e) {
                return e.getClass().getName();
            }
        }

        private static ForeignSignature told(SignatureWrapper each) {
            CertificateWrapper signer = each.getSigningCertificate();
            Date claimed = each.getClaimedSigningTime();
            return new ForeignSignature(
                    signer == null || signer.getCommonName() == null ? "" : signer.getCommonName(),
                    claimed == null ? "" : claimed.toInstant().toString(),
                    each.isSignatureIntact() && each.isSignatureValid());
        }
    }
}
