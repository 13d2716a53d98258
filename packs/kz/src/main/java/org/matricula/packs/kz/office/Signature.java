package org.matricula.packs.kz.office;

import org.matricula.law.Facts.Says;

/// An e-signature on an electronic application.
///
/// @param signerIin the number in the certificate
/// @param valid the signature fits the bytes and the certificate was good at signing time
public record Signature(
        @Says("Individual identification number in the certificate")
        String signerIin,

        @Says("The signature fits and the certificate was good at signing time")
        boolean valid) {
    /// Whether the person of that number signed. Any text may be asked about; only digits that are the same
    /// count.
    public boolean isBy(String iin) {
        return !iin.isBlank() && signerIin.strip().equals(iin.strip());
    }
}
