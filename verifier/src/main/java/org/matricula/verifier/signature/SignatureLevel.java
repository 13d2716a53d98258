package org.matricula.verifier.signature;

/// How much a signature carries to prove itself later (ETSI EN 319 132-1 and 319 142-1, baseline levels).
public enum SignatureLevel {
    /// The signature with its certificates; the time is what the signing server says.
    B,
    /// Besides, the token of a time-stamp authority: the signature existed at that moment.
    T,
    /// Besides, what was known of revocation: everything that is needed to judge it without a network.
    LT
}
