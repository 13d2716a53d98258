package org.matricula.registry.signing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Signer.SigningFailed;

/// One file of a [KeyDirectory]: the key itself, or where it lives. Opened when it is first needed, by one thread, and
/// kept open.
final class KeyPlace {
    private static final Duration LEFT_ALONE = Duration.ofSeconds(20);
    private static final List<String> ON_TOKEN = List.of("library", "token", "slot", "key", "chain", "institution");
    private static final List<String> AT_SERVICE =
            List.of("service", "credential", "client", "tokens", "timeout", "institution");

    private final Path file;
    private final KeySecrets secrets;
    private @Nullable Signer opened;
    /// A token and a service lock themselves after a few wrong PINs: one that was wrong is not tried again.
    private @Nullable WrongPassword wrong;
    /// A service that did not answer is left alone for a while: pages must not wait for it again and again.
    private @Nullable SigningFailed silent;

    private long silentSince;

    KeyPlace(Path file, KeySecrets secrets) {
        this.file = file;
        this.secrets = secrets;
    }

    /// What the ending of a file says of it.
    enum Kind {
        /// The key itself.
        PKCS12(".p12"),
        /// Where it lies on a token.
        PKCS11(".pkcs11"),
        /// At which service it lies.
        CSC(".csc");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        /// The kind of a file; empty when it is none of a key.
        static Optional<Kind> of(Path file) {
            return Arrays.stream(values())
                    .filter(kind -> file.getFileName().toString().endsWith(kind.ending))
                    .findFirst();
        }
    }

    /// The name of a file without its ending, by which `keys.properties` calls it.
    static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, Math.max(name.lastIndexOf('.'), 0));
    }

    /// Whether the file says itself that its key is another institution's, so that nobody has to ask the key.
    ///
    /// @throws KeyProblem when it cannot be read
    boolean isOfAnother(String institution) {
        return switch (kind()) {
            case PKCS12 -> false;
            case PKCS11 -> names(ON_TOKEN, institution);
            case CSC -> names(AT_SERVICE, institution);
        };
    }

    private boolean names(List<String> known, String institution) {
        return !institution.isEmpty()
                && KeyFile.read(file, known)
                        .line("institution")
                        .map(code -> !code.equals(institution))
                        .orElse(false);
    }

    /// The signer.
    ///
    /// @throws KeyProblem when the key is not there, locked, or none to sign with
    /// @throws SigningFailed when it is at a service that cannot be reached
    synchronized Signer signer() {
        Signer known = opened;
        if (known != null) {
            return known;
        }
        if (wrong != null) {
            throw wrong;
        }
        if (silent != null && System.nanoTime() - silentSince < LEFT_ALONE.toNanos()) {
            throw silent;
        }
        try {
            Signer signer = switch (kind()) {
                case PKCS12 -> Pkcs12Signer.open(file, secrets.password(nameOf(file)));
                case PKCS11 -> token();
                case CSC -> service();
            };
            opened = signer;
            return signer;
        } catch (WrongPassword locked) {
            wrong = locked;
            throw locked;
        } catch (SigningFailed unreached) {
            silent = unreached;
            silentSince = System.nanoTime();
            throw unreached;
        }
    }

    private Kind kind() {
        return Kind.of(file).orElseThrow(() -> new IllegalStateException(file + " is no file of a key"));
    }

    private Signer token() {
        KeyFile lines = KeyFile.read(file, ON_TOKEN);
        Pkcs11Token token = new Pkcs11Token(
                Path.of(lines.demand("library")),
                lines.line("token"),
                lines.line("slot").map(number -> number("slot", number)),
                lines.line("key"),
                file.toString());
        List<X509Certificate> above = lines.line("chain")
                .map(pem -> certificates(file.resolveSibling(pem)))
                .orElse(List.of());
        return Pkcs11Signer.open(token, secrets.pin(nameOf(file)).toCharArray(), above);
    }

    private Signer service() {
        KeyFile lines = KeyFile.read(file, AT_SERVICE);
        String secret = secrets.secret(nameOf(file));
        if (secret.isEmpty()) {
            throw new KeyProblem(
                    "%s: the service lets nobody in without a secret; put it into keys.properties beside it as 'secret.%s = ...', or into MATRICULA_KEYS_SECRET"
                            .formatted(file, nameOf(file)));
        }
        RemoteService service = remote(lines, secret);
        RemoteSigner signer =
                RemoteSigner.open(new RemoteClient(service), lines.demand("credential"), secrets.pin(nameOf(file)));
        if (signer.wantsPin() && secrets.pin(nameOf(file)).isEmpty()) {
            throw new KeyProblem(
                    "%s: the service wants the key's PIN; put it into keys.properties beside it as 'pin.%s = ...', or into MATRICULA_KEYS_PIN"
                            .formatted(file, nameOf(file)));
        }
        return signer;
    }

    private RemoteService remote(KeyFile lines, String secret) {
        try {
            return new RemoteService(
                    URI.create(lines.demand("service")),
                    lines.line("client").orElse(""),
                    secret,
                    lines.line("tokens").map(URI::create),
                    lines.line("timeout")
                            .map(seconds -> Duration.ofSeconds(number("timeout", seconds)))
                            .orElse(RemoteService.PATIENCE));
        } catch (IllegalArgumentException e) {
            throw new KeyProblem(file + ": " + e.getMessage(), e);
        }
    }

    private long number(String line, String value) {
        if (!value.matches("[0-9]{1,18}")) {
            throw new KeyProblem("%s: '%s = %s' is no number".formatted(file, line, value));
        }
        return Long.parseLong(value);
    }

    private static List<X509Certificate> certificates(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException | CertificateException e) {
            throw new KeyProblem(pem + " cannot be read as certificates in PEM: " + e.getMessage(), e);
        }
    }
}
