package org.matricula.registry.verification;

import java.time.format.DateTimeFormatter;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Tone;
import org.matricula.verifier.Standing;

/// What the code alone tells of a record: nothing personal.
///
/// @param number the number of the record with its middle hidden
/// @param version its version
/// @param issuer the institution
/// @param standing how it stands
public record KnownView(String number, int version, String issuer, Standing standing) {
    /// The key of the words that say how it stands.
    public String key() {
        return switch (standing) {
            case Standing.InForce _ -> "standing.inforce";
            case Standing.Superseded _ -> "standing.superseded";
            case Standing.Cancelled _ -> "standing.cancelled";
            case Standing.Different _, Standing.Unknown _ ->
                throw new IllegalStateException("a record that the register found stands somehow");
        };
    }

    /// What the words name: the newer version, or the day.
    ///
    /// @param days how a day is written
    public String about(DateTimeFormatter days) {
        return switch (standing) {
            case Standing.Superseded(int newer, var _) -> Integer.toString(newer);
            case Standing.Cancelled(var on, var _) -> days.format(on);
            case Standing.InForce _, Standing.Different _, Standing.Unknown _ -> "";
        };
    }

    /// The same for a page.
    public String about(Language language) {
        return about(VerdictView.days(language));
    }

    /// How it stands, for a tag.
    public Tone tone() {
        return switch (standing) {
            case Standing.InForce _ -> Tone.GOOD;
            case Standing.Superseded _ -> Tone.WARN;
            case Standing.Cancelled _ -> Tone.BAD;
            case Standing.Different _, Standing.Unknown _ -> Tone.CALM;
        };
    }
}
