package org.matricula.registry.signing;

import java.net.URI;
import java.util.Optional;
import org.matricula.verifier.signature.SignatureLevel;

/// To which level signatures are raised, and by whom they are time-stamped.
///
/// @param persons the level of people's signatures; B by default, since the seal's time stamp covers them
/// @param seals the level of the institution's seals, on the XML and on the PDF
/// @param timeStamps the address of a time-stamp authority (RFC 3161); empty for the demo authority of this node
public record SigningLevels(SignatureLevel persons, SignatureLevel seals, Optional<URI> timeStamps) {
    /// People at level B under a seal at LT: one time stamp serves a record.
    public static final SigningLevels USUAL = new SigningLevels(SignatureLevel.B, SignatureLevel.LT, Optional.empty());
}
