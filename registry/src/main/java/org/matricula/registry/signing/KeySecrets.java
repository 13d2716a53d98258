package org.matricula.registry.signing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// What unlocks the keys of a folder: lines of its `keys.properties`, or the environment.
///
/// Any password may be tried on a file. A token counts wrong PINs and locks itself, and so does a service: what opens
/// them is taken from lines of their own or from a variable for nothing else, never from what was meant for files.
record KeySecrets(Properties lines, Map<String, String> environment) {
    /// @throws KeyProblem when `keys.properties` cannot be read
    static KeySecrets of(Path folder, Map<String, String> environment) {
        Path file = folder.resolve("keys.properties");
        return new KeySecrets(Files.exists(file) ? KeyFile.properties(file) : new Properties(), environment);
    }

    /// The password of a PKCS #12 file: `password.<name>`, `password`, or `MATRICULA_KEYS_PASSWORD`.
    char[] password(String name) {
        return line("password." + name)
                .or(() -> line("password"))
                .or(() -> variable("MATRICULA_KEYS_PASSWORD"))
                .orElse("")
                .toCharArray();
    }

    /// The PIN of a key on a token or at a service: `pin.<name>` or `MATRICULA_KEYS_PIN`.
    String pin(String name) {
        return line("pin." + name).or(() -> variable("MATRICULA_KEYS_PIN")).orElse("");
    }

    /// What the register shows a service to be let in: `secret.<name>` or `MATRICULA_KEYS_SECRET`.
    String secret(String name) {
        return line("secret." + name)
                .or(() -> variable("MATRICULA_KEYS_SECRET"))
                .orElse("");
    }

    private Optional<String> line(String name) {
        return Optional.ofNullable(lines.getProperty(name));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    /// Says what it knows of, not what it is.
    @Override
    public String toString() {
        return "KeySecrets of " + lines.stringPropertyNames();
    }
}
