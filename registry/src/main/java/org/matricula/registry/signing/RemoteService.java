package org.matricula.registry.signing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A remote signing service and how the register shows itself there (Cloud Signature Consortium API, version 2).
///
/// @param address the base of its addresses, such as `https://sign.example/csc/v2`
/// @param client the register's OAuth 2.0 client; when empty, the secret is a bearer token that was given once
/// @param secret the client's secret, or that token
/// @param tokens where tokens are given; when empty, where the service says
/// @param patience the most that one answer may take, 1 second to 5 minutes
public record RemoteService(URI address, String client, String secret, Optional<URI> tokens, Duration patience) {
    /// Long enough for a holder who approves on a telephone.
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration MOST = Duration.ofMinutes(5);

    public RemoteService {
        demandSafe(address);
        tokens.ifPresent(RemoteService::demandSafe);
        if (patience.isNegative() || patience.isZero() || patience.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a service is given 1 to " + MOST.toSeconds() + " seconds to answer");
        }
        address = URI.create(address.toString().replaceAll("/+$", ""));
    }

    /// The address of one of its functions.
    URI at(String function) {
        return URI.create(address + "/" + function);
    }

    /// @throws IllegalArgumentException when whoever listens in between could read the secret
    static void demandSafe(URI address) {
        String host = address.getHost();
        boolean here =
                host != null && (List.of("localhost", "[::1]").contains(host) || host.matches("127(\\.[0-9]{1,3}){3}"));
        if (host == null || !("https".equals(address.getScheme()) || "http".equals(address.getScheme()) && here)) {
            throw new IllegalArgumentException(
                    "'%s' is no address of a signing service: it begins with https://".formatted(address));
        }
    }

    /// Says nothing of the secret.
    @Override
    public String toString() {
        return "the signing service " + address.getHost();
    }
}
