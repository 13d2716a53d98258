package org.matricula.verifier;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.record.RecordFile;
import org.matricula.verifier.signature.CertificateFacts;
import org.matricula.verifier.signature.ChainJudge;
import org.matricula.verifier.signature.Evidence;
import org.matricula.verifier.signature.KnownCertificate;
import org.matricula.verifier.signature.RevocationData;
import org.matricula.verifier.signature.RevocationData.Status;
import org.matricula.verifier.signature.RevocationSource;
import org.matricula.verifier.signature.RevocationSource.Unreachable;
import org.matricula.verifier.signature.TimeStamp;
import org.matricula.verifier.signature.TrustList;

/// What a file or a network says about when signatures were made, and about revocation: time stamps, lists, answers.
///
/// Every time stamp is looked at first, then every certificate with all that the file brings; in the end nothing may
/// be left over that spoke about nobody, since no signature covers it.
final class Proofs {
    private final TrustList list;
    private final ChainJudge judge;
    private final ChainJudge authorities;
    private final Optional<RevocationSource> online;
    private final Instant at;
    private final Findings findings;
    private final List<byte[]> crls = new ArrayList<>();
    private final List<byte[]> ocsps = new ArrayList<>();
    private final List<Asked> stampChains = new ArrayList<>();
    private final Set<KnownCertificate.Fingerprint> told = new HashSet<>();
    private @Nullable RevocationData data;
    private boolean stamped;
    private boolean strangers;
    private boolean needed;
    private Instant oldest = Instant.MAX;

    /// A path and the moment for which it is judged.
    private record Asked(ChainJudge.Path path, Instant at) {}

    Proofs(Trusted trusted, Instant at, Findings findings) {
        this.list = trusted.list();
        this.judge = trusted.judge();
        this.authorities = trusted.authorities();
        this.online = trusted.online();
        this.at = at;
        this.findings = findings;
    }

    /// Whom a verifier believes.
    ///
    /// @param judge of signers' certificates
    /// @param authorities judge of the certificates of time-stamp authorities
    /// @param online where to ask about revocation; empty for a verifier without a network
    record Trusted(TrustList list, ChainJudge judge, ChainJudge authorities, Optional<RevocationSource> online) {}

    /// Somebody's certificates lead nowhere: what the file brings about them cannot be judged.
    void stranger() {
        strangers = true;
    }

    /// Takes in what a file brings about revocation, in one place of it. The same piece may stand beside the
    /// seal of the record and beside that of the PDF; twice in one place, one of them is idle.
    void bring(Evidence.Revocations revocations) {
        if (repeats(revocations.crls()) || repeats(revocations.ocsps())) {
            findings.fail(CheckId.TIME_STAMP, "idle-evidence");
        }
        crls.addAll(revocations.crls());
        ocsps.addAll(revocations.ocsps());
    }

    private static boolean repeats(List<byte[]> pieces) {
        return pieces.stream().map(ByteBuffer::wrap).distinct().count() < pieces.size();
    }

    /// The moment of a signature that a time stamp proves; empty when it proves none.
    ///
    /// @param token the time stamp
    /// @param imprint what it must be over
    /// @param stated the moment that the signature itself states
    /// @param name the signature, in words
    Optional<Instant> stamp(byte[] token, byte[] imprint, Instant stated, String name) {
        stamped = true;
        Optional<Instant> proven = proven(token, imprint, stated, name);
        strangers |= proven.isEmpty();
        return proven;
    }

    /// Whether a seal must carry a time stamp, and does. Nothing signed says that one was there, so that whoever takes
    /// it away leaves no other trace; whether one that is there is any good is found where it is looked at.
    ///
    /// @param record what is sealed; the day on which it was issued is under the seal
    /// @param stamped whether there is a time stamp beside the seal
    /// @param name the seal, in words
    void demand(RecordFile record, boolean stamped, String name) {
        if (stamped || record.issue().isEmpty()) {
            return;
        }
        LocalDate issued = record.issue().get().effectiveAt().toLocalDate();
        list.institution(record.content().issuer().code())
                .filter(institution -> institution.demandsStamp(issued))
                .flatMap(TrustList.Institution::stampedFrom)
                .ifPresent(from -> findings.fail(CheckId.TIME_STAMP, "stamp-demanded", name, from, issued));
    }

    private Optional<Instant> proven(byte[] token, byte[] imprint, Instant stated, String name) {
        Optional<TimeStamp> read = TimeStamp.read(token);
        if (read.isEmpty()) {
            findings.fail(CheckId.TIME_STAMP, "stamp-unreadable", name);
            return Optional.empty();
        }
        TimeStamp stamp = read.get();
        if (!Arrays.equals(stamp.sha256(), imprint)) {
            findings.fail(CheckId.TIME_STAMP, "stamp-of-another", name);
            return Optional.empty();
        }
        if (stamp.at().isBefore(stated.minus(RecordCheck.CLOCKS_DIFFER))) {
            findings.fail(CheckId.TIME_STAMP, "stamp-before", name, stamp.at(), stated);
            return Optional.empty();
        }
        findings.pass(CheckId.TIME_STAMP);
        if (stamp.at().isAfter(at.plus(RecordCheck.CLOCKS_DIFFER))) {
            findings.fail(CheckId.SIGNED_BEFORE_NOW, "future", name, stamp.at(), at);
        }
        return believed(stamp, name);
    }

    private Optional<Instant> believed(TimeStamp stamp, String name) {
        if (authorities.isEmpty()) {
            findings.notReached(CheckId.TIME_STAMP_AUTHORITY, "no-trust-list");
            return Optional.empty();
        }
        CertificateFacts facts = stamp.chain().getFirst().facts();
        ChainJudge.Path path = authorities.judge(stamp.chain());
        if (!path.anchored() || !path.sound() || !stamp.forTimeStamps()) {
            findings.fail(CheckId.TIME_STAMP_AUTHORITY, "stamp-authority", name, facts.name(), facts.serial());
            return Optional.empty();
        }
        if (!path.validAt(stamp.at())) {
            findings.fail(CheckId.TIME_STAMP_AUTHORITY, "not-valid", facts.name(), stamp.at(), path.from(), path.to());
            return Optional.empty();
        }
        findings.pass(CheckId.TIME_STAMP_AUTHORITY);
        findings.say(CheckId.TIME_STAMP, "stamped", name, stamp.at(), facts.name());
        stampChains.add(new Asked(path, stamp.at()));
        return Optional.of(stamp.at());
    }

    /// Whether the certificates of a signer were revoked at a moment. Everything that the file brings must be there.
    void revocation(List<KnownCertificate> chain, Instant moment) {
        revocation(judge.judge(chain), moment);
    }

    private void revocation(ChainJudge.Path path, Instant moment) {
        RevocationData brought = data;
        if (brought == null) {
            brought = RevocationData.of(new Evidence.Revocations(crls, ocsps));
            data = brought;
        }
        for (ChainJudge.Link link : path.links()) {
            Status status = brought.status(link.certificate().certificate(), link.issuer(), moment);
            boolean source = link.certificate().facts().revocationSource();
            if (status instanceof Status.Unknown && !source) {
                continue; // nobody promised that there is word of it
            }
            needed = true;
            if (source && online.isPresent() && !(status instanceof Status.Revoked)) {
                status = asked(link, moment, status);
            }
            tell(link, status, moment);
        }
    }

    /// What the network says, when it says more than the file.
    private Status asked(ChainJudge.Link link, Instant moment, Status known) {
        if (known instanceof Status.Good) {
            return known;
        }
        try {
            Evidence.Revocations said =
                    online.orElseThrow().ask(link.certificate().certificate(), link.issuer(), at);
            Status status = RevocationData.of(said).status(link.certificate().certificate(), link.issuer(), moment);
            return status instanceof Status.Unknown ? known : status;
        } catch (Unreachable _) {
            findings.notReached(
                    CheckId.REVOCATION,
                    "revocation-unreachable",
                    link.certificate().facts().name(),
                    link.certificate().facts().serial());
            return known;
        }
    }

    private void tell(ChainJudge.Link link, Status status, Instant moment) {
        CertificateFacts facts = link.certificate().facts();
        switch (status) {
            case Status.Good(Instant asOf) -> {
                told.add(link.certificate().sha256());
                oldest = asOf.isBefore(oldest) ? asOf : oldest;
            }
            case Status.Revoked(Instant since) -> {
                findings.fail(CheckId.REVOCATION, "revoked", facts.name(), facts.serial(), since, moment);
                // A certificate that was revoked is as little valid as one that has expired.
                findings.fail(CheckId.VALID_AT_SIGNING, "revoked", facts.name(), facts.serial(), since, moment);
            }
            case Status.Stale(Instant until) ->
                findings.notReached(
                        CheckId.REVOCATION, "revocation-stale", facts.name(), facts.serial(), until, moment);
            case Status.Unknown _ ->
                findings.notReached(
                        CheckId.REVOCATION,
                        online.isPresent() ? "revocation-unknown" : "revocation-source",
                        facts.name(),
                        facts.serial());
        }
    }

    /// What is to be said when every signature has been looked at.
    void end() {
        for (Asked asked : stampChains) {
            revocation(asked.path(), asked.at());
        }
        if (!stamped) {
            findings.notApplicable(CheckId.TIME_STAMP, "no-stamp");
            findings.notApplicable(CheckId.TIME_STAMP_AUTHORITY, "no-stamp");
        }
        RevocationData brought = data == null ? RevocationData.of(new Evidence.Revocations(crls, ocsps)) : data;
        if (brought.idle() && !strangers) {
            findings.fail(CheckId.TIME_STAMP, "idle-evidence");
        }
        if (needed) {
            findings.pass(CheckId.REVOCATION);
            if (!told.isEmpty()) {
                findings.say(CheckId.REVOCATION, "revocation-good", told.size(), oldest);
            }
        } else {
            findings.notApplicable(CheckId.REVOCATION, "no-revocation-source");
        }
    }
}
