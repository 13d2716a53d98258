package org.matricula.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.VerdictWords;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.cli.Inputs.Input;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.Unreadable;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.signature.OnlineRevocation;
import org.matricula.verifier.signature.TrustList;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `verify FILE|DIR ...`: a verdict for each file, in words or as JSON.
@Command(name = "verify", resourceBundle = CommandWords.BUNDLE)
public final class VerifyCommand implements Callable<Integer> {
    /// So many files are shown with all their checks; with more, only those that are not genuine are.
    private static final int SHOWN_IN_FULL = 3;

    private final InstantSource clock;
    private final Supplier<Optional<Path>> usualTrust;

    @Parameters(paramLabel = "FILE|DIR", arity = "0..*", descriptionKey = "verify.paths")
    private List<String> paths = List.of();

    @Option(names = "--trust", paramLabel = "FILE", descriptionKey = "verify.trust")
    private @Nullable String trust;

    @Option(names = "--log", paramLabel = "KEY|DIR", descriptionKey = "verify.log")
    private List<String> logs = List.of();

    @Option(names = "--checkpoint", paramLabel = "FILE", descriptionKey = "verify.checkpoint")
    private List<String> checkpoints = List.of();

    @Option(names = "--proof", paramLabel = "FILE", descriptionKey = "verify.proof")
    private @Nullable String proof;

    @Option(names = "--write-proof", paramLabel = "FILE", descriptionKey = "verify.write-proof")
    private @Nullable String proofTo;

    @Option(names = "--files-from", paramLabel = "FILE|-", descriptionKey = "verify.files-from")
    private @Nullable String names;

    @Option(names = "--lang", paramLabel = "en|vi|kk|ru", descriptionKey = "verify.lang")
    private String language = Locale.getDefault().getLanguage();

    @Option(names = "--json", descriptionKey = "verify.json")
    private boolean json;

    @Option(names = "--checks", descriptionKey = "verify.checks")
    private boolean checks;

    @Option(names = "--online", descriptionKey = "verify.online")
    private boolean online;

    @Option(
            names = {"-h", "--help"},
            descriptionKey = "verify.help")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "verify.version")
    private boolean version;

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

    /// The command as a program of its own: a name that begins with `@` is a name, not a list of arguments, and what
    /// is not understood is said in the reader's language.
    static CommandLine alone(VerifyCommand command) {
        IParameterExceptionHandler plainly = (problem, arguments) -> {
            CommandWords words = CommandWords.in(CommandWords.asked(List.of(arguments)));
            problem.getCommandLine().getErr().println(words.say("not-understood", problem.getMessage()));
            return 2;
        };
        return new CommandLine(command)
                .setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setParameterExceptionHandler(plainly)
                .setExecutionExceptionHandler((fault, line, arguments) -> {
                    CommandWords words = CommandWords.in(CommandWords.asked(arguments.originalArgs()));
                    line.getErr().println(words.say("fault", fault));
                    return 2;
                });
    }

    /// What came of a file, ready to be shown.
    ///
    /// @param logged whether its proof of the log was checked and good
    private record Shown(State state, String text, @Nullable Path file, boolean logged) {}

    @Override
    public Integer call() {
        CommandSpec own = Objects.requireNonNull(spec, "set by picocli");
        CommandWords words = CommandWords.in(language);
        PrintWriter err = own.commandLine().getErr();
        if (help) {
            own.commandLine().setResourceBundle(words.bundle());
            own.commandLine().usage(own.commandLine().getOut());
            return 0;
        }
        try (InputStream more = moreNames(words)) {
            if (paths.isEmpty() && more == null) {
                throw new Unusable(words.say("no-file"));
            }
            Verifier verifier = verifier(words);
            Optional<LogProof> beside = beside(words);
            return judge(new Inputs(paths, more), verifier, beside, words, own.commandLine());
        } catch (Unusable e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println(words.say("names-unreadable", Inputs.reason(e)));
            return 2;
        }
    }

    private int judge(Inputs inputs, Verifier verifier, Optional<LogProof> beside, CommandWords words, CommandLine line)
            throws Unusable {
        PrintWriter out = line.getOut();
        int count = inputs.upTo(SHOWN_IN_FULL + 1);
        if ((beside.isPresent() || proofTo != null) && count != 1) {
            throw new Unusable(words.say("one-proof"));
        }
        boolean full = checks || count <= SHOWN_IN_FULL;
        FileJudge judge = new FileJudge(verifier, beside, clock.instant());
        VerdictWords sentences = VerdictWords.in(language);
        Map<State, Integer> states = new EnumMap<>(State.class);
        Batch<Input, Shown> batch = new Batch<>(
                count == 1 ? 1 : Runtime.getRuntime().availableProcessors(),
                // A file takes about eight times its size while it is judged.
                Runtime.getRuntime().maxMemory() / 16,
                FileJudge::size,
                input -> shown(input, judge, sentences, full));
        List<Shown> logged = new ArrayList<>();
        batch.run(inputs, shown -> {
            out.println(shown.text());
            states.merge(shown.state(), 1, Integer::sum);
            if (proofTo != null && shown.logged()) {
                logged.add(shown);
            }
        });
        out.flush();
        if (proofTo != null) {
            writeProof(proofTo, logged, beside, words);
        }
        int judged = states.values().stream().mapToInt(Integer::intValue).sum();
        if (judged > 1) {
            // A program reads the verdicts; the closing line is for whoever watches.
            PrintWriter closing = json ? line.getErr() : out;
            closing.println(closing(states, judged, words));
            closing.flush();
        }
        return exit(states);
    }

    /// Writes the proof that was just found good, for tools that read other logs' proofs too.
    private static void writeProof(String to, List<Shown> logged, Optional<LogProof> beside, CommandWords words)
            throws Unusable {
        try {
            Path file = logged.isEmpty() ? null : logged.getFirst().file();
            Optional<LogProof> good = file == null
                    ? Optional.empty()
                    : ProofInside.of(Files.readAllBytes(file)).or(() -> beside);
            if (good.isEmpty()) {
                throw new Unusable(words.say("no-proof-to-write"));
            }
            Files.write(Path.of(to), good.get().toTlogProof());
        } catch (IOException | InvalidPathException e) {
            throw new Unusable(words.say("proof-not-written", KnownLogs.said(e, words)));
        }
    }

    private Shown shown(Input input, FileJudge judge, VerdictWords words, boolean full) {
        try {
            return shown(input, judge.verdict(input), words, full);
        } catch (OutOfMemoryError _) {
            // Reading is bounded, but the machine may have given this program less than the bound.
            return shown(input, judge.without(Runtime.getRuntime().maxMemory()), words, full);
        }
    }

    private Shown shown(Input input, Verdict verdict, VerdictWords words, boolean full) {
        boolean whole = full || verdict.state() != State.GENUINE;
        String text = json
                ? VerdictJson.of(input.name(), verdict, words)
                : VerdictText.of(input.name(), verdict, words, VerdictText.onTerminal(), whole);
        return new Shown(verdict.state(), text, input.file(), verdict.log().isPresent());
    }

    private static String closing(Map<State, Integer> states, int judged, CommandWords words) {
        List<String> counts = new ArrayList<>();
        states.forEach((state, count) -> counts.add(count + " " + words.say("state." + state)));
        return words.say("closing", judged, String.join(", ", counts));
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

    private @Nullable InputStream moreNames(CommandWords words) throws Unusable {
        if (names == null) {
            return null;
        }
        if (names.equals("-")) {
            return System.in;
        }
        try {
            return Files.newInputStream(Path.of(names));
        } catch (IOException | InvalidPathException e) {
            throw new Unusable(words.say("names-unreadable", KnownLogs.said(e, words)));
        }
    }

    private Verifier verifier(CommandWords words) throws Unusable {
        TrustList list;
        try {
            Optional<Path> file = trust != null ? Optional.of(Path.of(trust)) : usualTrust.get();
            list = file.isEmpty()
                    ? TrustList.NONE
                    : TrustList.read(KnownLogs.beginning(file.get(), TrustList.MOST_BYTES));
        } catch (IOException | InvalidPathException | TrustList.Unreadable e) {
            throw new Unusable(words.say("trust-unreadable", KnownLogs.said(e, words)));
        }
        List<Path> copies = new ArrayList<>();
        for (String log : logs) {
            try {
                if (isFolder(log)) {
                    copies.add(Path.of(log));
                } else {
                    list = list.withLog(VerifierKey.read(log));
                }
            } catch (Unreadable e) {
                throw new Unusable(words.say("log-unreadable", e.getMessage()));
            }
        }
        KnownLogs known = new KnownLogs(list, words);
        for (String checkpoint : checkpoints) {
            known.checkpoint(checkpoint);
        }
        for (Path copy : copies) {
            known.folder(copy);
        }
        Verifier verifier = Verifier.trusting(list).knowing(known::of);
        return online ? verifier.asking(new OnlineRevocation()) : verifier;
    }

    private Optional<LogProof> beside(CommandWords words) throws Unusable {
        if (proof == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LogProof.read(KnownLogs.beginning(Path.of(proof), 4 * SignedNote.MOST_BYTES)));
        } catch (IOException | InvalidPathException | Unreadable e) {
            throw new Unusable(words.say("proof-unreadable", KnownLogs.said(e, words)));
        }
    }

    private static boolean isFolder(String name) {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (InvalidPathException _) {
            return false; // read as a key, which then says what is wrong with it
        }
    }
}
