package org.matricula.law.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Generated pages as files of a folder, `docs/generated`: written, or compared with what is there.
///
/// @param folder the folder, made when it is missing
public record PageFiles(Path folder) {
    /// The folder of a checkout.
    public static PageFiles of(Reactor reactor) {
        return new PageFiles(reactor.root().resolve("docs/generated"));
    }

    /// Whether this run is to write the pages instead of comparing them: `-Dmatricula.pages=write`.
    public static boolean writing() {
        return "write".equals(System.getProperty("matricula.pages"));
    }

    /// Writes pages, by their path in the folder.
    public void write(Map<String, String> pages) {
        try {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Path file = folder.resolve(page.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, page.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the pages under " + folder, e);
        }
    }

    /// The pages that are missing or differ; empty when all is well.
    public List<String> compare(Map<String, String> pages) {
        List<String> differing = new ArrayList<>();
        try {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Path file = folder.resolve(page.getKey());
                if (!Files.exists(file)) {
                    differing.add(page.getKey() + " is missing");
                } else if (!Files.readString(file).equals(page.getValue())) {
                    differing.add(page.getKey() + " differs");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the pages under " + folder, e);
        }
        return differing;
    }
}
