package org.matricula.registry.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.matricula.verifier.signature.CertificateFacts;
import org.matricula.verifier.signature.Signer;

/// A folder of keys, one file for each, named by role and, by its ending, for where the key lives.
///
/// | file | signs as |
/// |---|---|
/// | `school` | the institution's seal |
/// | `principal` | the head |
/// | `homeroom` | the homeroom teacher |
/// | `subject-MATHEMATICS` | the teacher of the subject with that code |
///
/// | ending | where the key lives |
/// |---|---|
/// | `.p12` | in the file itself (PKCS #12), with its certificate and those above it |
/// | `.pkcs11` | on a token; the file says which |
/// | `.csc` | at a remote signing service; the file says which |
///
/// Where several people have one role, the files carry anything after a dot: `homeroom.4a.p12`, `homeroom.4b.p12`;
/// the one whose certificate bears the wanted name is taken, and a file that cannot be opened stands in nobody else's
/// way. What unlocks them is in `keys.properties` or in the environment (see [KeySecrets]); `docs/operations/keys.md`
/// describes all of it.
public final class KeyDirectory {
    private final Path directory;
    private final KeySecrets secrets;
    private final Map<Path, KeyPlace> places = new ConcurrentHashMap<>();

    private KeyDirectory(Path directory, KeySecrets secrets) {
        this.directory = directory;
        this.secrets = secrets;
    }

    /// Opens a folder; its keys are opened when they are asked for.
    ///
    /// @param environment the environment variables of the process
    /// @throws KeyProblem when the folder or its `keys.properties` cannot be read
    public static KeyDirectory open(Path directory, Map<String, String> environment) {
        if (!Files.isDirectory(directory)) {
            throw new KeyProblem("there is no folder of keys at " + directory);
        }
        return new KeyDirectory(directory, KeySecrets.of(directory, environment));
    }

    /// The signer of a role.
    ///
    /// @param holder the name that the certificate must bear; when empty, the role's only key is taken
    /// @param institution the institution's code that the certificate must bear; any when empty
    /// @param at the moment of signing: the certificate must be valid then
    /// @throws KeyProblem when no key of the role fits, with the reason for each file
    /// @throws Signer.SigningFailed when none fits and one is at a service that cannot be reached now
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
            throw new KeyProblem(
                    "no key for '%s' in %s; put it there as %s.p12, or say in %s.pkcs11 or %s.csc where it lives"
                            .formatted(role.fileName(), directory, role.fileName(), role.fileName(), role.fileName()));
        }
        List<Signer> fitting = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        Optional<Signer.SigningFailed> unreached = Optional.empty();
        for (Path file : files) {
            try {
                String reason = considered(file, name, institution, at, fitting);
                if (!reason.isEmpty()) {
                    reasons.add(file.getFileName() + ": " + reason);
                }
            } catch (KeyProblem locked) {
                reasons.add(locked.getMessage());
            } catch (Signer.SigningFailed unreachable) {
                unreached = Optional.of(unreachable);
            }
        }
        if (fitting.isEmpty() && unreached.isPresent()) {
            throw unreached.get(); // it may be the one that fits
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

    /// Adds the key of a file when it fits.
    ///
    /// @return why it does not; empty when it does
    private String considered(Path file, String name, String institution, Instant at, List<Signer> fitting) {
        KeyPlace place = places.computeIfAbsent(file, f -> new KeyPlace(f, secrets));
        if (place.isOfAnother(institution)) {
            return "it is a key of another institution";
        }
        Signer signer = place.signer();
        String reason = unfit(signer, name, institution, at);
        if (reason.isEmpty()) {
            fitting.add(signer);
        }
        return reason;
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
        List<Signer> fitting = new ArrayList<>();
        files(role).forEach(file -> considered(file, holder, institution, at, fitting));
        return !fitting.isEmpty();
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
            return all.filter(file -> KeyPlace.Kind.of(file).isPresent()
                            && file.getFileName().toString().startsWith(role.fileName() + "."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new KeyProblem("the folder of keys cannot be read: " + directory, e);
        }
    }
}
