package org.matricula.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordContent;

/// What the verifier says of a file: the state, every check, who signed, and the values as signed.
///
/// @param state the answer
/// @param kind what the file turned out to be
/// @param at the moment for which it was judged
/// @param fileDigest SHA-256 of the file, hexadecimal
/// @param demo whether the trusted roots are demonstration keys
/// @param checks every [CheckId] once, in its order
/// @param signers who signed, in the order of the file
/// @param broken the parts that no longer match their signatures
/// @param content what the record says; to be shown as signed only when the state is GENUINE
/// @param issue what the institution added on issuing
/// @param log where its issue stands in a transparency log; empty unless a proof of that was checked and good
/// @param newest how the signed state of that log in the file stands to the newest one that the checker knows;
///     empty while
///     it knows none
/// @param standing what a register says of it; empty while none was asked
public record Verdict(
        State state,
        Kind kind,
        Instant at,
        String fileDigest,
        boolean demo,
        List<Check> checks,
        List<SignerSeen> signers,
        List<BrokenPart> broken,
        Optional<RecordContent> content,
        Optional<Issue> issue,
        Optional<LogEntry> log,
        Optional<Comparison> newest,
        Optional<Standing> standing) {
    public Verdict {
        checks = List.copyOf(checks);
        signers = List.copyOf(signers);
        broken = List.copyOf(broken);
        if (checks.size() != CheckId.values().length) {
            throw new IllegalArgumentException("a verdict lists every check once");
        }
        if ((state == State.GENUINE || state == State.SUPERSEDED) && !trusted(kind, checks)) {
            throw new IllegalArgumentException("not genuine: a check has not passed");
        }
    }

    /// Who signed a part.
    ///
    /// @param key the block, or `HOMEROOM`, `HEAD`, `SEAL`
    /// @param role as whom
    /// @param label the heading of the block; empty for the other roles
    /// @param name the name in the certificate
    /// @param organisation the institution in the certificate
    /// @param organisationId its code in the certificate
    /// @param signedAt when, by the signing system's clock
    /// @param certificateSerial the certificate's serial number, hexadecimal
    public record SignerSeen(
            String key,
            Block.Role role,
            String label,
            String name,
            String organisation,
            String organisationId,
            Instant signedAt,
            String certificateSerial) {}

    /// A leaf of a log, proved by a signed checkpoint.
    ///
    /// @param origin the log's name
    /// @param act what was logged
    /// @param index of the leaf, from 0
    /// @param treeSize how many leaves the signed checkpoint covers
    /// @param root of the tree of these leaves
    public record LogEntry(String origin, LoggedAct act, long index, long treeSize, Hash root) {}

    /// A part that is not as it was signed.
    ///
    /// @param part the id of the block, or `data`, `issue`
    /// @param label its heading; empty when it has none
    /// @param signers the names of those whose signatures no longer match
    public record BrokenPart(String part, String label, List<String> signers) {
        public BrokenPart {
            signers = List.copyOf(signers);
        }
    }

    /// Whether every check that such a file needs was made and passed. Absent is not passed.
    public boolean trusted() {
        return trusted(kind, checks);
    }

    /// The verdict with what a register says. It never makes a file better than its own checks do; a recalled document
    /// is cancelled even while something else about it could not be checked.
    public Verdict asRegistered(Standing says) {
        State after = switch (says) {
            case Standing.InForce _, Standing.Unknown _ -> state;
            case Standing.Superseded _ -> state == State.GENUINE ? State.SUPERSEDED : state;
            case Standing.Cancelled _ -> open() ? State.CANCELLED : state;
            case Standing.Different _ -> open() ? State.NOT_OURS : state;
        };
        return new Verdict(
                after,
                kind,
                at,
                fileDigest,
                demo,
                checks,
                signers,
                broken,
                content,
                issue,
                log,
                newest,
                Optional.of(says));
    }

    private boolean open() {
        return state == State.GENUINE || state == State.COULD_NOT_CHECK;
    }

    /// How a check came out.
    public Check check(CheckId id) {
        return checks.get(id.ordinal());
    }

    private static boolean trusted(Kind kind, List<Check> checks) {
        for (CheckId id : CheckId.values()) {
            Check check = checks.get(id.ordinal());
            boolean good = check.id() == id
                    && switch (check.result()) {
                        case PASSED -> true;
                        case NOT_APPLICABLE -> id.mayNotApply(kind);
                        case FAILED, NOT_REACHED -> false;
                    };
            if (!good) {
                return false;
            }
        }
        return kind == Kind.RECORD_XML || kind == Kind.RECORD_PDF;
    }
}
