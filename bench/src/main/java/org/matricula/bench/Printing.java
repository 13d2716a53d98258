package org.matricula.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.matricula.registry.records.pdf.PdfBatch;
import org.matricula.registry.records.pdf.PdfDocument;

/// Printing the report books of a class as PDF/A-3 with the signed XML attached, and sealing them.
final class Printing implements Contest {
    private static final int PUPILS = 35;

    private final School school;

    Printing(School school) {
        this.school = school;
    }

    @Override
    public String name() {
        return "printing";
    }

    @Override
    public String about() {
        return """
                The report books of a class of %d, laid out from the signed content, with embedded fonts (Noto
                Serif, three faces), QR code and the signed XML attached and compressed. FOP prints the same words,
                tables, fonts and attachment as PDF/A-3b without tags; ours are PDF/A-3a and PDF/UA with tags.
                PDFBox draws the same words with one subset of each font a document; only its size is compared.
                Added by the seal: the whole print with the seal against the print without it. DSS seals our
                finished PDF.""".formatted(PUPILS);
    }

    @Override
    public Outcome hold(Effort effort) throws Exception {
        List<Prints.Print> prints = Prints.ofClass(school, PUPILS);
        List<School.Hand> hands = school.hands(prints.getFirst().content(), Providers.ACCP);
        int[] next = {0};
        try (FopPrinter fop = new FopPrinter()) {
            Race race = new Race(effort)
                    .with("Matricula, unsealed", PUPILS, () -> unsealed(prints).size())
                    .with("FOP 2.11, unsealed", () -> fop.print(prints.get(next[0]++ % PUPILS)).length);
            byte[] draft = unsealed(prints).getFirst();
            for (Providers providers : Providers.values()) {
                KeyAtHand key = school.key("SEAL", providers);
                race.with(
                        "Matricula, sealed, " + providers,
                        PUPILS,
                        () -> PdfBatch.of(documents(prints)).seal(key).size());
                DssSigning dss = new DssSigning(hands, providers, Date.from(school.now));
                race.with("DSS 6.4 seals a finished PDF, " + providers, () -> dss.pades(draft).length);
            }
            Race.Results results = race.run();
            List<Goal> goals = new ArrayList<>();
            goals.add(Goal.times(
                    "printing against FOP", results.of("Matricula, unsealed"), results.of("FOP 2.11, unsealed"), 20));
            double ours = average(unsealed(prints));
            List<byte[]> boxed = boxed(prints, draft);
            goals.add(Goal.single(
                    "size against PDFBox with a subset a document",
                    ours / average(boxed),
                    1.25,
                    Goal.Bound.AT_MOST,
                    Goal.Unit.TIMES));
            for (Providers providers : Providers.values()) {
                goals.add(Goal.added(
                        "what the seal adds to printing, " + providers,
                        results.of("Matricula, unsealed"),
                        results.of("Matricula, sealed, " + providers),
                        15));
            }
            goals.add(step(results));
            byte[] sealed = PdfBatch.of(documents(prints.subList(0, 1)))
                    .seal(school.key("SEAL", Providers.ACCP))
                    .getFirst();
            goals.add(Goal.single(
                    "seals of a printed book that DSS finds totally passed, of 1",
                    new DssJudge(school).passed(sealed),
                    1,
                    Goal.Bound.AT_LEAST,
                    Goal.Unit.COUNT));
            byte[] fopFile = fop.print(prints.getFirst());
            List<String> remarks = List.of(
                    ("Our whole printing with the seal is still %.1f × as fast as the sealing alone by DSS (JDK),"
                                    + " and %.1f × with ACCP.")
                            .formatted(
                                    wholeAgainstSeal(results, Providers.JDK),
                                    wholeAgainstSeal(results, Providers.ACCP)),
                    ("Bytes of a file: ours %,.0f on average (batch of %d), PDFBox %,.0f, FOP %,d; pages: ours %d,"
                                    + " PDFBox %d, FOP %d; the attached XML has %,d bytes before it is compressed.")
                            .formatted(
                                    ours,
                                    PUPILS,
                                    average(boxed),
                                    fopFile.length,
                                    pages(draft),
                                    pages(boxed.getFirst()),
                                    pages(fopFile),
                                    prints.getFirst().xml().length));
            return new Outcome("books", results.all(), goals, remarks);
        }
    }

    /// The time that the seal adds to our printing against the time that DSS takes to seal, round by round.
    private static Goal step(Race.Results results) {
        double[] unsealed = results.of("Matricula, unsealed").rates();
        double[] sealed = results.of("Matricula, sealed, JDK").rates();
        double[] dss = results.of("DSS 6.4 seals a finished PDF, JDK").rates();
        double[] times = new double[dss.length];
        for (int i = 0; i < times.length; i++) {
            // A bare signature takes a tenth of a millisecond and more; less is noise in the difference.
            double added = Math.max(1e-4, 1 / sealed[i] - 1 / unsealed[i]);
            times[i] = 1 / dss[i] / added;
        }
        Race.Result spread = new Race.Result("step", times);
        return new Goal(
                "the step of sealing against DSS, both with JDK",
                spread.median(),
                spread.least(),
                spread.most(),
                10,
                Goal.Bound.AT_LEAST,
                Goal.Unit.TIMES);
    }

    private static double wholeAgainstSeal(Race.Results results, Providers providers) {
        return results.of("Matricula, sealed, " + providers).median()
                / results.of("DSS 6.4 seals a finished PDF, " + providers).median();
    }

    private static List<PdfDocument> documents(List<Prints.Print> prints) {
        return prints.stream().map(Prints.Print::document).toList();
    }

    private static List<byte[]> unsealed(List<Prints.Print> prints) {
        return PdfBatch.of(documents(prints)).unsealed();
    }

    private static double average(List<byte[]> files) {
        return files.stream().mapToInt(file -> file.length).average().orElseThrow();
    }

    private static int pages(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return document.getNumberOfPages();
        }
    }

    private static List<byte[]> boxed(List<Prints.Print> prints, byte[] ours) throws IOException {
        byte[] profile;
        byte[] metadata;
        try (PDDocument document = Loader.loadPDF(ours)) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            profile = catalog.getOutputIntents()
                    .getFirst()
                    .getDestOutputIntent()
                    .createInputStream()
                    .readAllBytes();
            metadata = catalog.getMetadata().toByteArray();
        }
        List<byte[]> files = new ArrayList<>();
        for (Prints.Print print : prints) {
            files.add(PdfBoxPrinter.print(print, profile, metadata));
        }
        return files;
    }
}
