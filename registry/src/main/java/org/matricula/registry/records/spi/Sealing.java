package org.matricula.registry.records.spi;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.matricula.verifier.record.Block;

/// What the form prints about the signing and the checking of a record; all of it is known before the file is sealed.
///
/// @param signers every signature in order, the seal last
/// @param lookupCode the public code of this version
/// @param confirmationCode the secret that is printed only here
/// @param effectiveAt from when the record is in force, with the offset of the institution's zone
/// @param address where anyone can check it; the QR code holds exactly this
/// @param demonstration true when the keys are demonstration keys, so that the form must say it has no legal value
public record Sealing(
        List<SignedBy> signers,
        String lookupCode,
        String confirmationCode,
        OffsetDateTime effectiveAt,
        URI address,
        boolean demonstration) {
    public Sealing {
        signers = List.copyOf(signers);
    }

    /// The first signer in a role; empty when nobody signed in it.
    public Optional<SignedBy> first(Block.Role role) {
        return signers.stream().filter(s -> s.role() == role).findFirst();
    }

    /// Who signed a block as its subject teacher; empty when nobody did.
    public Optional<SignedBy> ofBlock(String blockId) {
        return signers.stream()
                .filter(s -> s.role() == Block.Role.SUBJECT && s.blockId().equals(blockId))
                .findFirst();
    }

    /// One signature on the record.
    ///
    /// @param role in what role
    /// @param blockId the block that a subject teacher signed; empty for the other roles, which sign more than one
    /// @param name the person, or the institution for the seal
    /// @param at the time of signing, with the offset of the institution's zone
    public record SignedBy(Block.Role role, String blockId, String name, OffsetDateTime at) {}
}
