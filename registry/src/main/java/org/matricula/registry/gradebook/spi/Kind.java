package org.matricula.registry.gradebook.spi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matricula.law.Sentence;

/// What a cell may hold, and with it the one way in which its value is written down.
public sealed interface Kind {

    /// A person's name: one line of letters, at most 100 characters. Written as Unicode NFC.
    record Name() implements Kind {}

    /// Text.
    ///
    /// @param longest most characters
    /// @param lines whether line breaks are kept; otherwise they become spaces
    record Text(int longest, boolean lines) implements Kind {}

    /// A number that is a name, such as a personal number: exactly so many digits, kept as text.
    ///
    /// @param digits how many
    record Digits(int digits) implements Kind {}

    /// A calendar day, written as `2016-05-31`. A day after the reference day is refused.
    record Day() implements Kind {}

    /// A whole number, written without leading zeros. `9,0` and `9.0` are 9.
    ///
    /// @param least lowest value
    /// @param most highest value
    record Whole(int least, int most) implements Kind {}

    /// A number with decimals, written with a point and without trailing zeros.
    ///
    /// @param least lowest value
    /// @param most highest value
    /// @param decimals most digits after the point
    record Measure(BigDecimal least, BigDecimal most, int decimals) implements Kind {}

    /// One of a few values, written as the option's code.
    ///
    /// @param options the values in order
    /// @param mistaken values of another list that people type here, each with the words that help
    record Choice(List<Option> options, Map<String, Sentence> mistaken) implements Kind {
        public Choice {
            options = List.copyOf(options);
            mistaken = Map.copyOf(mistaken);
        }

        /// The option with this code.
        public Optional<Option> option(String code) {
            return options.stream().filter(o -> o.code().equals(code)).findFirst();
        }
    }

    /// Nothing: the column may stand in the sheet, but its cells stay empty.
    ///
    /// @param why what to tell someone who filled it
    record Unused(Sentence why) implements Kind {}

    /// One value of a [Choice].
    ///
    /// @param code how it is written down
    /// @param shown how a sheet shows it, for example `T`
    /// @param meaning what it means
    /// @param aliases other ways to write it
    record Option(String code, String shown, Sentence meaning, List<String> aliases) {
        public Option {
            aliases = List.copyOf(aliases);
        }

        /// An option with its wordings in one call.
        public static Option of(String code, String shown, String en, String local, String... aliases) {
            return new Option(code, shown, new Sentence(en, local), List.of(aliases));
        }
    }
}
