package org.matricula.verifier.cli;

import org.matricula.verifier.Check;
import org.matricula.verifier.Kind;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.VerdictWords;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/// A verdict for a person at a terminal: one sentence first, then who signed, then the checks.
final class VerdictText {
    private final StringBuilder out = new StringBuilder();
    private final VerdictWords words;
    private final boolean colours;

    private VerdictText(VerdictWords words, boolean colours) {
        this.words = words;
        this.colours = colours;
    }

    /// The verdict on a file, without a line feed at its end.
    ///
    /// @param checks whether every check is told
    static String of(String file, Verdict verdict, VerdictWords words, boolean colours, boolean checks) {
        VerdictText text = new VerdictText(words, colours);
        text.print(file, verdict, checks);
        return text.out.substring(0, text.out.length() - System.lineSeparator().length());
    }

    private void line(String text) {
        out.append(text).append(System.lineSeparator());
    }

    private void print(String file, Verdict verdict, boolean checks) {
        line(styled(file, Style.bold));
        line("  " + styled(words.headline(verdict), style(verdict.state())));
        if (verdict.demo()) {
            line("  " + styled(words.demo(), Style.fg_yellow));
        }
        if (!checks) {
            return;
        }
        if (!verdict.signers().isEmpty()) {
            line("  " + words.signers());
            verdict.signers().forEach(signer -> line("    " + plain(words.signer(signer))));
        }
        verdict.log().ifPresent(entry -> {
            line("  " + words.log());
            line("    " + plain(words.logged(entry)));
        });
        line("  " + words.checks());
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
            line("    %s %s: %s".formatted(mark, words.check(check.id()), words.result(check.result())));
            check.details().forEach(detail -> line("        " + plain(words.detail(detail))));
        }
        line("");
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
