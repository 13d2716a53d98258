package org.matricula.registry.signing;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/// A small file that says where a key lives which is not in it: lines of `name = value`, none of them secret. A name
/// that is not known is refused, since a line that is passed over in silence is a trap for whoever wrote it.
record KeyFile(Path file, Properties lines) {
    /// @param known the names that may stand in it
    /// @throws KeyProblem when it cannot be read or has a line that means nothing
    static KeyFile read(Path file, List<String> known) {
        Properties lines = properties(file);
        TreeSet<String> unknown = new TreeSet<>(lines.stringPropertyNames());
        known.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new KeyProblem("%s has lines that mean nothing: %s; it may have %s"
                    .formatted(file, String.join(", ", unknown), String.join(", ", known)));
        }
        return new KeyFile(file, lines);
    }

    /// @throws KeyProblem when it cannot be read
    static Properties properties(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
            return lines;
        } catch (IOException | IllegalArgumentException e) {
            throw new KeyProblem(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The value of a line; empty when there is none or it says nothing.
    Optional<String> line(String name) {
        return Optional.of(lines.getProperty(name, "").strip()).filter(value -> !value.isEmpty());
    }

    /// @throws KeyProblem when the line is missing
    String demand(String name) {
        return line(name).orElseThrow(() -> new KeyProblem("%s lacks the line '%s = ...'".formatted(file, name)));
    }
}
