package org.matricula.bench;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.matricula.packs.vn.reportbook.print.PrimaryReportBookPrint;
import org.matricula.registry.records.pdf.AttachedXml;
import org.matricula.registry.records.pdf.PdfDocument;
import org.matricula.registry.records.spi.PrintedForm;
import org.matricula.registry.records.spi.Sealing.SignedBy;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.RecordContent;

/// The books of a class as they are about to be printed: the laid-out form and the sealed XML to attach.
final class Prints {
    private static final PrimaryReportBookPrint FORM = new PrimaryReportBookPrint();

    private Prints() {}

    /// One book.
    record Print(RecordContent content, org.matricula.registry.records.spi.Sealing sealing, byte[] xml) {
        /// The form in its parts: what every competitor prints.
        PrintedForm form() {
            return FORM.layout(content, sealing);
        }

        /// For our printer: the form and the XML, compressed as it is for storage.
        PdfDocument document() {
            return new PdfDocument(
                    content.id(),
                    content.version(),
                    HexFormat.of().formatHex(new byte[32]),
                    sealing.effectiveAt(),
                    form(),
                    AttachedXml.of(xml));
        }
    }

    /// The books of a class, each with about fifteen signatures in its XML.
    static List<Print> ofClass(School school, int pupils) {
        Set<String> all = Books.SUBJECTS.stream().map(Books.Subject::code).collect(Collectors.toSet());
        List<Print> prints = new ArrayList<>();
        for (int i = 0; i < pupils; i++) {
            RecordContent content = Books.book(i, all, 1);
            prints.add(of(school, i, content, school.sealed(content, school.hands(content, Providers.ACCP))));
        }
        return prints;
    }

    /// A book with its sealed XML.
    static Print of(School school, int number, RecordContent content, byte[] xml) {
        OffsetDateTime at = school.now.atOffset(ZoneOffset.ofHours(7)).withNano(0);
        List<SignedBy> signers = new ArrayList<>();
        for (Block block : content.blocks()) {
            if (block.by() == Block.Role.SUBJECT) {
                String teacher = block.value("teacher").orElseThrow();
                signers.add(new SignedBy(Block.Role.SUBJECT, block.id(), teacher, at));
            }
        }
        signers.add(new SignedBy(Block.Role.HOMEROOM, "", Books.HOMEROOM, at));
        signers.add(new SignedBy(Block.Role.HEAD, "", Books.PRINCIPAL, at));
        signers.add(new SignedBy(Block.Role.SEAL, "", School.ISSUER.name(), at));
        String code = "K7MX-2Q9D-HR4T-%04d".formatted(number);
        return new Print(
                content,
                new org.matricula.registry.records.spi.Sealing(
                        signers, code, "7F3K-Q2ZD", at, URI.create(address(code)), true),
                xml);
    }

    /// Where a book is looked up: what its QR code says.
    static String address(String code) {
        return "https://hocba.example.edu.vn/v/" + code;
    }
}
