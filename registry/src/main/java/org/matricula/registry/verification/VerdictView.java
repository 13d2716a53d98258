package org.matricula.registry.verification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.registry.page.Language;
import org.matricula.verifier.Check;
import org.matricula.verifier.Standing;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.VerdictWords;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordFile;
import org.matricula.verifier.record.RecordReader;

/// A verdict as the page shows it.
///
/// @param verdict what the verifier and the register said
/// @param source the name of the file as the reader knows it, or how the record was looked up
/// @param words the verdict's words in the reader's language
/// @param moments how the reader's language writes a moment, by the clock of the issuer
/// @param copies where the files as issued are fetched; empty when the register does not hold them
/// @param proved whether there is a proof of the log among them
/// @param logKey the verifier key of the log that the verdict names; empty when it names none
/// @param statement the verdict as the portal signed it, to be taken away
/// @param examined since when the school examines whether a value is wrong; empty when it does not
/// @param digests what the verdict is about, digest by digest, for whoever checks with tools of their own
public record VerdictView(
        Verdict verdict,
        String source,
        VerdictWords words,
        DateTimeFormatter moments,
        Optional<String> copies,
        boolean proved,
        String logKey,
        String statement,
        Optional<OffsetDateTime> examined,
        List<Digest> digests) {
    public VerdictView {
        digests = List.copyOf(digests);
    }

    /// A digest with its name.
    ///
    /// @param key of the words that name it; empty when the label is the document's own
    /// @param label of the signed part
    public record Digest(String key, String label, String value) {}

    static VerdictView of(
            Lookups.Judged judged,
            String source,
            Language language,
            Optional<String> pass,
            String logKey,
            byte[] statement,
            Optional<OffsetDateTime> examined) {
        return new VerdictView(
                judged.verdict(),
                source,
                VerdictWords.in(language.code()).dated(days(language)),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language.locale())
                        .withZone(offset(judged.verdict())),
                pass.map(p -> "/verify/copy/" + p + "/"),
                judged.proof().isPresent(),
                logKey,
                new String(statement, StandardCharsets.UTF_8),
                examined,
                digests(judged));
    }

    private static List<Digest> digests(Lookups.Judged judged) {
        List<Digest> all = new ArrayList<>();
        all.add(new Digest("digest.file", "", judged.verdict().fileDigest()));
        judged.issued().ifPresent(issued -> {
            all.add(new Digest("digest.xml", "", Hash.sha256(issued.xml()).toString()));
            if (RecordReader.read(issued.xml()) instanceof Reading.Accepted(RecordFile file)) {
                all.add(new Digest("digest.data", "", file.dataDigest()));
                file.content()
                        .blocks()
                        .forEach(block -> all.add(new Digest("", block.label(), file.partDigest(block.id()))));
            }
        });
        judged.verdict()
                .log()
                .ifPresent(entry ->
                        all.add(new Digest("digest.root", "", entry.root().toString())));
        judged.verdict()
                .signers()
                .forEach(signer -> all.add(new Digest("digest.serial", signer.name(), signer.certificateSerial())));
        return all;
    }

    /// Since when the record is under correction, in the reader's language; empty when it is not. A record that is not
    /// in force any more is past that.
    public Optional<String> underCorrection(Language language) {
        return verdict.state() == State.GENUINE ? examined.map(days(language)::format) : Optional.empty();
    }

    /// Where somebody says that a value is wrong.
    public String wrong(Block block, Block.Field field) {
        return copies.map(at -> at.replace("/copy/", "/correction/").replaceAll("/$", "")
                        + "?part=" + URLEncoder.encode(block.id(), StandardCharsets.UTF_8) + "&field="
                        + URLEncoder.encode(field.name(), StandardCharsets.UTF_8))
                .orElse("");
    }

    /// Where the family of the document is shown; empty when the register does not hold it.
    public String family() {
        return copies.map(at -> at.replace("/copy/", "/family/").replaceAll("/$", ""))
                .orElse("");
    }

    /// The key of the words that say what to rely on.
    public String rely() {
        return "rely." + (unknown() ? "GENUINE.unknown" : verdict.state().name());
    }

    /// How a language writes a day.
    static DateTimeFormatter days(Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale());
    }

    /// The issuer's clock, as the file itself tells it; the world's when it tells none.
    private static ZoneOffset offset(Verdict verdict) {
        return verdict.issue().map(issue -> issue.effectiveAt().getOffset()).orElse(ZoneOffset.UTC);
    }

    /// The name of the clock by which this page tells the time, for example `UTC+7`.
    public String clock() {
        ZoneOffset offset = offset(verdict);
        return offset.equals(ZoneOffset.UTC)
                ? "UTC"
                : "UTC" + offset.getId().replaceFirst("^([+-])0?(\\d+):00$", "$1$2");
    }

    /// Whether that clock is the issuer's.
    public boolean issuersClock() {
        return verdict.issue().isPresent();
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
        return moments.format(verdict.at());
    }

    /// When a signature was made.
    public String signedAt(Verdict.SignerSeen signer) {
        return moments.format(signer.signedAt());
    }

    /// From when the record is in force, in the institution's own time.
    public String effectiveAt() {
        return verdict.issue()
                .map(issue -> moments.format(issue.effectiveAt().toInstant()))
                .orElse("");
    }

    /// Whether the verdict rests on the file alone, because the register holds nothing of it.
    public boolean unknown() {
        return verdict.state() == State.GENUINE
                && verdict.standing().filter(Standing.Unknown.class::isInstance).isPresent();
    }

    /// The blocks to hold beside the paper; none unless every signature was checked and good, because nothing else is
    /// known as signed.
    public List<Block> blocks() {
        boolean signed = verdict.trusted() && verdict.state() != State.NOT_OURS;
        return signed ? verdict.content().map(content -> content.blocks()).orElse(List.of()) : List.of();
    }
}
