package org.matricula.packs.kz.grants;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts.AsText;
import org.matricula.law.Facts.Says;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.kz.KZG;

/// Whether what a winner stated on the portal stands against the originals.
///
/// Spaces, letter case and the dots of ё do not make two entries different, nor does the way a number is written
/// (4.50, 4,5); any other letter or digit does, also a leading zero, since a number of a paper may have one. An
/// original that was not shown contradicts nothing: it is missing, and the winner can still show it.
final class Originals extends CatalogueDecision<Originals.Compared, Originals.Answer> {
    Originals() {
        super(
                "kz.grants.originals",
                new Sentence("Do the originals bear out what was stated?", "Түпнұсқалар айтылған мәліметті растай ма?"),
                KZG::regulation,
                Compared.class,
                Answer.class);
    }

    private static final Pattern QUANTITY = Pattern.compile("(0|[1-9][0-9]{0,17})([.,][0-9]{1,9})?");

    /// The data side by side.
    record Compared(
            @AsText @Says("Field and value as stated on the portal")
            Map<String, String> declared,

            @AsText @Says("Field and value as in the originals")
            Map<String, String> originals,

            @Says("When the originals were shown") LocalDateTime presentedAt,

            @Says("Last day to show them, set for the campaign")
            LocalDate deadline) {}

    /// The answer.
    ///
    /// @param annulled whether the result of this applicant is void
    /// @param mismatches fields whose values differ
    /// @param late whether the originals came after the deadline
    /// @param notPresented fields stated for which no original was shown
    record Answer(boolean annulled, List<String> mismatches, boolean late, List<String> notPresented) {}

    @Override
    public Optional<LocalDate> relevantDate(Compared compared) {
        return Optional.of(compared.presentedAt().toLocalDate());
    }

    @Override
    public Ruling<Answer> decide(Compared compared, Edition edition) {
        List<String> mismatches = new ArrayList<>();
        List<String> notPresented = new ArrayList<>();
        compared.declared().forEach((field, stated) -> {
            String shown = compared.originals().get(field);
            if (shown == null) {
                notPresented.add(field);
            } else if (!same(plain(stated), plain(shown))) {
                mismatches.add(field);
            }
        });
        boolean late = compared.presentedAt().toLocalDate().isAfter(compared.deadline());
        Answer answer = new Answer(!mismatches.isEmpty(), List.copyOf(mismatches), late, List.copyOf(notPresented));
        return new Ruling<>(answer, List.of(shownInTime(compared, answer), nothingDiffers(compared, answer)));
    }

    private static boolean same(String stated, String shown) {
        return stated.equals(shown)
                || QUANTITY.matcher(stated).matches()
                        && QUANTITY.matcher(shown).matches()
                        && quantity(stated).compareTo(quantity(shown)) == 0;
    }

    private static BigDecimal quantity(String value) {
        return new BigDecimal(value.replace(',', '.'));
    }

    private static String plain(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT)
                .replace('Ё', 'Е');
    }

    @Clause(KZG.ART_9_ORIGINALS)
    private static Finding shownInTime(Compared compared, Answer answer) {
        String clause = KZG.ART_9_ORIGINALS;
        if (!answer.late() && !answer.notPresented().isEmpty()) {
            String fields = String.join(", ", answer.notPresented());
            return Finding.notMet(
                    clause,
                    new Sentence("No original was shown for: " + fields, "Түпнұсқасы көрсетілмегендер: " + fields));
        }
        return Finding.of(
                clause,
                !answer.late(),
                Sentence.of(
                        "Shown at %s, the last day is %s",
                        "%s көрсетілді, соңғы күні %s", compared.presentedAt(), compared.deadline()),
                Sentence.of(
                        "Shown at %s, after the last day %s",
                        "%s көрсетілді, соңғы күн %s өтіп кеткен", compared.presentedAt(), compared.deadline()));
    }

    @Clause(KZG.ART_9_MISMATCH)
    private static Finding nothingDiffers(Compared compared, Answer answer) {
        if (answer.mismatches().isEmpty()) {
            int same = compared.declared().size() - answer.notPresented().size();
            return Finding.met(
                    KZG.ART_9_MISMATCH,
                    Sentence.of(
                            "%d of %d fields were compared and agree",
                            "%2$d өрістің %1$d-і салыстырылды, бәрі сәйкес",
                            same,
                            compared.declared().size()));
        }
        List<String> pairs = answer.mismatches().stream()
                .map(f -> "%s: %s / %s"
                        .formatted(
                                f,
                                compared.declared().get(f),
                                compared.originals().get(f)))
                .toList();
        String list = String.join("; ", pairs);
        return Finding.notMet(
                KZG.ART_9_MISMATCH,
                new Sentence(
                        "Stated and original differ (%s); once a person confirms it, the result is void"
                                .formatted(list),
                        "Айтылғаны мен түпнұсқасы әртүрлі (%s); адам растағаннан кейін нәтиже жойылады"
                                .formatted(list)));
    }
}
