package org.matricula.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
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
import org.matricula.registry.signing.Stampers;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.signature.SignatureLevel;
import org.matricula.verifier.signature.Stamper;
import picocli.CommandLine;
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
            "Makes a sealed report book of every pupil in a class sheet.",
            "The sheet is read and checked; while a problem remains, nothing is sealed. Then each book is composed, signed"
                    + " in order, sealed, and written as XML and PDF, and report.html says what was done."
                    + " Running it again finishes what was interrupted; a sealed book never changes."
        },
        footer = {
            "",
            "Exit status: 0 every pupil has a sealed book, 1 something has to be mended in the",
            "sheet, 2 the command, the keys or the disk stood in the way."
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
                    "Keys by role: school.p12, principal.p12, homeroom.p12, subject-MATHEMATICS.p12 ... or .pkcs11 and .csc, which say on which token or at which service a key lives. Without it, demo keys are made and used.")
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
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "LT",
            description =
                    "Level of the seals: B, T (with a time stamp) or LT (and with word of revocation) (default: LT).")
    private SignatureLevel level = SignatureLevel.LT;

    @Option(
            names = "--tsa",
            paramLabel = "URL",
            description = "A time-stamp authority (RFC 3161); demo keys have one of their own.")
    private @Nullable URI tsa;

    @Option(
            names = "--lookup",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080/v/",
            description =
                    "Where anyone looks a book up; printed in the PDF and its QR code (default: ${DEFAULT-VALUE}).")
    private String lookup = "";

    @Spec
    private CommandSpec spec;

    /// Leaves room for the lookup code in a QR code that a telephone reads from paper.
    private static final int LONGEST_ADDRESS = 200;

    /// More than any class sheet has: the reader of sheets then says that the file is too large.
    private static final int MOST_READ = 64 * 1024 * 1024;

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
        requireAddress(lookup);
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new ParameterException(
                    spec.commandLine(), "%s is a file; give a folder for the sealed books.".formatted(out));
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
            SealClassFlow.Order order =
                    new SealClassFlow.Order(sheet.getFileName().toString(), read(sheet), allowPartial, lookup);
            Outcome<SealClassFlow.Sealed> outcome = flow.run(order, this::keys, books, progress);
            return switch (outcome) {
                case Outcome.Refused<SealClassFlow.Sealed> refused -> refused(refused.reasons(), language);
                case Outcome.Done<SealClassFlow.Sealed> done -> {
                    books.beside("report.html", SealReportPage.html(done.value().report(), language));
                    if (done.value().trust().length > 0) {
                        books.beside("trust.json", done.value().trust());
                    }
                    yield sealed(done.value(), language);
                }
            };
        } catch (Stamper.StampingFailed failed) {
            spec.commandLine()
                    .getErr()
                    .println("Nothing was sealed: " + failed.getMessage() + ". Run the same command again later.");
            return CommandLine.ExitCode.USAGE;
        } catch (KeyProblem problem) {
            spec.commandLine().getErr().println("The keys cannot be used: " + problem.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private static byte[] read(Path sheet) throws IOException {
        try (InputStream in = Files.newInputStream(sheet)) {
            return in.readNBytes(MOST_READ);
        }
    }

    /// The address is printed in every book and can never be mended there: it is examined before anything is made.
    private void requireAddress(String address) {
        try {
            URI uri = new URI(address);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && address.length() <= LONGEST_ADDRESS) {
                return;
            }
        } catch (URISyntaxException _) {
            // said below, as for any other text that is no address
        }
        throw new ParameterException(
                spec.commandLine(),
                "'%s' is no address for looking books up; give one such as https://school.example/v/ with at most %d characters."
                        .formatted(address, LONGEST_ADDRESS));
    }

    private SealKeys keys(Issuer issuer, List<Signatory> signatories) {
        Instant now = clock.instant();
        Optional<Path> demo =
                keys == null ? Optional.of(MatriculaCommand.dataFolder(data).resolve("demo-keys")) : Optional.empty();
        SealKeys all = demo.map(folder -> SealKeys.demo(folder, issuer, signatories, now))
                .orElseGet(() -> SealKeys.of(Path.of(String.valueOf(keys)), System.getenv(), issuer, signatories, now));
        if (keys != null && tsa == null && level != SignatureLevel.B) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Seals at level %s want a time-stamp authority; name one with --tsa, or seal at level B with --level B."
                            .formatted(level));
        }
        return all.stampedBy(Stampers.alone(level, demo, Optional.ofNullable(tsa), clock));
    }

    private int refused(List<Refusal> reasons, Language language) {
        PrintWriter err = spec.commandLine().getErr();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        err.println(ansi.string(say(
                language,
                new Sentence(
                        "@|bold,red Nothing was sealed.|@ %s to be mended first:"
                                .formatted(reasons.size() == 1 ? "1 thing has" : reasons.size() + " things have"),
                        "@|bold,red Chưa đóng dấu học bạ nào.|@ Cần sửa %d chỗ trước:".formatted(reasons.size())))));
        err.println();
        for (Refusal reason : reasons) {
            err.println("  " + line(reason, language));
        }
        err.println();
        err.println(say(
                language,
                othersCouldBeSealed(reasons)
                        ? new Sentence(
                                "Mend them in the sheet and run the same command again; or seal the good rows now with --allow-partial.",
                                "Hãy sửa trong bảng rồi chạy lại đúng lệnh này; hoặc đóng dấu các dòng đã đúng bằng --allow-partial.")
                        : new Sentence(
                                "Mend them and run the same command again.", "Hãy sửa rồi chạy lại đúng lệnh này.")));
        return 1;
    }

    /// Whether the reasons concern single pupils only, so that leaving those out may help.
    private boolean othersCouldBeSealed(List<Refusal> reasons) {
        return !allowPartial
                && reasons.stream()
                        .allMatch(reason -> reason instanceof SealClassFlow.SheetNeedsMending mending
                                && mending.problem().pupil().isPresent());
    }

    private static String line(Refusal reason, Language language) {
        String cited = reason.clauses().isEmpty() ? "" : "  [" + String.join(", ", reason.clauses()) + "]";
        return switch (reason) {
            case SealClassFlow.SheetNeedsMending mending -> mending.problem().line(language.code()) + cited;
            default -> say(language, reason.words()) + cited;
        };
    }

    private int sealed(SealClassFlow.Sealed done, Language language) {
        SealReport report = done.report();
        PrintWriter out = spec.commandLine().getOut();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        out.println(ansi.string(say(
                language,
                new Sentence(
                        "@|bold,green %d %s sealed|@, %d sealed before, %d left out."
                                .formatted(
                                        report.count(SealReport.State.SEALED),
                                        report.count(SealReport.State.SEALED) == 1 ? "book" : "books",
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
                        "See %s/report.html; check the books with: ./matricula verify %s%s"
                                .formatted(this.out, this.out, trustOption(done)),
                        "Xem %s/report.html; kiểm tra học bạ bằng: ./matricula verify %s%s"
                                .formatted(this.out, this.out, trustOption(done)))));
        return report.leftOut().isEmpty() ? 0 : 1;
    }

    /// What `verify` must be told beyond the files: nothing where it finds the demo keys' list by itself.
    private String trustOption(SealClassFlow.Sealed done) {
        if (done.trust().length == 0) {
            return " --trust FILE";
        }
        return data == null ? "" : " --trust " + out.resolve("trust.json");
    }

    private static String say(Language language, Sentence words) {
        return words.in(language == Language.VI ? "vi" : "en");
    }
}
