package org.matricula.registry.signing.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.matricula.registry.directory.RefusalWords;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.SecondFactorNeeded;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Tone;
import org.matricula.registry.signing.PersonKeyRefusals;
import org.matricula.registry.signing.PersonalKeys.PersonalKey;
import org.matricula.registry.signing.flows.KeyRefusals;
import org.springframework.http.HttpStatus;

/// How the pages of keys say what they say.
final class KeyWords {
    private KeyWords() {}

    static String day(Page page, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(page.language().locale())
                .format(at.atZone(zone));
    }

    /// How a key stands: `revoked`, `ended`, `ahead` or `good`.
    static String state(PersonalKey key, Instant now) {
        if (key.revoked()) {
            return "revoked";
        }
        return now.isAfter(key.notAfter()) ? "ended" : now.isBefore(key.notBefore()) ? "ahead" : "good";
    }

    static Tone tone(String state) {
        return switch (state) {
            case "good" -> Tone.GOOD;
            case "ahead" -> Tone.WARN;
            default -> Tone.BAD;
        };
    }

    /// What is wrong, each at its field.
    static List<Fault> faults(Page page, List<Refusal> reasons) {
        return reasons.stream()
                .map(reason -> new Fault(field(reason), RefusalWords.of(reason, page.language())))
                .toList();
    }

    private static String field(Refusal reason) {
        return switch (reason) {
            case KeyRefusals.PinTooShort _ -> "pin";
            case KeyRefusals.FileStaysLocked _ -> "password";
            case KeyRefusals.NotAKeyFile _, PersonKeyRefusals _ -> "file";
            case KeyRefusals.GroundMissing _ -> "ground";
            case KeyRefusals.NoSuchRemoteKey _, KeyRefusals.SigningServiceSilent _ -> "credential";
            default -> "";
        };
    }

    /// 403 when it is the person who may not, or has to show more; 422 when it is what was asked.
    static HttpStatus status(List<Refusal> reasons) {
        return reasons.stream().anyMatch(reason -> reason instanceof NotYours || reason instanceof SecondFactorNeeded)
                ? HttpStatus.FORBIDDEN
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /// An address of this node to come back to; anything else is none.
    static String local(String back) {
        return back.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*") && back.length() < 2000 ? back : "";
    }
}
