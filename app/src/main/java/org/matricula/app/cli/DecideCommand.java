package org.matricula.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Edition;
import org.matricula.law.desk.Batch;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.desk.Result;
import org.matricula.law.desk.ResultJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Asks the law a question: lists the decisions, shows the facts one takes, decides.
///
/// Ends with 0 when there is an answer, with 2 when there is none, with 1 when the program failed. Problems are on
/// standard output as JSON, a hint for the eye on standard error.
@Command(
        name = "decide",
        description = "Asks the law: lists the decisions, shows their facts, or decides.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./matricula decide",
            "  ./matricula decide vn.bridging.exam-route --schema",
            "  ./matricula decide vn.bridging.exam-route facts.json",
            "  ./matricula decide --batch questions.jsonl --lang ru"
        })
public final class DecideCommand implements Callable<Integer> {
    private static final int ANSWERED = 0;
    private static final int FAULT = 1;
    private static final int NOT_ANSWERED = 2;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ID",
            description = "Which decision; without it, all are listed.")
    private @Nullable String id;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FACTS",
            description = "File with the facts as JSON; '-' reads standard input.")
    private @Nullable String facts;

    @Option(names = "--schema", description = "Print the facts the decision takes, as JSON Schema.")
    private boolean schema;

    @Option(names = "--json", description = "List the decisions as JSON.")
    private boolean json;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description =
                    "JSON lines {\"decision\": ID, \"facts\": {...}, \"lang\": \"en\"} in, one line out for each.")
    private @Nullable String batch;

    @Option(names = "--strip", description = "Show the terms of the answer day by day, as 'strips' beside it.")
    private boolean strip;

    @Option(
            names = "--lang",
            defaultValue = "en",
            paramLabel = "LANG",
            description = "Language of reasons and problems: en, vi, kk or ru; all but en give the regulation's own.")
    private String language = "en";

    @Spec
    private @Nullable CommandSpec spec;

    private final InputStream standardInput;

    /// The command at the standard input of the process.
    public DecideCommand() {
        this(System.in);
    }

    DecideCommand(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() throws IOException {
        if (!DecisionDesk.speaks(language)) {
            return hint("'%s' is not one of the languages en, vi, kk, ru".formatted(language));
        }
        if (batch != null && (id != null || schema || json || strip)) {
            return hint("--batch takes its decisions from the lines and goes with no id, --schema, --json or --strip");
        }
        DecisionDesk desk;
        try {
            desk = DecisionDesk.ofServices();
        } catch (IllegalArgumentException e) {
            return hint(String.valueOf(e.getMessage())); // the days of editions that were set cannot be taken
        }
        try {
            if (batch != null) {
                return batch(desk, batch);
            }
            if (id == null) {
                return list(desk);
            }
            return schema ? schema(desk, id) : decide(desk, id);
        } catch (NoSuchFileException e) {
            return hint("there is no file '%s'".formatted(e.getFile()));
        }
    }

    private int list(DecisionDesk desk) {
        if (json) {
            out().println(ResultJson.list(desk, language));
            return finish();
        }
        List<DecisionDesk.Listed> all = desk.list();
        int width = all.stream().mapToInt(d -> d.id().length()).max().orElse(0);
        for (DecisionDesk.Listed decision : all) {
            out().printf(
                            "%-" + Math.max(1, width) + "s  %-8s  %s%n",
                            decision.id(),
                            decision.regulation(),
                            decision.title().in(language));
        }
        desk.datedHere().forEach(this::dated);
        return finish();
    }

    /// An edition whose days were set for this installation, with those that it was built with.
    private void dated(Edition edition) {
        Edition builtIn = edition.builtIn();
        if (builtIn != null) {
            out().printf("%s: set here to %s, built in as %s%n", edition.id(), days(edition), days(builtIn));
        }
    }

    private static String days(Edition edition) {
        return "%s – %s"
                .formatted(edition.from() == null ? "…" : edition.from(), edition.to() == null ? "…" : edition.to());
    }

    private int schema(DecisionDesk desk, String decision) {
        if (facts != null) {
            return hint("--schema takes no facts");
        }
        return desk.schema(decision)
                .map(text -> {
                    out().println(text);
                    return finish();
                })
                .orElseGet(() -> told(desk.decide(decision, "{}", language)));
    }

    private int decide(DecisionDesk desk, String decision) throws IOException {
        if (facts == null) {
            return hint("give a file with the facts, '-' for standard input, or --schema to see what they are");
        }
        // One byte more than is taken, so that the desk sees that it is too much; never the whole of an endless input.
        int most = desk.largestFacts(decision) + 1;
        try (InputStream in = open(facts)) {
            return told(desk.decide(decision, in.readNBytes(most), language));
        }
    }

    private int batch(DecisionDesk desk, String file) throws IOException {
        try (InputStream in = open(file)) {
            BufferedWriter buffered = new BufferedWriter(out(), 1 << 16);
            Batch.Ran ran = new Batch(desk, language).run(in, buffered);
            if (ran.faults() > 0) {
                hint("%d of %d lines failed by a fault of the program; please report them"
                        .formatted(ran.faults(), ran.lines()));
                return FAULT;
            }
        }
        return finish();
    }

    private int told(Result result) {
        out().println(ResultJson.pretty(result, language, strip));
        out().flush();
        return switch (result) {
            case Result.Answered _ -> ANSWERED;
            case Result.BadFacts bad ->
                hint("%d problem(s) with the facts; './matricula decide %s --schema' shows what they must be"
                        .formatted(bad.problems().size(), id));
            case Result.UnknownDecision unknown ->
                hint("there is no decision '%s'; './matricula decide' lists them".formatted(unknown.id()));
        };
    }

    private InputStream open(String file) throws IOException {
        if (file.equals("-")) {
            return standardInput;
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new NoSuchFileException(file);
        }
        return Files.newInputStream(path);
    }

    private int finish() {
        out().flush();
        return ANSWERED;
    }

    private int hint(String text) {
        PrintWriter err = spec().commandLine().getErr();
        err.println(text);
        err.flush();
        return NOT_ANSWERED;
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("run this command through picocli");
        }
        return spec;
    }
}
