package org.matricula.verifier.cli;

import java.io.PrintWriter;
import org.matricula.verifier.Check;
import org.matricula.verifier.Kind;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.VerdictWords;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/// A verdict for a person at a terminal: one sentence first, then who signed, then the checks.
final class VerdictText {
    private final PrintWriter out;
    private final VerdictWords words;
    private final boolean colours;

    VerdictText(PrintWriter out, VerdictWords words, boolean colours) {
        this.out = out;
        this.words = words;
        this.colours = colours;
    }

    void print(String file, Verdict verdict, boolean checks) {
        out.println(styled(file, Style.bold));
        out.println("  " + styled(words.headline(verdict), style(verdict.state())));
        if (verdict.demo()) {
            out.println("  " + styled(words.demo(), Style.fg_yellow));
        }
        if (!checks) {
            return;
        }
        if (!verdict.signers().isEmpty()) {
            out.println("  " + words.signers());
            verdict.signers().forEach(signer -> out.println("    " + plain(words.signer(signer))));
        }
        verdict.log().ifPresent(entry -> {
            out.println("  " + words.log());
            out.println("    " + plain(words.logged(entry)));
        });
        out.println("  " + words.checks());
        for (Check check : verdict.checks()) {
            // What a kind of file cannot have (a record's XML has no PDF seal, a stranger's file nothing at all) is
            // left out here; JSON lists it.
            boolean asked = check.result() != Check.Result.NOT_APPLICABLE
                    && (verdict.kind() == Kind.RECORD_XML
                            || verdict.kind() == Kind.RECORD_PDF
                            || check.result() != Check.Result.NOT_REACHED);
            if (!asked && check.details().isEmpty()) {
                continue;
            }
            String mark = switch (check.result()) {
                case PASSED -> styled("+", Style.fg_green);
                case FAILED -> styled("x", Style.fg_red);
                case NOT_REACHED -> styled("?", Style.fg_yellow);
                case NOT_APPLICABLE -> "-";
            };
            out.println("    %s %s: %s".formatted(mark, words.check(check.id()), words.result(check.result())));
            check.details().forEach(detail -> out.println("        " + plain(words.detail(detail))));
        }
        out.println();
    }

    /// A stranger's file must not command the terminal.
    private static String plain(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String styled(String text, Style style) {
        String safe = plain(text);
        return colours ? style.on() + safe + Style.reset.on() : safe;
    }

    private static Style style(State state) {
        return switch (state) {
            case GENUINE -> Style.fg_green;
            case ALTERED, CANCELLED -> Style.fg_red;
            case NOT_OURS, SUPERSEDED, COULD_NOT_CHECK -> Style.fg_yellow;
        };
    }

    static boolean onTerminal() {
        return Ansi.AUTO.enabled();
    }
}
