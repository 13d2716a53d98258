package org.matricula.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Sentence;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.page.Language;
import org.matricula.registry.records.SealKeys;
import org.matricula.registry.records.SealReport;
import org.matricula.registry.records.SealReportPage;
import org.matricula.registry.records.flows.SealClassFlow;
import org.matricula.registry.records.spi.ClassRecordForm.Signatory;
import org.matricula.registry.records.store.BookFolder;
import org.matricula.registry.signing.KeyProblem;
import org.matricula.verifier.record.RecordContent.Issuer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./matricula seal`: from a class sheet to sealed report books.
@Command(
        name = "seal",
        description = {
            "Reads a class sheet, checks it, composes a report book for every pupil, signs in order, seals, and writes",
            "each book as XML and PDF, with report.html saying what was done. While a problem remains nothing is sealed."
        },
        mixinStandardHelpOptions = true)
final class SealCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SHEET", description = "The class sheet, XLSX or CSV.")
    private Path sheet = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder for the sealed books; made if missing.")
    private Path out = Path.of("out");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "PKCS#12 files by role: school.p12, principal.p12, homeroom.p12, subject-MATHEMATICS.p12 ... Without it, demo keys are made and used.")
    private @Nullable Path keys;

    @Option(names = "--allow-partial", description = "Seals the good rows and lists the others.")
    private boolean allowPartial;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            defaultValue = "en",
            description = "Language of messages and report: en, vi (also kk, ru for the report).")
    private String lang = "en";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "This installation's data, where demo keys are kept (default: data beside the program).")
    private @Nullable Path data;

    @Option(
            names = "--lookup",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080/v/",
            description =
                    "Where anyone looks a book up; printed in the PDF and its QR code (default: ${DEFAULT-VALUE}).")
    private String lookup = "";

    @Spec
    private CommandSpec spec;

    private final InstantSource clock = InstantSource.system();

    @Override
    public Integer call() throws Exception {
        Language language = Language.of(lang)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There is no language '%s'; choose en, vi, kk or ru.".formatted(lang)));
        if (Files.isDirectory(sheet) || !Files.exists(sheet)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no file %s. Give the class sheet, for example examples/class-4a.xlsx.".formatted(sheet));
        }
        Optional<BookFolder> folder = BookFolder.open(out);
        if (folder.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Another process is sealing into %s right now; wait until it has finished.".formatted(out));
        }
        try (BookFolder books = folder.get();
                SealProgress progress = new SealProgress(language)) {
            SealClassFlow flow = new SealClassFlow(Forms.reportBook(), clock);
            SealClassFlow.Order order = new SealClassFlow.Order(
                    sheet.getFileName().toString(), Files.readAllBytes(sheet), allowPartial, lookup);
            Outcome<SealClassFlow.Sealed> outcome = flow.run(order, this::keys, books, progress);
            return switch (outcome) {
                case Outcome.Refused<SealClassFlow.Sealed> refused -> refused(refused.reasons(), language);
                case Outcome.Done<SealClassFlow.Sealed> done -> {
                    books.beside("report.html", SealReportPage.html(done.value().report(), language));
                    if (done.value().trust().length > 0) {
                        books.beside("trust.json", done.value().trust());
                    }
                    yield sealed(done.value().report(), language);
                }
            };
        } catch (KeyProblem problem) {
            throw new ParameterException(spec.commandLine(), "The keys cannot be used: " + problem.getMessage());
        }
    }

    private SealKeys keys(Issuer issuer, List<Signatory> signatories) {
        Instant now = clock.instant();
        return keys == null
                ? SealKeys.demo(MatriculaCommand.dataFolder(data).resolve("demo-keys"), issuer, signatories, now)
                : SealKeys.of(keys, System.getenv(), issuer, signatories, now);
    }

    private int refused(List<Refusal> reasons, Language language) {
        PrintWriter err = spec.commandLine().getErr();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        err.println(ansi.string(say(
                language,
                new Sentence(
                        "@|bold,red Nothing was sealed.|@ %d thing(s) have to be mended first:"
                                .formatted(reasons.size()),
                        "@|bold,red Chưa đóng dấu học bạ nào.|@ Cần sửa %d chỗ trước:".formatted(reasons.size())))));
        err.println();
        for (Refusal reason : reasons) {
            err.println("  " + line(reason, language));
        }
        err.println();
        err.println(
                say(
                        language,
                        new Sentence(
                                "Mend them in the sheet and run the same command again; or seal the good rows now with --allow-partial.",
                                "Hãy sửa trong bảng rồi chạy lại đúng lệnh này; hoặc đóng dấu các dòng đã đúng bằng --allow-partial.")));
        return 1;
    }

    private static String line(Refusal reason, Language language) {
        String cited = reason.clauses().isEmpty() ? "" : "  [" + String.join(", ", reason.clauses()) + "]";
        return switch (reason) {
            case SealClassFlow.SheetNeedsMending mending -> mending.problem().line(language.code()) + cited;
            default -> say(language, reason.words()) + cited;
        };
    }

    private int sealed(SealReport report, Language language) {
        PrintWriter out = spec.commandLine().getOut();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        out.println(ansi.string(say(
                language,
                new Sentence(
                        "@|bold,green %d books sealed|@, %d sealed before, %d left out."
                                .formatted(
                                        report.count(SealReport.State.SEALED),
                                        report.count(SealReport.State.ALREADY_SEALED),
                                        report.count(SealReport.State.LEFT_OUT)),
                        "@|bold,green Đã đóng dấu %d học bạ|@, %d học bạ đã đóng dấu trước đó, %d học bạ để lại."
                                .formatted(
                                        report.count(SealReport.State.SEALED),
                                        report.count(SealReport.State.ALREADY_SEALED),
                                        report.count(SealReport.State.LEFT_OUT))))));
        for (Refusal left : report.leftOut()) {
            out.println("  " + line(left, language));
        }
        if (report.demo()) {
            out.println(ansi.string(say(
                    language,
                    new Sentence(
                            "@|yellow Signed with demo keys: for trying out, no legal value.|@",
                            "@|yellow Ký bằng khóa thử nghiệm: chỉ để dùng thử, không có giá trị pháp lý.|@"))));
        }
        out.println(say(
                language,
                new Sentence(
                        "See %s/report.html; check the books with: ./matricula verify %s".formatted(this.out, this.out),
                        "Xem %s/report.html; kiểm tra học bạ bằng: ./matricula verify %s"
                                .formatted(this.out, this.out))));
        return report.leftOut().isEmpty() ? 0 : 1;
    }

    private static String say(Language language, Sentence words) {
        return words.in(language == Language.VI ? "vi" : "en");
    }
}
