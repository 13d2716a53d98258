package org.matricula.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.matricula.verifier.Verdict.LogEntry;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.TreeHasher;
import org.matricula.verifier.merkle.Unreadable;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.signature.TrustList;

/// Checks that the issue of a record is in a transparency log that the reader trusts.
final class LogCheck {
    private final TrustList trust;
    private final Function<String, Optional<Comparison.Known>> newest;
    private final Findings findings;

    LogCheck(TrustList trust, Function<String, Optional<Comparison.Known>> newest, Findings findings) {
        this.trust = trust;
        this.newest = newest;
        this.findings = findings;
    }

    /// Checks the proof inside a file, or else the one beside it.
    ///
    /// @param inside what the file states as its proof, as JSON
    /// @param xml the sealed XML, byte for byte
    void run(RecordContent record, byte[] xml, Optional<String> inside, Optional<LogProof> beside) {
        try {
            Optional<LogProof> proof = inside.map(json -> LogProof.readJson(json.getBytes(StandardCharsets.UTF_8)))
                    .or(() -> beside);
            if (proof.isEmpty()) {
                findings.notApplicable(CheckId.LOG_INCLUSION, "log-no-proof");
            } else {
                judge(proof.get(), record, xml);
            }
        } catch (Unreadable _) {
            findings.fail(CheckId.LOG_INCLUSION, "log-unreadable");
        }
    }

    private void judge(LogProof proof, RecordContent record, byte[] xml) {
        Checkpoint state = proof.state();
        if (trust.logs().isEmpty()) {
            findings.notApplicable(CheckId.LOG_INCLUSION, "log-none-trusted", state.origin());
            return;
        }
        Optional<VerifierKey> log = trust.log(state.origin());
        if (log.isEmpty()) {
            findings.fail(CheckId.LOG_INCLUSION, "log-foreign", state.origin());
            return;
        }
        if (proof.act() != LoggedAct.ISSUE && proof.act() != LoggedAct.CORRECT) {
            findings.fail(CheckId.LOG_INCLUSION, "log-other-act", proof.act());
            return;
        }
        Hash document = new TreeHasher().sha256(xml);
        switch (proof.check(record.id(), record.version(), document, log.get())) {
            case INCLUDED -> {
                findings.pass(CheckId.LOG_INCLUSION);
                findings.say(CheckId.LOG_INCLUSION, "log-included", proof.index(), state.size(), state.origin());
                findings.logged(new LogEntry(state.origin(), proof.act(), proof.index(), state.size(), state.root()));
                compare(state, log.get());
            }
            case NOT_OF_THIS_LOG -> findings.fail(CheckId.LOG_INCLUSION, "log-foreign", state.origin());
            case NOT_INCLUDED -> findings.fail(CheckId.LOG_INCLUSION, "log-false", state.origin());
        }
    }

    /// Whether this checkpoint and the newest one that the reader knows can be of one growing log.
    private void compare(Checkpoint state, VerifierKey log) {
        Optional<Comparison.Known> known = newest.apply(state.origin());
        if (known.isEmpty()) {
            return;
        }
        if (!known.get().state().origin().equals(state.origin())
                || !known.get().checkpoint().signedBy(log)) {
            findings.fail(CheckId.LOG_INCLUSION, "log-newest-unsigned", state.origin());
            return;
        }
        Comparison comparison = Comparison.of(state, known.get());
        findings.compared(comparison);
        String key = "log-newest-" + comparison.shows();
        long newestSize = comparison.known().size();
        if (comparison.shows().quiet()) {
            findings.say(CheckId.LOG_INCLUSION, key, state.size(), newestSize);
        } else {
            findings.fail(CheckId.LOG_INCLUSION, key, state.size(), newestSize);
        }
    }
}
