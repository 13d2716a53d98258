package org.matricula.registry.verification;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// Where a QR code on a paper leads. It is never followed: a code of this register is looked up here, of another one
/// only its host is shown.
sealed interface ScannedCode {
    /// Hyphens aside, a lookup code has 16 letters and digits.
    int LENGTH = 16;

    /// More of what a code says is not shown.
    int MOST_SHOWN = 200;

    /// It leads to this register.
    ///
    /// @param code grouped as codes are printed
    record Here(String code) implements ScannedCode {}

    /// It leads to another host.
    ///
    /// @param host as the browser would go to it, in ASCII
    record Elsewhere(String host) implements ScannedCode {}

    /// It holds something else.
    ///
    /// @param text the beginning of it, without control characters
    record SomethingElse(String text) implements ScannedCode {}

    /// Reads the text of a code.
    ///
    /// @param hosts the names of this register: as the reader sees it, and as papers print it
    static ScannedCode of(String text, Set<String> hosts) {
        String stripped = text.strip();
        if (Codes.plain(stripped).length() == LENGTH && stripped.matches("[0-9A-Za-z -]{16,24}")) {
            return new Here(Codes.grouped(stripped));
        }
        try {
            URI address = new URI(stripped);
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("https") || scheme.equals("http")) && address.getHost() != null) {
                String host = host(address);
                String path = address.getPath() == null ? "" : address.getPath();
                if (!hosts.contains(host)) {
                    return new Elsewhere(host);
                }
                if (path.startsWith("/v/") && !Codes.plain(path.substring(3)).isEmpty()) {
                    return new Here(Codes.grouped(path.substring(3)));
                }
            }
        } catch (URISyntaxException _) {
            // no address: shown as the text that it is
        }
        String shown = stripped.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
        return new SomethingElse(shown.length() > MOST_SHOWN ? shown.substring(0, MOST_SHOWN) + "…" : shown);
    }

    /// The host of an address, with its port unless that is the usual one.
    static String host(URI address) {
        int port = address.getPort();
        boolean usual = port == -1 || port == 80 || port == 443;
        return address.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
    }
}
