/// The append-only log of every act on a document: leaves, signed checkpoints, proofs.
///
/// An act appends its leaf inside its own transaction
/// ([org.matricula.registry.transparency.TransparencyLog#append]), so that a fact without a leaf, or a
/// leaf without a fact, cannot be. A batch of leaves is then covered by one signed checkpoint
/// ([org.matricula.registry.transparency.TransparencyLog#integrate]). Every checkpoint is also kept in
/// a file outside the database, so that a database that went back in time is noticed. In doubt the log
/// refuses to open. Anybody may read the log as static files
/// ([org.matricula.registry.transparency.PublicLog]); witnesses cosign it, and a register can be a witness
/// of others' logs. The mathematics and the formats are in `verifier`, see `docs/formats/log.md`.
@ApplicationModule(
        displayName = "Transparency",
        allowedDependencies = {"page"})
@NullMarked
package org.matricula.registry.transparency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
