package org.matricula.registry.verification;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.matricula.registry.page.Language;
import org.matricula.verifier.Check;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.VerdictWords;
import org.matricula.verifier.record.Block;

/// A verdict as the page shows it.
///
/// @param verdict what the verifier said
/// @param fileName the name of the file as the reader knows it
/// @param words the verdict's words in the reader's language
public record VerdictView(Verdict verdict, String fileName, VerdictWords words) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm XXX", Locale.ROOT);

    static VerdictView of(Verdict verdict, String fileName, Language language) {
        return new VerdictView(verdict, fileName, VerdictWords.in(language.code()));
    }

    /// The tone of the answer: `good`, `bad`, `warn` or `calm`. The words carry the meaning; the colour only repeats
    /// it.
    public String tone() {
        return switch (verdict.state()) {
            case GENUINE -> "good";
            case ALTERED, CANCELLED -> "bad";
            case SUPERSEDED, NOT_OURS -> "warn";
            case COULD_NOT_CHECK -> "calm";
        };
    }

    /// The tone of one check.
    public String tone(Check check) {
        return switch (check.result()) {
            case PASSED -> "good";
            case FAILED -> "bad";
            case NOT_REACHED -> "warn";
            case NOT_APPLICABLE -> "calm";
        };
    }

    /// When the file was checked.
    public String checkedAt() {
        return MOMENT.format(verdict.at().atOffset(ZoneOffset.UTC));
    }

    /// When a signature was made.
    public String signedAt(Verdict.SignerSeen signer) {
        return MOMENT.format(signer.signedAt().atOffset(ZoneOffset.UTC));
    }

    /// From when the record is in force, in the institution's own time.
    public String effectiveAt() {
        return verdict.issue().map(issue -> LOCAL.format(issue.effectiveAt())).orElse("");
    }

    /// The blocks to hold beside the paper; none unless the file is genuine, because nothing else is known as signed.
    public List<Block> blocks() {
        return verdict.state() == State.GENUINE
                ? verdict.content().map(content -> content.blocks()).orElse(List.of())
                : List.of();
    }
}
