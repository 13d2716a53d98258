package org.matricula.registry.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matricula.registry.page.Language;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.merkle.NoteSigner;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.statement.VerdictStatement;

/// The key with which this portal signs the verdicts that people take away. It signs nothing else: the log and the
/// institutions have keys of their own.
public final class VerdictSigner {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final NoteSigner signer;

    private VerdictSigner(NoteSigner signer) {
        this.signer = signer;
    }

    /// Reads the key, or makes it at the first start. Nodes of one register have a copy of the same file.
    ///
    /// @param file a PKCS#8 key in PEM, readable for its owner only
    /// @param name of the key, as it stands in every verdict
    /// @throws IllegalStateException when the file is no such key
    public static VerdictSigner of(Path file, String name) {
        try {
            if (Files.notExists(file)) {
                make(file.toAbsolutePath());
            }
            String pem = Files.readString(file, StandardCharsets.US_ASCII);
            if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
                throw new IllegalStateException(file + " is not a private key in PEM; restore it from the backup");
            }
            byte[] der = Base64.getMimeDecoder().decode(pem.substring(BEGIN.length(), pem.length() - END.length()));
            return new VerdictSigner(NoteSigner.of(name, (EdECPrivateKey)
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der))));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " cannot be read as a key; restore it from the backup", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.getParent());
        byte[] made = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String pem = BEGIN + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(made) + END;
        Path temporary = Files.createTempFile(
                file.getParent(),
                "verdicts",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(temporary, pem, StandardCharsets.US_ASCII);
        try {
            Files.move(temporary, file); // never over a key that another node has just made
        } catch (FileAlreadyExistsException _) {
            Files.delete(temporary);
        }
    }

    /// What others need to check a verdict of this portal.
    public VerifierKey key() {
        return signer.verifier();
    }

    /// A verdict as a signed file, said in the reader's language and in English.
    byte[] sign(Verdict verdict, Language language) {
        Set<String> languages = new LinkedHashSet<>(List.of(language.code(), "en"));
        return VerdictStatement.of(verdict, List.copyOf(languages)).signedBy(signer);
    }

    /// What stands in a file that this portal signed; empty for anything else.
    Optional<VerdictStatement> read(byte[] bytes) {
        try {
            return VerdictStatement.read(bytes, key());
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // whoever sends something else gets nothing back
        }
    }
}
