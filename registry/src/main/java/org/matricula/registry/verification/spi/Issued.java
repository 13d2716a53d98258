package org.matricula.registry.verification.spi;

import java.util.Optional;
import java.util.function.Supplier;
import org.matricula.verifier.Standing;
import org.matricula.verifier.merkle.LogProof;

/// A version of a record that the register has issued.
///
/// @param number the functional number of the record
/// @param version the version, from 1
/// @param lookupCode the public code of this version
/// @param standing how it stands now: in force, superseded or cancelled
/// @param xml the sealed XML, byte for byte; not to be changed
/// @param pdf the PDF that was issued beside it
/// @param proof that the issue is in the log; empty while no checkpoint covers it
/// @param items what it is looked up by
public record Issued(
        String number,
        int version,
        String lookupCode,
        Standing standing,
        byte[] xml,
        Supplier<byte[]> pdf,
        Supplier<Optional<LogProof>> proof,
        Supplier<FiveItems> items) {}
