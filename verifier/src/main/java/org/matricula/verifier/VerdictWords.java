package org.matricula.verifier;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.matricula.verifier.Check.Detail;
import org.matricula.verifier.Verdict.BrokenPart;
import org.matricula.verifier.Verdict.LogEntry;
import org.matricula.verifier.Verdict.SignerSeen;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordContent;

/// A verdict in words: English, Vietnamese, Kazakh or Russian.
public final class VerdictWords {
    /// The languages that verdicts speak.
    public static final List<String> LANGUAGES = List.of("en", "vi", "kk", "ru");

    private static final Set<String> ABOUT_A_SIGNATURE =
            Set.of("changed-signature", "properties", "weak-key", "value", "order", "future", "stamp-demanded");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private final ResourceBundle words;
    private final DateTimeFormatter days;

    private VerdictWords(ResourceBundle words, DateTimeFormatter days) {
        this.words = words;
        this.days = days;
    }

    /// The words of a language.
    ///
    /// @param language one of [#LANGUAGES]; any other gives English
    public static VerdictWords in(String language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "org.matricula.verifier.verdict",
                LANGUAGES.contains(language) ? Locale.of(language) : Locale.ROOT,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new VerdictWords(words, DateTimeFormatter.ISO_LOCAL_DATE);
    }

    /// The same words with days written as a reader of pages writes them; programs read them as `2026-06-03`.
    public VerdictWords dated(DateTimeFormatter written) {
        return new VerdictWords(words, written);
    }

    /// The answer in one sentence.
    public String headline(Verdict verdict) {
        return switch (verdict.state()) {
            case GENUINE -> genuine(verdict);
            case ALTERED ->
                verdict.broken().isEmpty()
                        ? word("headline.ALTERED")
                        : word("headline.ALTERED.parts", String.join("; ", broken(verdict)));
            case SUPERSEDED, CANCELLED, NOT_OURS, COULD_NOT_CHECK -> registered(verdict);
        };
    }

    private String registered(Verdict verdict) {
        String key = "headline." + verdict.state();
        return switch (verdict.standing().orElse(new Standing.Unknown())) {
            case Standing.Superseded(int version, OffsetDateTime on)
            when verdict.state() == State.SUPERSEDED -> word(key + ".by", Integer.toString(version), days.format(on));
            case Standing.Cancelled(OffsetDateTime on, String ground)
            when verdict.state() == State.CANCELLED -> word(key + ".on", days.format(on), ground);
            case Standing.Different _ when verdict.state() == State.NOT_OURS -> word(key + ".different");
            case Standing.InForce _,
                    Standing.Superseded _,
                    Standing.Cancelled _,
                    Standing.Different _,
                    Standing.Unknown _ -> word(key);
        };
    }

    private String genuine(Verdict verdict) {
        RecordContent content = verdict.content().orElseThrow();
        Issue issue = verdict.issue().orElseThrow();
        return word(
                "headline.GENUINE",
                content.issuer().name(),
                days.format(issue.effectiveAt()),
                content.id(),
                Integer.toString(content.version()));
    }

    private List<String> broken(Verdict verdict) {
        List<String> parts = new ArrayList<>();
        for (BrokenPart part : verdict.broken()) {
            boolean named = part.part().equals("data") || part.part().equals("issue");
            parts.add(named ? word("part." + part.part()) : part.label());
        }
        return parts;
    }

    /// That the keys are demonstration keys.
    public String demo() {
        return word("demo");
    }

    /// The name of a check.
    public String check(CheckId id) {
        return word("check." + id);
    }

    /// How a check came out.
    public String result(Check.Result result) {
        return word("result." + result);
    }

    /// What was found, in one sentence.
    public String detail(Detail detail) {
        String[] arguments = detail.arguments().toArray(String[]::new);
        if (ABOUT_A_SIGNATURE.contains(detail.key())) {
            // The first argument says which signature; of an order, the third as well.
            for (int i = 0; i < arguments.length; i += 2) {
                arguments[i] = part(arguments[i]);
            }
        }
        return word("detail." + detail.key(), arguments);
    }

    /// The keys of the signatures that belong to no block are said in words.
    private String part(String key) {
        return switch (key) {
            case "HOMEROOM", "HEAD", "SEAL" -> word("part." + key);
            default -> key;
        };
    }

    /// Who signed, as whom, when, and with which certificate.
    public String signer(SignerSeen signer) {
        String role = word("role." + signer.role(), signer.label());
        String at = MINUTE.format(signer.signedAt().atOffset(ZoneOffset.UTC));
        return word("signer", role, signer.name(), at, signer.certificateSerial());
    }

    /// Where the issue stands in the log.
    public String logged(LogEntry entry) {
        return word("log", entry.origin(), Long.toString(entry.index()), Long.toString(entry.treeSize()));
    }

    /// The heading over the entry of the log.
    public String log() {
        return word("label.log");
    }

    /// The heading over the checks.
    public String checks() {
        return word("label.checks");
    }

    /// The heading over the signers.
    public String signers() {
        return word("label.signers");
    }

    private String word(String key, String... arguments) {
        return filled(words.getString(key), (Object[]) arguments);
    }

    /// Fills the blanks of a sentence, once and from left to right; what is filled in is never looked at again.
    ///
    /// @param pattern a sentence with `{0}`, `{1}` and so on up to `{9}`; a blank without an argument stays
    public static String filled(String pattern, Object... arguments) {
        StringBuilder said = new StringBuilder(pattern.length() + 64);
        for (int i = 0; i < pattern.length(); i++) {
            int blank = pattern.charAt(i) == '{' && i + 2 < pattern.length() ? pattern.charAt(i + 1) - '0' : -1;
            if (blank >= 0 && blank < arguments.length) {
                said.append(arguments[blank]);
                i += 2;
            } else {
                said.append(pattern.charAt(i));
            }
        }
        return said.toString();
    }
}
