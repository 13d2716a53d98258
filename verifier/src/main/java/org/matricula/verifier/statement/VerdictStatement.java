package org.matricula.verifier.statement;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.matricula.verifier.Check;
import org.matricula.verifier.CheckId;
import org.matricula.verifier.Kind;
import org.matricula.verifier.Standing;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.VerdictWords;
import org.matricula.verifier.merkle.NoteSigner;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.VerifierKey;

/// A dated verdict in the words of a portal, to be kept beside the file that it is about: the text of a
/// C2SP signed note (`docs/formats/verdict-file.md`). It names the file by its digest and holds no value of the record.
///
/// @param at the moment for which the file was judged
/// @param fileDigest SHA-256 of the file, 64 lower-case hexadecimal digits
/// @param kind what the file turned out to be
/// @param state the answer
/// @param demo whether the trusted roots are demonstration keys
/// @param record number and version, as `HB-2025-7QK4-M2XN-P3RT 1`; empty unless every check passed
/// @param register what the register said: `IN_FORCE`, `SUPERSEDED 2`, …; empty when none was asked
/// @param log origin, index, tree size and root, as they stand in the line; empty without a good proof
/// @param checks how each check came out, in the order of [CheckId]
/// @param says the answer as sentences: the language's code, a space, the words
public record VerdictStatement(
        Instant at,
        String fileDigest,
        Kind kind,
        State state,
        boolean demo,
        Optional<String> record,
        Optional<String> register,
        Optional<String> log,
        Map<CheckId, Check.Result> checks,
        List<String> says) {
    private static final String FIRST = "matricula verdict 1";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public VerdictStatement {
        checks = java.util.Collections.unmodifiableMap(new EnumMap<>(checks));
        says = List.copyOf(says);
        if (!DIGEST.matcher(fileDigest).matches()) {
            throw new Unreadable("a verdict names its file by 64 hexadecimal digits");
        }
        if (checks.size() != CheckId.values().length) {
            throw new Unreadable("a verdict lists every check once");
        }
    }

    /// A file that is no such statement.
    public static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /// A verdict as a statement.
    ///
    /// @param languages the codes of the languages in which it is said, the reader's first
    public static VerdictStatement of(Verdict verdict, List<String> languages) {
        Map<CheckId, Check.Result> checks = new EnumMap<>(CheckId.class);
        verdict.checks().forEach(check -> checks.put(check.id(), check.result()));
        List<String> says = new ArrayList<>();
        for (String language : languages) {
            says.add(language + " " + line(VerdictWords.in(language).headline(verdict)));
        }
        return new VerdictStatement(
                verdict.at(),
                verdict.fileDigest(),
                verdict.kind(),
                verdict.state(),
                verdict.demo(),
                verdict.trusted()
                        ? verdict.content().map(content -> line(content.id()) + " " + content.version())
                        : Optional.empty(),
                verdict.standing().map(VerdictStatement::standing),
                verdict.log()
                        .map(entry ->
                                "%s %d %d %s".formatted(entry.origin(), entry.index(), entry.treeSize(), entry.root())),
                checks,
                says);
    }

    private static String standing(Standing standing) {
        return switch (standing) {
            case Standing.InForce _ -> "IN_FORCE";
            case Standing.Superseded(int version, var _) -> "SUPERSEDED " + version;
            case Standing.Cancelled(var on, var _) -> "CANCELLED " + on.toInstant();
            case Standing.Different _ -> "DIFFERENT";
            case Standing.Unknown _ -> "UNKNOWN";
        };
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /// The text that is signed: one fact to a line.
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(FIRST).append('\n');
        out.append("at ").append(at).append('\n');
        out.append("file ").append(fileDigest).append('\n');
        out.append("kind ").append(kind).append('\n');
        out.append("state ").append(state).append('\n');
        out.append("demo ").append(demo).append('\n');
        record.ifPresent(it -> out.append("record ").append(it).append('\n'));
        register.ifPresent(it -> out.append("register ").append(it).append('\n'));
        log.ifPresent(it -> out.append("log ").append(it).append('\n'));
        checks.forEach((id, result) ->
                out.append("check ").append(id).append(' ').append(result).append('\n'));
        says.forEach(it -> out.append("says ").append(it).append('\n'));
        return out.toString();
    }

    /// The statement with the portal's signature, as a file.
    public byte[] signedBy(NoteSigner portal) {
        return portal.sign(text()).toBytes();
    }

    /// Reads a file that a portal's key has signed.
    ///
    /// @return empty when it is well formed, but not signed by this key: then it says nothing
    /// @throws IllegalArgumentException when it is no such file, with the reason in words
    public static Optional<VerdictStatement> read(byte[] bytes, VerifierKey portal) {
        SignedNote note = SignedNote.read(bytes);
        VerdictStatement statement = parse(note.text());
        return note.signedBy(portal) ? Optional.of(statement) : Optional.empty();
    }

    private static VerdictStatement parse(String text) {
        Lines lines = new Lines(text.split("\n"));
        if (!lines.next().equals(FIRST)) {
            throw new Unreadable("this is no verdict of version 1");
        }
        Instant at;
        try {
            at = Instant.parse(lines.value("at"));
        } catch (DateTimeParseException _) {
            throw new Unreadable("the verdict has no moment");
        }
        String file = lines.value("file");
        Kind kind = constant(Kind.class, lines.value("kind"));
        State state = constant(State.class, lines.value("state"));
        String demo = lines.value("demo");
        Optional<String> record = lines.maybe("record");
        Optional<String> register = lines.maybe("register");
        Optional<String> log = lines.maybe("log");
        Map<CheckId, Check.Result> checks = new EnumMap<>(CheckId.class);
        for (CheckId id : CheckId.values()) {
            String[] parts = lines.value("check").split(" ", -1);
            if (parts.length != 2 || constant(CheckId.class, parts[0]) != id) {
                throw new Unreadable("the verdict does not list every check once, in order");
            }
            checks.put(id, constant(Check.Result.class, parts[1]));
        }
        List<String> says = new ArrayList<>();
        for (Optional<String> it = lines.maybe("says"); it.isPresent(); it = lines.maybe("says")) {
            says.add(it.get());
        }
        VerdictStatement read =
                new VerdictStatement(at, file, kind, state, demo.equals("true"), record, register, log, checks, says);
        if (!read.text().equals(text)) {
            throw new Unreadable("the verdict has a line that does not belong there");
        }
        return read;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException _) {
            throw new Unreadable("the verdict has an unknown word where one of %s belongs"
                    .formatted(List.of(type.getEnumConstants())));
        }
    }

    private static final class Lines {
        private final String[] lines;
        private int at;

        Lines(String[] lines) {
            this.lines = lines;
        }

        String next() {
            if (at == lines.length) {
                throw new Unreadable("the verdict ends too early");
            }
            return lines[at++];
        }

        String value(String name) {
            return maybe(name).orElseThrow(() -> new Unreadable("the verdict lacks its line '" + name + "'"));
        }

        Optional<String> maybe(String name) {
            if (at < lines.length && lines[at].startsWith(name + " ")) {
                return Optional.of(next().substring(name.length() + 1));
            }
            return Optional.empty();
        }
    }
}
