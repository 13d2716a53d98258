package org.matricula.registry.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.TileTree;

/// The folder for everybody, read as a stranger reads it: nothing but files.
record PublicFiles(Path folder) {
    PublicFiles(LogOffice office) {
        this(office.file("log/public"));
    }

    SignedNote checkpoint() {
        return SignedNote.read(bytes("checkpoint"));
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The root of the tree of a size, from the tiles.
    Hash root(long size) {
        return new TileTree(size, tile -> Files.readAllBytes(folder.resolve(tile.path()))).root(size);
    }

    List<String> names() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
