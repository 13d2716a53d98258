package org.matricula.packs.vn.reportbook.rules;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.matricula.law.Clause;
import org.matricula.packs.vn.VNRB;

/// Which signatures a correction before closing takes away: the one over the changed part and all that rest on it.
///
/// Signatures of other subjects stay, because each covers exactly its own block.
public final class Voiding {
    private Voiding() {}

    /// Whose signature, in the order of signing.
    public enum Level {
        SUBJECT,
        HOMEROOM,
        PRINCIPAL
    }

    /// A signature on a book that is not closed.
    ///
    /// @param block the id of the block it covers
    /// @param level whose it is
    public record Given(String block, Level level) {}

    /// What becomes of the signatures.
    ///
    /// @param voided to be given again
    /// @param kept still standing
    public record Outcome(List<Given> voided, List<Given> kept) {
        public Outcome {
            voided = List.copyOf(voided);
            kept = List.copyOf(kept);
        }
    }

    /// The levels a change of a block of the level takes away: its own and every later one.
    @Clause({VNRB.I_4_3_2, VNRB.I_5_6_A_1})
    public static List<Level> levels(Level changed) {
        return Stream.of(Level.values())
                .filter(level -> level.compareTo(changed) >= 0)
                .toList();
    }

    /// Which of the given signatures a change of the block takes away.
    ///
    /// @param changed the changed block and the level of its signer
    /// @param signatures the signatures given so far
    @Clause({VNRB.I_4_3_2, VNRB.I_5_6_A_1})
    public static Outcome of(Given changed, Collection<Given> signatures) {
        return new Outcome(
                signatures.stream().filter(s -> restsOn(changed, s)).toList(),
                signatures.stream().filter(s -> !restsOn(changed, s)).toList());
    }

    private static boolean restsOn(Given changed, Given signature) {
        return signature.block().equals(changed.block()) || signature.level().compareTo(changed.level()) > 0;
    }
}
