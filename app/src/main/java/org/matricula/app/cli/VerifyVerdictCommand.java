package org.matricula.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.statement.VerdictStatement;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./matricula verify-verdict`: is this signed verdict what the portal said, and is it about this file?
@Command(
        name = "verify-verdict",
        description = {
            "Checks a verdict that a portal has signed, without the portal.",
            "Prints what was said of which file and when. Whether the file is still in force today is a question for"
                    + " the register."
        },
        footer = {"", "Exit status: 0 signed, and about the file if one is given; 1 not; 2 something cannot be read."},
        mixinStandardHelpOptions = true)
final class VerifyVerdictCommand implements Callable<Integer> {
    @Parameters(paramLabel = "VERDICT", description = "The signed verdict, as downloaded.")
    private Path verdict = Path.of("");

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Whom whom = new Whom();

    /// Whose signature counts.
    private static final class Whom {
        @Option(
                names = "--key",
                paramLabel = "KEY",
                description = "The portal's key: name+number+key, or a file that holds it (/verify/verdicts.key).")
        private @Nullable String key;

        @Option(
                names = "--trust",
                paramLabel = "TRUST",
                description = "The trust list (trust.json), which names the keys of portals.")
        private @Nullable Path trust;
    }

    @Option(names = "--of", paramLabel = "FILE", description = "The file that the verdict should be about.")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<VerdictStatement> read = Optional.empty();
        try {
            byte[] said = bytes(verdict);
            for (VerifierKey portal : portals()) {
                read = read.or(() -> VerdictStatement.read(said, portal));
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        if (read.isEmpty()) {
            out.println("NOT SIGNED by %s: the verdict says nothing."
                    .formatted(whom.trust == null ? "this portal" : "a portal of this trust list"));
            return 1;
        }
        out.println("SIGNED by the portal. It said:");
        out.println();
        out.print(read.get().text());
        if (file == null) {
            return 0;
        }
        boolean same = Hash.sha256(bytes(file)).toString().equals(read.get().fileDigest());
        out.println();
        out.println(
                same
                        ? "It is about this file."
                        : "It is about ANOTHER FILE: the digest of " + file + " is not the one above.");
        return same ? 0 : 1;
    }

    private List<VerifierKey> portals() throws IOException {
        if (whom.trust != null) {
            List<VerifierKey> portals = TrustList.read(bytes(whom.trust)).portals();
            if (portals.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "The trust list names no portal; give the portal's key by --key.");
            }
            return portals;
        }
        String key = Objects.requireNonNull(whom.key);
        String text = key.matches("[^+]+\\+[0-9a-f]{8}\\+.*") ? key : Files.readString(there(Path.of(key)));
        return List.of(VerifierKey.read(text.strip()));
    }

    private byte[] bytes(Path path) throws IOException {
        return Files.readAllBytes(there(path));
    }

    private Path there(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new ParameterException(spec.commandLine(), "There is no file " + path + ".");
        }
        return path;
    }
}
