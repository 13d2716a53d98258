package org.matricula.registry.signing;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A key at a remote signing service, as `credentials/info` tells of it.
///
/// @param signAlgo the object identifier by which values are asked for
/// @param pin the name of the factor that is a PIN; empty when the service asks the holder by itself
/// @param atOnce how many values one authorisation covers
record RemoteCredential(String id, CertifiedKey key, String signAlgo, Optional<String> pin, int atOnce) {
    private static final int MOST_CERTIFICATES = 10;
    private static final int MOST_AT_ONCE = 1_000;
    /// The first that the key offers is taken: the whole algorithm, or the kind of key where only that is named.
    private static final List<String> ECDSA = List.of("1.2.840.10045.4.3.2", "1.2.840.10045.2.1");

    private static final List<String> RSA = List.of("1.2.840.113549.1.1.11", "1.2.840.113549.1.1.1");

    /// @param info the answer to `credentials/info`
    /// @throws KeyProblem when the key cannot sign now, or not without its holder's telephone or browser
    static RemoteCredential of(String id, JsonNode info, String name) {
        String status = info.path("key").path("status").asString("enabled");
        if (!status.equals("enabled")) {
            throw new KeyProblem("%s: the service says that this key is %s".formatted(name, status));
        }
        String certified = info.path("cert").path("status").asString("valid");
        if (!certified.equals("valid")) {
            throw new KeyProblem("%s: the service says that its certificate is %s".formatted(name, certified));
        }
        CertifiedKey key = CertifiedKey.of(certificates(info.path("cert").path("certificates"), name), name);
        return new RemoteCredential(
                id,
                key,
                signAlgo(info.path("key").path("algo"), key, name),
                pin(info, name),
                Math.clamp(info.path("multisign").asInt(1), 1, MOST_AT_ONCE));
    }

    private static List<Certificate> certificates(JsonNode chain, String name) {
        List<Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (JsonNode each : chain) {
                byte[] der = Base64.getMimeDecoder().decode(each.asString(""));
                certificates.add(factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new KeyProblem(name + ": the service gives something else than certificates", e);
        }
        if (certificates.isEmpty() || certificates.size() > MOST_CERTIFICATES) {
            throw new KeyProblem(
                    "%s: the service gives %d certificates for this key".formatted(name, certificates.size()));
        }
        return certificates;
    }

    private static String signAlgo(JsonNode offered, CertifiedKey key, String name) {
        List<String> wanted = switch (key.algorithm()) {
            case ECDSA_SHA256 -> ECDSA;
            case RSA_SHA256 -> RSA;
        };
        List<String> known = new ArrayList<>();
        offered.forEach(each -> known.add(each.asString("")));
        return wanted.stream()
                .filter(known::contains)
                .findFirst()
                .orElseThrow(() -> new KeyProblem(
                        "%s: the service signs with %s, and records want one of %s".formatted(name, known, wanted)));
    }

    private static Optional<String> pin(JsonNode info, String name) {
        JsonNode auth = info.path("auth");
        String mode = auth.path("mode").asString(info.path("authMode").asString(""));
        return switch (mode) {
            case "implicit" -> Optional.empty();
            case "explicit" -> {
                List<String> passwords = new ArrayList<>();
                for (JsonNode factor : auth.path("objects")) {
                    if (!factor.path("type").asString("Password").equals("Password")) {
                        throw new KeyProblem(
                                "%s wants a one-time password for each use; a class is signed in several: choose a key with a PIN alone, or one whose use its holder approves at the service"
                                        .formatted(name));
                    }
                    passwords.add(factor.path("id").asString("PIN"));
                }
                yield Optional.of(passwords.isEmpty() ? "PIN" : passwords.getFirst());
            }
            default ->
                throw new KeyProblem(
                        "%s is authorised by '%s', for which its holder would have to visit the service's own pages; choose a key with a PIN (explicit) or one that the service authorises by itself (implicit)"
                                .formatted(name, mode));
        };
    }
}
