package org.matricula.registry.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.matricula.verifier.merkle.NoteSigner;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.Unreadable;

/// What the log keeps outside the database: its private key and the newest checkpoint that left this node.
final class LogFiles {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final Disk disk;
    private final Path key;
    private final Path lock;

    /// @param data the data folder: the key is in `keys/log.key`, the checkpoint in `log/checkpoint`
    LogFiles(Path data, Disk disk) {
        this.disk = disk;
        this.key = data.toAbsolutePath().resolve("keys").resolve("log.key");
        this.lock = data.toAbsolutePath().resolve("log").resolve("checkpoint");
    }

    Path keyFile() {
        return key;
    }

    Path lockFile() {
        return lock;
    }

    /// The signer; empty when there is no key yet.
    Optional<NoteSigner> signer(String origin) {
        return read(key).map(pem -> {
            try {
                String text = new String(pem, StandardCharsets.US_ASCII);
                if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
                    throw new LogInDoubt("%s is not a private key in PEM; restore it from the backup", key);
                }
                byte[] der =
                        Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
                return NoteSigner.of(origin, (EdECPrivateKey)
                        KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der)));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new LogInDoubt(e, "%s cannot be read as a key; restore it from the backup", key);
            }
        });
    }

    /// Makes the key: Ed25519, PKCS#8 in PEM, readable for its owner only.
    NoteSigner newSigner(String origin) {
        try {
            EdECPrivateKey made = (EdECPrivateKey)
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
            String pem = BEGIN + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(made.getEncoded()) + END;
            replace(key, pem.getBytes(StandardCharsets.US_ASCII), "rw-------");
            return NoteSigner.of(origin, made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has Ed25519", e);
        }
    }

    /// The checkpoint in the lock file, whose signature is not judged here; empty when there is no file.
    Optional<SignedNote> locked() {
        return read(lock).map(bytes -> {
            try {
                return SignedNote.read(bytes);
            } catch (Unreadable e) {
                throw new LogInDoubt(e, "%s is not a checkpoint; restore it from the backup", lock);
            }
        });
    }

    void lock(SignedNote checkpoint) {
        replace(lock, checkpoint.toBytes(), "rw-r--r--");
    }

    private void replace(Path file, byte[] content, String mode) {
        try {
            Files.createDirectories(file.getParent());
            disk.replace(file, content, mode);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
