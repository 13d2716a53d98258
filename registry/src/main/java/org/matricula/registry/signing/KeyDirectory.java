package org.matricula.registry.signing;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.matricula.verifier.signature.CertificateFacts;
import org.matricula.verifier.signature.Signer;

/// A folder of keys, one PKCS #12 file for each, named by role.
///
/// | file | signs as |
/// |---|---|
/// | `school.p12` | the institution's seal |
/// | `principal.p12` | the head |
/// | `homeroom.p12` | the homeroom teacher |
/// | `subject-MATHEMATICS.p12` | the teacher of the subject with that code |
///
/// Where several people have one role, the files carry anything after a dot: `homeroom.4a.p12`, `homeroom.4b.p12`;
/// the one whose certificate bears the wanted name is taken, and a file that cannot be opened stands in nobody else's
/// way. Each file holds one key with its certificate and those above it. The password is `password` in
/// `keys.properties` (or `password.<file name without .p12>` for one file), else the environment variable
/// `MATRICULA_KEYS_PASSWORD`.
public final class KeyDirectory {
    private final Path directory;
    private final Properties passwords;
    private final String fallback;
    private final Map<Path, Pkcs12Signer> opened = new ConcurrentHashMap<>();

    private KeyDirectory(Path directory, Properties passwords, String fallback) {
        this.directory = directory;
        this.passwords = passwords;
        this.fallback = fallback;
    }

    /// Opens a folder; its keys are opened when they are asked for.
    ///
    /// @param environment the environment variables of the process
    /// @throws KeyProblem when the folder or its `keys.properties` cannot be read
    public static KeyDirectory open(Path directory, Map<String, String> environment) {
        if (!Files.isDirectory(directory)) {
            throw new KeyProblem("there is no folder of keys at " + directory);
        }
        Properties passwords = new Properties();
        Path file = directory.resolve("keys.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                passwords.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new KeyProblem(file + " cannot be read: " + e.getMessage(), e);
            }
        }
        return new KeyDirectory(directory, passwords, environment.getOrDefault("MATRICULA_KEYS_PASSWORD", ""));
    }

    /// The signer of a role.
    ///
    /// @param holder the name that the certificate must bear; when empty, the role's only key is taken
    /// @param institution the institution's code that the certificate must bear; any when empty
    /// @param at the moment of signing: the certificate must be valid then
    /// @throws KeyProblem when no key of the role fits, with the reason for each file
    public Signer signer(KeyRole role, String holder, String institution, Instant at) {
        List<Signer> fitting = signers(role, holder, institution, at);
        if (fitting.size() > 1 && holder.isEmpty()) {
            throw new KeyProblem("%d keys for '%s' in %s and no name to choose by"
                    .formatted(fitting.size(), role.fileName(), directory));
        }
        return fitting.getLast();
    }

    /// Every signer of a role that fits, the newest certificate last; at least one.
    ///
    /// @param holder the name that the certificate must bear; any when empty
    /// @param institution the institution's code that the certificate must bear; any when empty
    /// @param at the moment of signing: the certificate must be valid then
    /// @throws KeyProblem when no key of the role fits, with the reason for each file
    public List<Signer> signers(KeyRole role, String holder, String institution, Instant at) {
        String name = Normalizer.normalize(holder, Normalizer.Form.NFC);
        List<Path> files = files(role);
        if (files.isEmpty()) {
            throw new KeyProblem("no key for '%s' in %s; put it there as %s.p12"
                    .formatted(role.fileName(), directory, role.fileName()));
        }
        List<Signer> fitting = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Path file : files) {
            try {
                Signer signer = open(file);
                String reason = unfit(signer, name, institution, at);
                if (reason.isEmpty()) {
                    fitting.add(signer);
                } else {
                    reasons.add(file.getFileName() + ": " + reason);
                }
            } catch (KeyProblem locked) {
                reasons.add(locked.getMessage());
            }
        }
        if (fitting.isEmpty()) {
            throw new KeyProblem("no key for '%s'%s in %s (%s)"
                    .formatted(
                            role.fileName(),
                            name.isEmpty() ? "" : " of " + name,
                            directory,
                            String.join("; ", reasons)));
        }
        fitting.sort(Comparator.comparing(signer -> signer.certificate().getNotBefore()));
        return List.copyOf(fitting);
    }

    /// The register's secret, 32 random bytes in `register.secret`, from which the numbers of records are made.
    ///
    /// @throws KeyProblem when it is missing or too short, with the way to make it
    public byte[] registerSecret() {
        Path file = directory.resolve("register.secret");
        try {
            if (Files.notExists(file)) {
                throw new KeyProblem(
                        "there is no %s: it holds 32 random bytes from which the numbers of records are made; make it once with 'openssl rand -out %s 32' and keep it like a key"
                                .formatted(file, file));
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length < 32) {
                throw new KeyProblem("%s has %d bytes; the register's secret has 32".formatted(file, secret.length));
            }
            return secret;
        } catch (IOException e) {
            throw new KeyProblem(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Whether a role has a key that fits.
    boolean has(KeyRole role, String holder, String institution, Instant at) {
        return files(role).stream()
                .map(this::open)
                .anyMatch(signer -> unfit(signer, holder, institution, at).isEmpty());
    }

    private Pkcs12Signer open(Path file) {
        return opened.computeIfAbsent(file, f -> Pkcs12Signer.open(f, password(f)));
    }

    private static String unfit(Signer signer, String name, String institution, Instant at) {
        CertificateFacts facts = CertificateFacts.of(signer.certificate());
        if (!name.isEmpty() && !facts.name().equals(name)) {
            return "it is the key of " + facts.name();
        }
        if (!institution.isEmpty() && !facts.organisationId().equals(institution)) {
            return "it is a key of institution '" + facts.organisationId() + "', not of '" + institution + "'";
        }
        Instant from = signer.certificate().getNotBefore().toInstant();
        Instant to = signer.certificate().getNotAfter().toInstant();
        if (at.isBefore(from)) {
            return "its certificate is not valid before " + from;
        }
        return at.isAfter(to) ? "its certificate expired at " + to : "";
    }

    private List<Path> files(KeyRole role) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(".p12") && name.startsWith(role.fileName() + ".");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new KeyProblem("the folder of keys cannot be read: " + directory, e);
        }
    }

    private char[] password(Path file) {
        String name = file.getFileName().toString();
        String own = "password." + name.substring(0, name.length() - ".p12".length());
        return passwords
                .getProperty(own, passwords.getProperty("password", fallback))
                .toCharArray();
    }
}
