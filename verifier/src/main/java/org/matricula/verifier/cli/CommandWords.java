package org.matricula.verifier.cli;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.matricula.verifier.VerdictWords;

/// What the command itself says, beside its verdicts: help, complaints and the closing line, in four languages.
final class CommandWords {
    /// The word lists.
    static final String BUNDLE = "org.matricula.verifier.cli.command";

    private final ResourceBundle words;

    private CommandWords(ResourceBundle words) {
        this.words = words;
    }

    /// @param language one of [VerdictWords#LANGUAGES]; any other gives English
    static CommandWords in(String language) {
        Locale locale = VerdictWords.LANGUAGES.contains(language) ? Locale.of(language) : Locale.ROOT;
        return new CommandWords(
                ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    /// The language that a command line asks for, before anything else in it is looked at.
    static String asked(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith("--lang=")) {
                return arguments.get(i).substring("--lang=".length());
            }
            if (arguments.get(i).equals("--lang") && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
        }
        return Locale.getDefault().getLanguage();
    }

    ResourceBundle bundle() {
        return words;
    }

    /// A sentence with its blanks filled, by [VerdictWords#filled].
    String say(String key, Object... arguments) {
        return VerdictWords.filled(words.getString(key), arguments);
    }
}
