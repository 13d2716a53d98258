package org.matricula.registry.signing.web;

import org.matricula.registry.page.Tone;

/// A seal certificate in the list of an institution's certificates, every word in the reader's language.
///
/// @param name as the certificate says it
/// @param number its serial number, in hexadecimal
/// @param now whether it seals at present
/// @param ends how many days are left, or since when it is over
/// @param told how it was declared and, when it ended, why
/// @param withdraw where it is withdrawn; empty when it cannot be
/// @param revoke where it is revoked; empty when it cannot be
public record SealLine(
        String name,
        String number,
        String issuer,
        String sha256,
        boolean now,
        Tone tone,
        String state,
        String valid,
        String ends,
        String told,
        String withdraw,
        String revoke) {}
