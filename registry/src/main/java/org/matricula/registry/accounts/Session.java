package org.matricula.registry.accounts;

import java.time.Instant;
import java.util.UUID;

/// Somebody signed in with a browser.
///
/// @param hash of the secret in the cookie
/// @param account whose
/// @param strong whether a second factor was shown
/// @param startedAt when
/// @param seenAt when the browser last asked for something, to the minute
/// @param browser what the browser calls itself, shortened
record Session(byte[] hash, UUID account, boolean strong, Instant startedAt, Instant seenAt, String browser) {
    /// The session's name in an address: it gives nobody the secret.
    String id() {
        return java.util.HexFormat.of().formatHex(hash);
    }
}
