package org.matricula.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.page.Language;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.CompactRange;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.InclusionProof;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.TileAddress;
import org.matricula.verifier.merkle.TileTree;
import org.matricula.verifier.merkle.TreeHasher;
import org.matricula.verifier.merkle.Unreadable;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.merkle.WitnessKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./matricula log`: is this log what it says, and did it only grow?
@Command(
        name = "log",
        description = {
            "Checks a transparency log from outside: signature, tree, witnesses, and that it grew out of what you saw"
                    + " before.",
            "Reads the log's files from a folder or an address (C2SP tlog-tiles) and trusts nothing but the keys given."
        },
        footer = {
            "",
            "  ./matricula log https://register.example/log --key KEY --keep seen",
            "",
            "Exit status: 0 good, 1 evidence against the log, 2 not everything could be checked."
        },
        mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FOLDER|ADDRESS",
            arity = "0..1",
            description = "Where the log is (default: this installation's own, in ./data).")
    private @Nullable String where;

    @Option(names = "--key", paramLabel = "KEY", description = "The log's key: origin+number+key.")
    private @Nullable String key;

    @Option(names = "--witness", paramLabel = "KEY", description = "The key of a witness that must have cosigned.")
    private List<String> witnesses = List.of();

    @Option(names = "--old", paramLabel = "FILE", description = "A checkpoint seen before: is it the beginning?")
    private @Nullable Path old;

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Compares with the checkpoint in this file, if there is one, and keeps the newest in it.")
    private @Nullable Path keep;

    @Option(names = "--index", paramLabel = "N", description = "Shows a leaf (from 0) and that it is in the tree.")
    private @Nullable Long index;

    @Option(
            names = "--write-proof",
            paramLabel = "FILE",
            description = "With --index: writes the proof of the leaf as a .tlog-proof.")
    private @Nullable Path proof;

    @Option(names = "--all", description = "Hashes every entry of the log.")
    private boolean all;

    @Option(names = "--lang", paramLabel = "LANG", defaultValue = "en", description = "en, vi, kk or ru (default: en).")
    private String lang = "en";

    @Option(names = "--json", description = "Prints what was found as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final LogFindings found = new LogFindings();

    @Override
    public Integer call() {
        Language language = Language.of(lang)
                .orElseThrow(() -> fault("There is no language '%s' here; choose en, vi, kk or ru.".formatted(lang)));
        if (proof != null && index == null) {
            throw fault("--write-proof needs --index: which leaf?");
        }
        VerifierKey log = key == null ? null : read("--key", key, VerifierKey::read);
        List<WitnessKey> known = witnesses.stream()
                .map(each -> read("--witness", each, WitnessKey::read))
                .toList();
        String place = where != null
                ? where
                : MatriculaCommand.dataFolder(null)
                        .resolve("log")
                        .resolve("public")
                        .toString();
        try (LogSource source = LogSource.of(place)) {
            check(source, log, known);
        } catch (IOException | UncheckedIOException e) {
            Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
            found.unchecked("unreadable", cause);
        } catch (Unreadable e) {
            found.bad("format", e.getMessage());
        }
        return found.tell(spec.commandLine().getOut(), language, json);
    }

    private ParameterException fault(String words) {
        return new ParameterException(spec.commandLine(), words);
    }

    /// A key that is mistyped is no evidence against anybody.
    private <T> T read(String option, String text, Function<String, T> how) {
        try {
            return how.apply(text);
        } catch (Unreadable e) {
            throw fault(option + ": " + e.getMessage() + ".");
        }
    }

    private void check(LogSource source, @Nullable VerifierKey log, List<WitnessKey> known) throws IOException {
        byte[] bytes = source.read("checkpoint");
        SignedNote note = SignedNote.read(bytes);
        Checkpoint newest = Checkpoint.read(note.text());
        found.body()
                .put("origin", newest.origin())
                .put("size", newest.size())
                .put("root", newest.root().toString());
        if (!signed(note, newest, log)) {
            return;
        }
        known.forEach(each -> witnessed(note, each));
        TileTree tree = new TileTree(newest.size(), tile -> source.read(tile.path()));
        if (!tree.root(newest.size()).equals(newest.root())) {
            found.bad("tiles");
            return;
        }
        found.good("leaves", newest.origin(), newest.size(), newest.root());
        for (Path file : seen()) {
            compare(file, newest, tree, note, log);
        }
        if (index != null) {
            leaf(index, newest, note, tree, source);
        }
        if (all) {
            everyEntry(newest, tree, source);
        }
        if (keep != null && found.status() == 0) {
            Path temporary = keep.resolveSibling("." + keep.getFileName() + ".new");
            Files.write(temporary, bytes);
            Files.move(temporary, keep, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private boolean signed(SignedNote note, Checkpoint newest, @Nullable VerifierKey log) {
        if (log == null) {
            found.unchecked("no-key");
            return true;
        }
        if (!newest.origin().equals(log.name()) || !note.signedBy(log)) {
            found.bad("not-signed", newest.origin(), log.name());
            return false;
        }
        found.good("signed", log.name());
        return true;
    }

    private void witnessed(SignedNote note, WitnessKey witness) {
        witness.cosigned(note)
                .ifPresentOrElse(
                        at -> found.good("cosigned", witness.name(), at),
                        () -> found.unchecked("not-cosigned", witness.name()));
    }

    private List<Path> seen() {
        List<Path> files = new ArrayList<>();
        Optional.ofNullable(old).ifPresent(files::add);
        Optional.ofNullable(keep).filter(Files::exists).ifPresent(files::add);
        return files;
    }

    private void compare(Path file, Checkpoint newest, TileTree tree, SignedNote note, @Nullable VerifierKey log)
            throws IOException {
        SignedNote before;
        Checkpoint held;
        try {
            before = SignedNote.read(Files.readAllBytes(file));
            held = Checkpoint.read(before.text());
        } catch (Unreadable e) {
            found.unchecked("kept-format", file, e.getMessage());
            return;
        }
        if (!held.origin().equals(newest.origin()) || log != null && !before.signedBy(log)) {
            found.unchecked("kept-foreign", file);
            return;
        }
        Comparison.Known known =
                new Comparison.Known(note, from -> Optional.of(Comparison.Proof.in(tree, from, newest.size())), true);
        Comparison.Shows shows = Comparison.of(held, known).shows();
        found.body().put("shows", shows.name());
        String key = "shows." + shows;
        switch (shows) {
            case SAME, CONSISTENT -> found.good(key, file, held.size());
            case SPLIT, ROLLED_BACK, FALSE_PROOF -> found.bad(key, file, held.size());
            case NOT_COMPARED -> throw new IllegalStateException("all tiles are at hand");
        }
    }

    private void leaf(long place, Checkpoint newest, SignedNote note, TileTree tree, LogSource source)
            throws IOException {
        if (place < 0 || place >= newest.size()) {
            found.unchecked("no-leaf", place);
            return;
        }
        Hash leaf = tree.at(0, place);
        List<Hash> path = InclusionProof.make(place, newest.size(), tree);
        boolean proved = InclusionProof.proves(place, leaf, newest.size(), newest.root(), path);
        byte[] entry = entries(place / TileAddress.FULL, newest.size(), source).get((int) (place % TileAddress.FULL));
        found.body().put("leaf", leaf.toString());
        if (!proved || !new TreeHasher().leaf(entry).equals(leaf)) {
            found.bad("leaf-not-under", place);
            return;
        }
        found.good("leaf", place, leaf);
        if (proof != null) {
            Files.write(proof, LogProof.tlogProof(place, path, note));
            found.good("proof-written", proof);
        }
    }

    private void everyEntry(Checkpoint newest, TileTree tree, LogSource source) throws IOException {
        TreeHasher hasher = new TreeHasher();
        CompactRange range = new CompactRange();
        for (long bundle = 0; bundle * TileAddress.FULL < newest.size(); bundle++) {
            for (byte[] entry : entries(bundle, newest.size(), source)) {
                Hash leaf = hasher.leaf(entry);
                if (!leaf.equals(tree.at(0, range.size()))) {
                    found.bad("entry", range.size());
                    return;
                }
                range.append(leaf);
            }
        }
        if (range.root().equals(newest.root())) {
            found.good("all", newest.size());
        } else {
            found.bad("entries");
        }
    }

    /// The entries of a bundle, each behind its length in two bytes.
    private static List<byte[]> entries(long bundle, long size, LogSource source) throws IOException {
        int width = (int) Math.min(TileAddress.FULL, size - bundle * TileAddress.FULL);
        String path = new TileAddress(TileAddress.ENTRIES, bundle, width).path();
        byte[] bytes = source.read(path);
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at + 2 <= bytes.length && entries.size() < width) {
            int length = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
            if (at + 2 + length > bytes.length) {
                break;
            }
            entries.add(Arrays.copyOfRange(bytes, at + 2, at + 2 + length));
            at += 2 + length;
        }
        if (entries.size() != width || at != bytes.length) {
            throw new IOException(path + " does not have " + width + " entries");
        }
        return entries;
    }
}
