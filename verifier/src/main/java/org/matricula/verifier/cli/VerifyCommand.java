package org.matricula.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.VerdictWords;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.Unreadable;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.pdf.PdfFile;
import org.matricula.verifier.signature.OnlineRevocation;
import org.matricula.verifier.signature.TrustList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `verify FILE|DIR ...`: a verdict for each file, in words or as JSON.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Says of each file whether it is a genuine record: one sentence first, then every check.",
        footer = {
            "",
            "Folders are searched for .xml and .pdf files. Nothing is fetched from a network.",
            "Exit status: 0 all genuine, 1 a file altered or not ours, 2 a file that could not be checked."
        })
public final class VerifyCommand implements Callable<Integer> {
    /// So many files are shown with all their checks; with more, only those that are not genuine are.
    private static final int SHOWN_IN_FULL = 3;

    private final InstantSource clock;
    private final Supplier<Optional<Path>> usualTrust;

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "Files, or folders of files.")
    private List<Path> paths = List.of();

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "The list of trusted roots and institutions (trust.json). Without one, nothing is genuine.")
    private @Nullable Path trust;

    @Option(
            names = "--log",
            paramLabel = "KEY",
            description = "The verifier key (origin+number+key) of a transparency log to trust as well.")
    private List<String> logs = List.of();

    @Option(
            names = "--proof",
            paramLabel = "FILE",
            description = "The proof of the log beside an XML file; a PDF carries its own.")
    private @Nullable Path proof;

    @Option(names = "--lang", paramLabel = "en|vi|kk|ru", description = "The language of the verdict.")
    private String language = Locale.getDefault().getLanguage();

    @Option(names = "--json", description = "Writes the verdicts as a JSON array.")
    private boolean json;

    @Option(names = "--checks", description = "Shows every check of every file, however many there are.")
    private boolean checks;

    @Option(
            names = "--online",
            description =
                    "Asks about revocation where trusted certificates say, when a file does not bring the answer along.")
    private boolean online;

    @Spec
    private @Nullable CommandSpec spec;

    /// The command with the system's clock and no usual trust list.
    public VerifyCommand() {
        this(InstantSource.system(), Optional::empty);
    }

    /// The command as part of another.
    ///
    /// @param clock says for which moment files are judged
    /// @param usualTrust the trust list to take when none is given; it is asked once
    public VerifyCommand(InstantSource clock, Supplier<Optional<Path>> usualTrust) {
        this.clock = clock;
        this.usualTrust = usualTrust;
    }

    private record Found(
            String name, @Nullable Path file, @Nullable Verdict already) {}

    @Override
    public Integer call() {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
        Instant now = clock.instant();
        Verifier verifier;
        try {
            verifier = Verifier.trusting(trustList());
            verifier = online ? verifier.asking(new OnlineRevocation()) : verifier;
        } catch (NoSuchFileException e) {
            complain("the trust list cannot be read: there is no file " + e.getMessage());
            return 2;
        } catch (IOException | TrustList.Unreadable e) {
            complain("the trust list cannot be read: " + reason(e));
            return 2;
        } catch (Unreadable e) {
            complain("--log: " + e.getMessage());
            return 2;
        }
        Optional<LogProof> beside;
        try {
            beside = proof == null ? Optional.empty() : Optional.of(LogProof.read(Files.readAllBytes(proof)));
        } catch (NoSuchFileException e) {
            complain("the proof cannot be read: there is no file " + e.getMessage());
            return 2;
        } catch (IOException | Unreadable e) {
            complain("the proof cannot be read: " + reason(e));
            return 2;
        }
        List<Found> files = new ArrayList<>();
        paths.forEach(path -> find(path, now, files));
        if (beside.isPresent() && files.size() != 1) {
            complain("--proof is the proof of one file, and there are " + files.size());
            return 2;
        }
        VerdictWords words = VerdictWords.in(language);
        VerdictText text = new VerdictText(out, words, VerdictText.onTerminal());
        Map<State, Integer> states = new EnumMap<>(State.class);
        String separator = "[";
        for (Found found : files) {
            Verdict verdict = found.already() != null ? found.already() : verdict(verifier, found.file(), beside, now);
            states.merge(verdict.state(), 1, Integer::sum);
            if (json) {
                out.println(separator + VerdictJson.of(found.name(), verdict, words));
                separator = ",";
            } else {
                boolean full = checks || files.size() <= SHOWN_IN_FULL || verdict.state() != State.GENUINE;
                text.print(found.name(), verdict, full);
            }
        }
        if (json) {
            out.println("]");
        } else if (files.size() > 1) {
            List<String> counts = new ArrayList<>();
            states.forEach((state, count) -> counts.add(count + " " + state));
            out.println(String.join(", ", counts));
        }
        out.flush();
        return exit(states);
    }

    private static int exit(Map<State, Integer> states) {
        if (states.containsKey(State.ALTERED)
                || states.containsKey(State.NOT_OURS)
                || states.containsKey(State.CANCELLED)
                || states.containsKey(State.SUPERSEDED)) {
            return 1;
        }
        return states.containsKey(State.COULD_NOT_CHECK) || states.isEmpty() ? 2 : 0;
    }

    private TrustList trustList() throws IOException {
        Optional<Path> file = trust != null ? Optional.of(trust) : usualTrust.get();
        TrustList list = file.isEmpty() ? TrustList.NONE : TrustList.read(Files.readAllBytes(file.get()));
        for (String log : logs) {
            list = list.withLog(VerifierKey.read(log));
        }
        return list;
    }

    private void complain(String message) {
        if (spec != null) {
            spec.commandLine().getErr().println(message);
        }
    }

    private static void find(Path path, Instant now, List<Found> into) {
        if (!Files.isDirectory(path)) {
            into.add(new Found(path.toString(), path, null));
            return;
        }
        int before = into.size();
        try (Stream<Path> all = Files.walk(path, 32)) {
            all.filter(file -> record(path, file))
                    .sorted()
                    .forEach(file -> into.add(new Found(file.toString(), file, null)));
        } catch (IOException | UncheckedIOException e) {
            into.add(new Found(path.toString(), null, Verifier.unread(now, "cannot-open", reason(e))));
        }
        if (into.size() == before) {
            into.add(new Found(path.toString(), null, Verifier.unread(now, "empty-folder")));
        }
    }

    /// An .xml or .pdf file with no hidden name between the folder and it.
    private static boolean record(Path folder, Path file) {
        for (Path name : folder.relativize(file)) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".xml") || name.endsWith(".pdf")) && Files.isRegularFile(file);
    }

    private static Verdict verdict(Verifier verifier, @Nullable Path file, Optional<LogProof> beside, Instant now) {
        if (file == null) {
            return Verifier.unread(now, "missing-file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            // One byte more than the most that is read: the verifier then says that it is too big.
            return verifier.verify(in.readNBytes(PdfFile.MOST_BYTES + 1), beside, now);
        } catch (NoSuchFileException _) {
            return Verifier.unread(now, "missing-file");
        } catch (IOException e) {
            return Verifier.unread(now, "cannot-open", reason(e));
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
