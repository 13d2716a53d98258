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
import org.matricula.verifier.merkle.WitnessSigner;
import org.springframework.util.FileSystemUtils;

/// What the log keeps outside the database: its private key and the newest checkpoint that left this node.
final class LogFiles {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final Disk disk;
    private final Path key;
    private final Path lock;
    private final Path witnessKey;
    private final Path open;

    /// @param data the data folder: the key is in `keys/log.key`, the checkpoint in `log/checkpoint`
    LogFiles(Path data, Disk disk) {
        this.disk = disk;
        this.key = data.toAbsolutePath().resolve("keys").resolve("log.key");
        this.lock = data.toAbsolutePath().resolve("log").resolve("checkpoint");
        this.witnessKey = data.toAbsolutePath().resolve("keys").resolve("witness.key");
        this.open = data.toAbsolutePath().resolve("log").resolve("public");
    }

    Path keyFile() {
        return key;
    }

    Path lockFile() {
        return lock;
    }

    Path witnessKeyFile() {
        return witnessKey;
    }

    /// The folder that any web server may give to anybody: `checkpoint` and `tile/`.
    Path open() {
        return open;
    }

    /// The signer; empty when there is no key yet.
    Optional<NoteSigner> signer(String origin) {
        return read(key).map(pem -> {
            try {
                return NoteSigner.of(origin, privateKey(key, pem));
            } catch (Unreadable e) {
                throw new LogInDoubt(e, "%s cannot be read as a key; restore it from the backup", key);
            }
        });
    }

    /// The signer of this register as a witness; empty when there is no key yet.
    Optional<WitnessSigner> witness(String name) {
        return read(witnessKey).map(pem -> {
            try {
                return WitnessSigner.of(name, privateKey(witnessKey, pem));
            } catch (Unreadable e) {
                throw new LogInDoubt(e, "%s cannot be read as a key; restore it from the backup", witnessKey);
            }
        });
    }

    /// Makes the log's key: Ed25519, PKCS#8 in PEM, readable for its owner only.
    NoteSigner newSigner(String origin) {
        return NoteSigner.of(origin, newKey(key));
    }

    /// Makes the key of this register as a witness, which is never that of its log.
    WitnessSigner newWitness(String name) {
        return WitnessSigner.of(name, newKey(witnessKey));
    }

    private static EdECPrivateKey privateKey(Path file, byte[] pem) {
        try {
            String text = new String(pem, StandardCharsets.US_ASCII);
            if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
                throw new LogInDoubt("%s is not a private key in PEM; restore it from the backup", file);
            }
            byte[] der = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            return (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new LogInDoubt(e, "%s cannot be read as a key; restore it from the backup", file);
        }
    }

    private EdECPrivateKey newKey(Path file) {
        try {
            EdECPrivateKey made = (EdECPrivateKey)
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
            String pem = BEGIN + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(made.getEncoded()) + END;
            replace(file, pem.getBytes(StandardCharsets.US_ASCII), "rw-------");
            return made;
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

    /// A file in the folder for everybody; empty when it is not there.
    ///
    /// @param name with slashes, checked by the caller
    Optional<byte[]> published(String name) {
        return read(open.resolve(name));
    }

    /// The length of a file in the folder for everybody; -1 when it is not there.
    long publishedLength(String name) {
        Path file = open.resolve(name);
        try {
            return Files.isRegularFile(file) ? Files.size(file) : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Puts a file into the folder for everybody.
    void publish(String name, byte[] content) {
        replace(open.resolve(name), content, "rw-r--r--");
    }

    /// Removes the folder of the last tiles once the full one is there. What a fall leaves is removed the next time.
    void withdraw(String folder) {
        Path partial = open.resolve(folder);
        try {
            FileSystemUtils.deleteRecursively(partial);
        } catch (IOException e) {
            throw new UncheckedIOException(partial + " cannot be removed: " + e.getMessage(), e);
        }
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
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
