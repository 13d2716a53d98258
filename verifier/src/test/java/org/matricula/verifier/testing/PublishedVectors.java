package org.matricula.verifier.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matricula.verifier.CheckId;
import org.matricula.verifier.State;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The examples as their list `vectors.yaml` states them, the way a stranger reads it.
public final class PublishedVectors {
    /// The folder, from the folder of a module.
    public static final Path FOLDER = Path.of("../vectors");

    private PublishedVectors() {}

    /// An example.
    ///
    /// @param file below the folder
    /// @param check that must fail; empty for good files, and where none does
    /// @param checkpoint the state of the log that the reader brings, below the folder
    public record Published(
            String file, State state, Optional<CheckId> check, Optional<String> checkpoint, String why) {
        public byte[] bytes() throws IOException {
            return Files.readAllBytes(FOLDER.resolve(file));
        }
    }

    @SuppressWarnings("unchecked")
    public static List<Published> all() throws IOException {
        String yaml = Files.readString(FOLDER.resolve("vectors.yaml"));
        var rows = (List<Map<String, String>>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return rows.stream()
                .map(row -> new Published(
                        row.get("file"),
                        State.valueOf(row.get("state")),
                        Optional.ofNullable(row.get("check")).map(CheckId::valueOf),
                        Optional.ofNullable(row.get("checkpoint")),
                        row.getOrDefault("why", "")))
                .toList();
    }

    /// The attacks that a verifier must survive, each with the names of the files that try it: `attacks.yaml`.
    @SuppressWarnings("unchecked")
    public static Map<String, List<String>> attacks() throws IOException {
        String yaml = Files.readString(FOLDER.resolve("attacks.yaml"));
        var rows = (Map<String, String>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        Map<String, List<String>> attacks = new LinkedHashMap<>();
        rows.forEach((attack, names) ->
                attacks.put(attack, new ArrayList<>(List.of(names.strip().split("\\s+")))));
        return attacks;
    }
}
