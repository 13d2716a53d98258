package org.matricula.verifier;

import java.time.OffsetDateTime;

/// What a register says of a document beyond what the file itself can prove.
public sealed interface Standing {
    /// The register issued it, and it is in force.
    record InForce() implements Standing {}

    /// The register issued it, and later a newer version.
    ///
    /// @param version the newest version
    /// @param on from when that one is in effect
    record Superseded(int version, OffsetDateTime on) implements Standing {}

    /// The register issued it and took it back.
    ///
    /// @param on when
    /// @param ground why, as the institution wrote it
    record Cancelled(OffsetDateTime on, String ground) implements Standing {}

    /// The register holds other data under the same number and version.
    record Different() implements Standing {}

    /// The register does not hold it: it is another register's, or was issued without one.
    record Unknown() implements Standing {}
}
