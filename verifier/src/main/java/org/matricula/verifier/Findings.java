package org.matricula.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.Check.Detail;
import org.matricula.verifier.Check.Result;
import org.matricula.verifier.Verdict.BrokenPart;
import org.matricula.verifier.Verdict.LogEntry;
import org.matricula.verifier.Verdict.SignerSeen;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordContent;

/// What is found while a file is checked; the verdict is drawn from it, never set by hand.
final class Findings {
    private final Map<CheckId, Result> results = new EnumMap<>(CheckId.class);
    private final Map<CheckId, List<Detail>> details = new EnumMap<>(CheckId.class);
    private final List<SignerSeen> signers = new ArrayList<>();
    private final List<BrokenPart> broken = new ArrayList<>();
    private @Nullable RecordContent content;
    private @Nullable Issue issue;
    private @Nullable LogEntry log;
    private @Nullable Comparison comparison;

    /// A check that was made and found good, unless it has failed already.
    void pass(CheckId id) {
        results.putIfAbsent(id, Result.PASSED);
    }

    /// A check that failed; it stays failed whatever comes after.
    void fail(CheckId id, String key, Object... arguments) {
        results.put(id, Result.FAILED);
        say(id, key, arguments);
    }

    void notApplicable(CheckId id, String key, Object... arguments) {
        if (results.putIfAbsent(id, Result.NOT_APPLICABLE) == null) {
            say(id, key, arguments);
        }
    }

    void notReached(CheckId id, String key, Object... arguments) {
        if (results.get(id) != Result.FAILED) {
            results.put(id, Result.NOT_REACHED);
        }
        say(id, key, arguments);
    }

    void say(CheckId id, String key, Object... arguments) {
        List<Detail> said = details.computeIfAbsent(id, _ -> new ArrayList<>());
        Detail detail = Detail.of(key, arguments);
        if (said.size() < 100 && !said.contains(detail)) {
            said.add(detail);
        }
    }

    boolean failed(CheckId id) {
        return results.get(id) == Result.FAILED;
    }

    void signer(SignerSeen signer) {
        signers.add(signer);
    }

    void broken(BrokenPart part) {
        broken.add(part);
    }

    void logged(LogEntry entry) {
        this.log = entry;
    }

    void compared(Comparison found) {
        this.comparison = found;
    }

    void record(RecordContent content, Optional<Issue> issue) {
        this.content = content;
        this.issue = issue.orElse(null);
    }

    Verdict verdict(Kind kind, Instant at, String fileDigest, boolean demo) {
        List<Check> checks = new ArrayList<>(CheckId.values().length);
        for (CheckId id : CheckId.values()) {
            Result result = results.get(id);
            if (result == null) {
                boolean pdfOnly = kind == Kind.RECORD_XML
                        && id.mayNotApply(kind)
                        && id.name().startsWith("PDF_");
                result = pdfOnly ? Result.NOT_APPLICABLE : Result.NOT_REACHED;
            }
            checks.add(new Check(id, result, details.getOrDefault(id, List.of())));
        }
        return new Verdict(
                state(kind, checks),
                kind,
                at,
                fileDigest,
                demo,
                checks,
                signers,
                broken,
                Optional.ofNullable(content),
                Optional.ofNullable(issue),
                Optional.ofNullable(log),
                Optional.ofNullable(comparison),
                Optional.empty());
    }

    /// The gravest failure decides; with none, whatever was not checked does; only then is a file genuine.
    private State state(Kind kind, List<Check> checks) {
        for (State grave : List.of(State.ALTERED, State.NOT_OURS, State.COULD_NOT_CHECK)) {
            for (Check check : checks) {
                if (check.result() == Result.FAILED && check.id().whenFailed() == grave) {
                    return grave;
                }
            }
        }
        if (kind == Kind.OTHER_XML || kind == Kind.OTHER_PDF) {
            return State.NOT_OURS;
        }
        boolean good = checks.stream()
                .allMatch(check -> check.result() == Result.PASSED
                        || (check.result() == Result.NOT_APPLICABLE
                                && check.id().mayNotApply(kind)));
        return good && kind != Kind.UNREADABLE ? State.GENUINE : State.COULD_NOT_CHECK;
    }
}
