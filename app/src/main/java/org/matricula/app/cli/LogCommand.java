package org.matricula.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Sentence;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.CompactRange;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.InclusionProof;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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

    @Option(names = "--all", description = "Hashes every entry of the log.")
    private boolean all;

    @Option(names = "--lang", paramLabel = "LANG", defaultValue = "en", description = "en or vi (default: en).")
    private String lang = "en";

    @Option(names = "--json", description = "Prints what was found as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final List<Sentence> good = new ArrayList<>();
    private final List<Sentence> bad = new ArrayList<>();
    private final List<Sentence> unchecked = new ArrayList<>();
    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    @Override
    public Integer call() {
        if (!List.of("en", "vi").contains(lang)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no language '%s' here; choose en or vi.".formatted(lang));
        }
        String place = where != null
                ? where
                : MatriculaCommand.dataFolder(null)
                        .resolve("log")
                        .resolve("public")
                        .toString();
        try (LogSource source = LogSource.of(place)) {
            check(source);
        } catch (IOException | UncheckedIOException e) {
            Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
            unchecked.add(Sentence.of("It cannot be read: %s", "Không đọc được: %s", cause));
        } catch (Unreadable e) {
            bad.add(Sentence.of("It breaks the format: %s", "Sai định dạng: %s", e.getMessage()));
        }
        return told();
    }

    private void check(LogSource source) throws IOException {
        byte[] bytes = source.read("checkpoint");
        SignedNote note = SignedNote.read(bytes);
        Checkpoint newest = Checkpoint.read(note.text());
        body.put("origin", newest.origin())
                .put("size", newest.size())
                .put("root", newest.root().toString());
        if (!signed(note, newest)) {
            return;
        }
        for (String each : witnesses) {
            witnessed(note, WitnessKey.read(each));
        }
        TileTree tree = new TileTree(newest.size(), tile -> source.read(tile.path()));
        if (!tree.root(newest.size()).equals(newest.root())) {
            bad.add(Sentence.of("The tiles do not give the root that was signed.", "Các mảnh không cho ra gốc đã ký."));
            return;
        }
        good.add(Sentence.of(
                "%s has %,d leaves with root %s.",
                "%s có %,d lá với gốc %s.", newest.origin(), newest.size(), newest.root()));
        for (Path file : seen()) {
            compare(file, newest, tree, note);
        }
        if (index != null) {
            leaf(index, newest, tree, source);
        }
        if (all) {
            everyEntry(newest, tree, source);
        }
        if (keep != null && bad.isEmpty() && unchecked.isEmpty()) {
            Path temporary = keep.resolveSibling("." + keep.getFileName() + ".new");
            Files.write(temporary, bytes);
            Files.move(temporary, keep, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private boolean signed(SignedNote note, Checkpoint newest) {
        if (key == null) {
            unchecked.add(Sentence.of(
                    "Nobody's signature was checked: give the log's key with --key.",
                    "Chưa kiểm tra chữ ký của ai: hãy nêu khoá của sổ ghi bằng --key."));
            return true;
        }
        VerifierKey log = VerifierKey.read(key);
        if (!newest.origin().equals(log.name()) || !note.signedBy(log)) {
            bad.add(Sentence.of(
                    "The checkpoint of %s is not signed by %s.",
                    "Điểm kiểm soát của %s không do %s ký.", newest.origin(), log.name()));
            return false;
        }
        good.add(Sentence.of("Signed by %s.", "Do %s ký.", log.name()));
        return true;
    }

    private void witnessed(SignedNote note, WitnessKey witness) {
        Optional<Instant> at = witness.cosigned(note);
        if (at.isPresent()) {
            good.add(Sentence.of("Cosigned by %s at %s.", "%s đồng ký lúc %s.", witness.name(), at.get()));
        } else {
            unchecked.add(Sentence.of(
                    "%s has not cosigned this checkpoint.", "%s chưa đồng ký điểm kiểm soát này.", witness.name()));
        }
    }

    private List<Path> seen() {
        List<Path> files = new ArrayList<>();
        Optional.ofNullable(old).ifPresent(files::add);
        Optional.ofNullable(keep).filter(Files::exists).ifPresent(files::add);
        return files;
    }

    private void compare(Path file, Checkpoint newest, TileTree tree, SignedNote note) throws IOException {
        SignedNote before = SignedNote.read(Files.readAllBytes(file));
        Checkpoint held = Checkpoint.read(before.text());
        if (!held.origin().equals(newest.origin()) || key != null && !before.signedBy(VerifierKey.read(key))) {
            unchecked.add(Sentence.of(
                    "%s is not a checkpoint that this log signed.",
                    "%s không phải điểm kiểm soát do sổ ghi này ký.", file));
            return;
        }
        Comparison.Known known =
                new Comparison.Known(note, from -> Optional.of(Comparison.Proof.in(tree, from, newest.size())), true);
        Comparison.Shows shows = Comparison.of(held, known).shows();
        body.put("shows", shows.name());
        switch (shows) {
            case SAME -> good.add(Sentence.of("Nothing new since %s.", "Không có gì mới so với %s.", file));
            case CONSISTENT ->
                good.add(Sentence.of(
                        "It grew out of the %,d leaves in %s: nothing was removed or changed.",
                        "Tiếp nối đúng %,d lá trong %s: không gì bị xoá hay sửa.", held.size(), file));
            case SPLIT ->
                bad.add(Sentence.of(
                        "SPLIT VIEW: the %,d leaves in %s are another history. Keep that file and this log's answer.",
                        "HAI LỊCH SỬ: %,d lá trong %s là lịch sử khác. Hãy giữ tệp đó và câu trả lời này.",
                        held.size(),
                        file));
            case ROLLED_BACK ->
                bad.add(Sentence.of(
                        "ROLLED BACK: %s has %,d leaves, more than the log shows now. Keep that file.",
                        "BỊ LÙI LẠI: %s có %,d lá, nhiều hơn sổ ghi hiện có. Hãy giữ tệp đó.", file, held.size()));
            case FALSE_PROOF ->
                bad.add(Sentence.of(
                        "The tiles do not show that the log grew out of the %,d leaves in %s.",
                        "Các mảnh không cho thấy sổ ghi tiếp nối %,d lá trong %s.", held.size(), file));
            case NOT_COMPARED -> throw new IllegalStateException("all tiles are at hand");
        }
    }

    private void leaf(long place, Checkpoint newest, TileTree tree, LogSource source) throws IOException {
        if (place < 0 || place >= newest.size()) {
            unchecked.add(Sentence.of("There is no leaf %d.", "Không có lá %d.", place));
            return;
        }
        Hash leaf = tree.at(0, place);
        boolean proved = InclusionProof.proves(
                place, leaf, newest.size(), newest.root(), InclusionProof.make(place, newest.size(), tree));
        byte[] entry = entries(place / TileAddress.FULL, newest.size(), source).get((int) (place % TileAddress.FULL));
        body.put("leaf", leaf.toString());
        if (proved && new TreeHasher().leaf(entry).equals(leaf)) {
            good.add(Sentence.of(
                    "Leaf %d is %s, under the root that was signed.", "Lá %d là %s, nằm dưới gốc đã ký.", place, leaf));
        } else {
            bad.add(Sentence.of(
                    "Leaf %d is not under the root that was signed.", "Lá %d không nằm dưới gốc đã ký.", place));
        }
    }

    private void everyEntry(Checkpoint newest, TileTree tree, LogSource source) throws IOException {
        TreeHasher hasher = new TreeHasher();
        CompactRange range = new CompactRange();
        for (long bundle = 0; bundle * TileAddress.FULL < newest.size(); bundle++) {
            for (byte[] entry : entries(bundle, newest.size(), source)) {
                Hash leaf = hasher.leaf(entry);
                if (!leaf.equals(tree.at(0, range.size()))) {
                    bad.add(Sentence.of(
                            "Entry %d is not the leaf in its tile.", "Mục %d không khớp lá trong mảnh.", range.size()));
                    return;
                }
                range.append(leaf);
            }
        }
        if (range.root().equals(newest.root())) {
            good.add(Sentence.of("All %,d entries give the root.", "Cả %,d mục cho ra đúng gốc.", newest.size()));
        } else {
            bad.add(Sentence.of("The entries do not give the root.", "Các mục không cho ra gốc."));
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

    private int told() {
        int status = !bad.isEmpty() ? 1 : !unchecked.isEmpty() ? 2 : 0;
        if (json) {
            body.put("result", List.of("GOOD", "EVIDENCE", "COULD_NOT_CHECK").get(status));
            sentences(body.putArray("good"), good);
            sentences(body.putArray("bad"), bad);
            sentences(body.putArray("unchecked"), unchecked);
            spec.commandLine().getOut().println(body.toPrettyString());
        } else {
            good.forEach(each -> say("      ", each));
            unchecked.forEach(each -> say("  ?   ", each));
            bad.forEach(each -> say("  !   ", each));
        }
        return status;
    }

    private void say(String mark, Sentence sentence) {
        spec.commandLine().getOut().println(mark + sentence.in(lang));
    }

    private void sentences(ArrayNode array, List<Sentence> sentences) {
        sentences.forEach(each -> array.add(each.in(lang)));
    }
}
