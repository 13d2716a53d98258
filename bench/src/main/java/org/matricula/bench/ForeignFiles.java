package org.matricula.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordSealing;

/// Files of others: documents of an invented other format, signed four times by EU DSS, and PDFs by FOP, sealed by it.
final class ForeignFiles {
    private final School school;
    private final DssSigning signing;

    ForeignFiles(School school) {
        this.school = school;
        List<School.Hand> hands = school.hands(Books.book(0, Set.of("FOREIGN_LANGUAGE_1")), Providers.ACCP);
        this.signing = new DssSigning(hands, Providers.ACCP, Date.from(school.now));
    }

    List<byte[]> xml(int count) throws IOException, GeneralSecurityException {
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RecordContent content = Books.book(i, Set.of("FOREIGN_LANGUAGE_1"));
            String data = new String(RecordSealing.prepare(content).toBytes(), StandardCharsets.UTF_8)
                    .replace("urn:matricula:record:1", "urn:example:transcript:1");
            files.add(signing.xades(data.getBytes(StandardCharsets.UTF_8)));
        }
        return files;
    }

    List<byte[]> pdf(int count) throws Exception {
        List<byte[]> files = new ArrayList<>();
        try (FopPrinter fop = new FopPrinter()) {
            for (Prints.Print print : Prints.ofClass(school, count)) {
                files.add(signing.pades(fop.print(print)));
            }
        }
        return files;
    }
}
